namespace Community.Notes.Links;

/// <summary>What came back from an address.</summary>
public enum LinkAnswer
{
    /// <summary>Not asked yet.</summary>
    None,
    Alive,

    /// <summary>It answers that there is nothing: 404, 410.</summary>
    Gone,

    /// <summary>No answer, an error of the server's, or no such host.</summary>
    Silent,

    /// <summary>It answers but tells nothing, such as 401, 403 and 429.</summary>
    Closed,

    /// <summary>It is not asked: not on the public web, or leads somewhere that is not.</summary>
    Inside,
}

/// <summary>A link out of a note to the web, with what came back when it was last asked.</summary>
public sealed class OutsideLink
{
    public const int MaxAddressLength = 2_000;
    public const int DaysBetween = 7;

    /// <summary>So long what was found out counts.</summary>
    public static readonly TimeSpan Counts = TimeSpan.FromDays(30);

    /// <summary>So long a link belongs to who is asking it.</summary>
    public static readonly TimeSpan Hold = TimeSpan.FromDays(1);

    /// <summary>A server that does not answer once may answer tomorrow.</summary>
    const int SilencesToBeDead = 3;

    OutsideLink()
    {
    }

    public OutsideLink(long topicId, string address, DateTime now)
    {
        TopicId = topicId;
        Address = address;
        NextAt = now;
    }

    public long Id { get; private set; }

    public long TopicId { get; private set; }

    public string Address { get; private set; } = "";

    public DateTime? AskedAt { get; private set; }

    public LinkAnswer Answer { get; private set; }

    /// <summary>The status of HTTP; null where nothing came back.</summary>
    public int? Status { get; private set; }

    /// <summary>How often in a row it was silent.</summary>
    public int Silences { get; private set; }

    /// <summary>Since when it is known to lead nowhere; null while it does not.</summary>
    public DateTime? DeadSince { get; private set; }

    /// <summary>When it is asked again.</summary>
    public DateTime NextAt { get; private set; }

    public void Answered(LinkAnswer answer, int? status, DateTime now)
    {
        (Answer, Status, AskedAt) = (answer, status, now);
        Silences = answer == LinkAnswer.Silent ? Silences + 1 : 0;
        var isDead = answer == LinkAnswer.Gone || Silences >= SilencesToBeDead;
        DeadSince = isDead ? DeadSince ?? now : null;
        NextAt = now.AddDays(answer == LinkAnswer.Silent && !isDead ? 1 : DaysBetween);
    }
}
