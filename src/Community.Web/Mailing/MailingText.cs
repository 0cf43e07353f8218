namespace Community.Web.Mailing;

/// <summary>Marks the texts of the area Mailing; they stand in <c>MailingText.resx</c>.</summary>
public sealed class MailingText;
