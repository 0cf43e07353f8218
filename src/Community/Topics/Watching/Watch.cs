using Community.People;
using Community.Spaces;

namespace Community.Topics.Watching;

/// <summary>How much somebody wants to hear of something.</summary>
public enum WatchLevel
{
    /// <summary>Nothing, unless somebody names, asks or answers the person by name.</summary>
    Mute,

    /// <summary>Only what concerns the person: answers to them, their name, what they keep.</summary>
    ToMe,

    /// <summary>What is new stands in the inbox and the digest; nothing rings.</summary>
    Follow,

    /// <summary>What is new rings.</summary>
    Watch,
}

/// <summary>What can be watched: one of a topic, a subject, a space, or the practice notes of somebody.</summary>
public sealed record WatchSubject(long? TopicId = null, long? TagId = null, long? SpaceId = null, long? WriterId = null);

/// <summary>What a person chose to hear of one thing. Nobody else sees it. Where there is no choice, who started a topic, replied in it or was named in it follows it.</summary>
public sealed class Watch
{
    Watch()
    {
    }

    public Watch(long personId, WatchSubject subject, WatchLevel level, DateTime now)
    {
        (PersonId, TopicId, TagId, SpaceId, WriterId) = (personId, subject.TopicId, subject.TagId, subject.SpaceId, subject.WriterId);
        Choose(level, now);
    }

    public long Id { get; private set; }

    public long PersonId { get; private set; }

    public long? TopicId { get; private set; }

    public Topic? Topic { get; private set; }

    public long? TagId { get; private set; }

    public Tag? Tag { get; private set; }

    public long? SpaceId { get; private set; }

    public Space? Space { get; private set; }

    /// <summary>Whose practice notes.</summary>
    public long? WriterId { get; private set; }

    public Person? Writer { get; private set; }

    public WatchLevel Level { get; private set; }

    public DateTime At { get; private set; }

    public void Choose(WatchLevel level, DateTime now) => (Level, At) = (level, now);
}
