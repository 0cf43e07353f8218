using Community.Notifications;
using Community.Notifications.Mailing;
using Community.Topics;

namespace Community.Web.Mailing;

/// <summary>What every letter has around it.</summary>
/// <param name="Site">The site's address, without a slash at its end.</param>
/// <param name="Group">What one click ends.</param>
/// <param name="OffAddress">Where.</param>
public sealed record LetterFrame(string Institution, string Site, string Name, MailGroup Group, string OffAddress)
{
    /// <summary>What an answer by mail becomes; null where the letter takes none.</summary>
    public Part? Reply { get; init; }

    public string Absolute(string path) => Site + path;
}

/// <summary>What is new about one topic or space.</summary>
/// <param name="Address">Absolute.</param>
public sealed record NoticesLetter(LetterFrame Frame, string Title, string SpaceName, string Address, IReadOnlyList<LetterLine> Lines);

/// <summary>What somebody did.</summary>
/// <param name="Who">Null when it was the program, or somebody without a name.</param>
/// <param name="Html">What was written, as its reader sees it, with absolute addresses; null where nothing was, or an excerpt is enough.</param>
/// <param name="Text">The same in plain words.</param>
/// <param name="Address">Absolute.</param>
public sealed record LetterLine(NoticeKind Kind, string? Who, string? Html, string? Text, string Address);

/// <summary>All that waits.</summary>
/// <param name="Day">The reader's own.</param>
/// <param name="ToYou">What somebody waits for, or says to the reader, by topic.</param>
/// <param name="Followed">What is new in what the reader follows, by topic.</param>
/// <param name="Started">What was started in the reader's spaces.</param>
public sealed record DigestLetter(LetterFrame Frame, DateOnly Day, IReadOnlyList<DigestTopic> ToYou, IReadOnlyList<DigestTopic> Kept, IReadOnlyList<DigestTopic> Followed, IReadOnlyList<DigestTopic> Started)
{
    public int Waiting => ToYou.Count + Kept.Count;
}

/// <summary>A topic in a digest.</summary>
/// <param name="More">Posts that are not among the lines.</param>
public sealed record DigestTopic(string Title, string SpaceName, string Address, IReadOnlyList<LetterLine> Lines, int More);
