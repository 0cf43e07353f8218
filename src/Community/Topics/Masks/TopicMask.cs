using Community.People;

namespace Community.Topics.Masks;

/// <summary>That a question was asked without a name: under which mask, and whose stewards may look behind it.</summary>
public sealed class TopicMask
{
    TopicMask()
    {
    }

    internal TopicMask(Topic topic, Mask mask, DateTime now)
    {
        (Topic, Mask, SpaceId, At) = (topic, mask, topic.SpaceId, now);
        topic.Wear(now);
    }

    public long TopicId { get; private set; }

    public Topic Topic { get; private set; } = null!;

    public long MaskId { get; private set; }

    public Mask Mask { get; private set; } = null!;

    /// <summary>Where it was asked. The stewards of this space may look, wherever the question is moved to: the asker was told so.</summary>
    public long SpaceId { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>When the asker took it off; null while it is worn.</summary>
    public DateTime? TakenOffAt { get; private set; }

    public List<MaskLook> Looks { get; } = [];

    /// <exception cref="RefusedException">There is no reason, or nothing to look at.</exception>
    public MaskLook Look(string? reason, long personId, DateTime now)
    {
        DemandWorn();
        var look = new MaskLook(this, reason, personId, now);
        Looks.Add(look);
        Topic.TellTopic(Events.EventKind.MaskLooked, now, personId);
        return look;
    }

    /// <exception cref="RefusedException">It was taken off already.</exception>
    public void TakeOff(DateTime now)
    {
        DemandWorn();
        TakenOffAt = now;
        Topic.ShowAuthor(Mask.PersonId, now);
    }

    void DemandWorn()
    {
        if (TakenOffAt is not null) throw new RefusedException(Refusal.Conflict, "This question has its asker's name by now.");
    }
}

/// <summary>That a steward looked who asked: who, when and why. The asker reads each.</summary>
public sealed class MaskLook
{
    MaskLook()
    {
    }

    internal MaskLook(TopicMask of, string? reason, long byId, DateTime at) => (Of, Reason, ById, At) = (of, Reasons.Clean(reason), byId, at);

    public long Id { get; private set; }

    public long TopicId { get; private set; }

    public TopicMask Of { get; private set; } = null!;

    public long ById { get; private set; }

    public DateTime At { get; private set; }

    public string Reason { get; private set; } = "";
}

/// <summary>That a space takes questions without a name. One without a row does not.</summary>
public sealed class MaskRule
{
    MaskRule()
    {
    }

    public MaskRule(long spaceId, long byId, DateTime now) => (SpaceId, ById, At) = (spaceId, byId, now);

    public long SpaceId { get; private set; }

    public long ById { get; private set; }

    public DateTime At { get; private set; }
}
