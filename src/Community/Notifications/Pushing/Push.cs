namespace Community.Notifications.Pushing;

/// <summary>What a push tells.</summary>
public enum PushKind
{
    /// <summary>What its person has not seen about one topic or space, from one notice on; made when it is sent.</summary>
    Notices,

    /// <summary>That it works.</summary>
    Test,
}

/// <summary>Something that waits to be pushed to a device: it says only whose it is and about what.</summary>
public sealed class Push
{
    /// <summary>Then it is given up; its last error stays in its row.</summary>
    public const int MaxTries = 10;

    Push()
    {
    }

    /// <param name="fromNoticeId">The oldest notice that it is for: what was pushed before is not told again.</param>
    public Push(PushDevice device, long fromNoticeId, long? topicId, long? spaceId, DateTime now)
    {
        Device = device;
        (Kind, FromNoticeId, TopicId, SpaceId) = (PushKind.Notices, fromNoticeId, topicId, spaceId);
        (CreatedAt, NextTryAt) = (now, now);
    }

    public static Push OfTest(PushDevice device, DateTime now) => new(device, 0, null, null, now) { Kind = PushKind.Test };

    public long Id { get; private set; }

    public long DeviceId { get; private set; }

    public PushDevice Device { get; private set; } = null!;

    public PushKind Kind { get; private set; }

    public long FromNoticeId { get; private set; }

    public long? TopicId { get; private set; }

    public long? SpaceId { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public DateTime NextTryAt { get; private set; }

    public int Tries { get; private set; }

    /// <summary>The status, or the kind of error; nothing of what was answered.</summary>
    public string? LastError { get; private set; }

    public DateTime? SentAt { get; private set; }

    /// <summary>There was nothing left to tell when its turn came: seen meanwhile, taken back, or not for its person any more.</summary>
    public bool IsDropped { get; private set; }

    public void Sent(DateTime now) => SentAt = now;

    /// <summary>While it was sent another notice came that counted on it.</summary>
    public void GoOn(long fromNoticeId, DateTime now) => (FromNoticeId, NextTryAt, Tries) = (fromNoticeId, now, 0);

    public void Drop(DateTime now, string? why = null) => (IsDropped, SentAt, LastError) = (true, now, why ?? LastError);

    /// <summary>Nobody is disturbed until then.</summary>
    public void WaitUntil(DateTime until) => NextTryAt = until;

    /// <summary>Tries again after half a minute, one, two, four… minutes, or when the service says so; at most six hours.</summary>
    public void Failed(string error, TimeSpan? after, DateTime now)
    {
        Tries++;
        LastError = error.Length <= 100 ? error : error[..100];
        var pause = TimeSpan.FromSeconds(Math.Min(21_600, 30 * (1 << Math.Min(Tries - 1, 10))));
        NextTryAt = now + (after is { } asked && asked > pause ? TimeSpan.FromSeconds(Math.Min(21_600, asked.TotalSeconds)) : pause);
        if (Tries >= MaxTries) Drop(now);
    }
}
