using Community.Topics;

namespace Community.Notifications.Mailing;

/// <summary>Makes letters when their turn has come, as their person may read them at that moment.</summary>
public interface IComposeLetters
{
    /// <returns>Null when there is nothing to tell any more.</returns>
    Task<WrittenLetter?> Compose(Mail mail, CancellationToken stop);
}

/// <summary>A mail as it goes out.</summary>
/// <param name="Html">Null for plain text alone.</param>
public sealed record WrittenLetter(string Subject, string Text, string? Html)
{
    /// <summary>The notices that it tells, and the newest: those are told by mail from then on.</summary>
    public IReadOnlyList<long> NoticeIds { get; init; } = [];

    /// <summary>What an answer by mail becomes; null when it cannot be answered.</summary>
    public ReplyTarget? Reply { get; init; }

    /// <summary>What mail programs group by: mails with the same one answer each other.</summary>
    public string? Thread { get; init; }

    /// <summary>Where one click ends mails like this one (RFC 8058).</summary>
    public string? OffAddress { get; init; }

    /// <summary>Of a space's mails, by which mail programs can sort them (RFC 2919): its short name.</summary>
    public string? List { get; init; }
}

/// <summary>What an answer to a letter becomes.</summary>
/// <param name="PostId">What it stands under; null for the opening.</param>
public sealed record ReplyTarget(Part Part, long? PostId);
