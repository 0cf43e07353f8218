namespace Community.Notifications.Replies;

/// <summary>What is known of the letter that was replied to.</summary>
/// <param name="TopSentence">Stands at its top, in its reader's language, and asks to write above it.</param>
/// <param name="SenderAddress">Whom it came from.</param>
/// <param name="SiteAddress">What the addresses in it begin with.</param>
/// <param name="PersonName">Who replies.</param>
public sealed record ReplyMarks(string TopSentence, string SenderAddress, string SiteAddress, string PersonName);
