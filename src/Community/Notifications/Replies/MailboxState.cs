namespace Community.Notifications.Replies;

/// <summary>How the mailbox of answers is, as this process sees it.</summary>
public sealed class MailboxState
{
    volatile Look last = new(null, null, null);

    /// <summary>The last look into it.</summary>
    public Look Last => last;

    public void Fine(DateTime now) => last = new Look(now, null, null);

    public void Failed(DateTime now, string error) => last = last with { FailedAt = now, Error = error.Length <= 300 ? error : error[..300] };

    /// <param name="FineAt">When it was last read without trouble; null never.</param>
    /// <param name="Error">What went wrong since; null nothing.</param>
    public sealed record Look(DateTime? FineAt, DateTime? FailedAt, string? Error);
}
