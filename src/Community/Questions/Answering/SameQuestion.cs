using Community.Events;
using Community.Topics;

namespace Community.Questions.Answering;

/// <summary>"I have this question, too": one person, who is told of its answers like the asker, and need not write a post that says nothing else.</summary>
public sealed class SameQuestion : Entity
{
    SameQuestion()
    {
    }

    /// <summary>Says so, and tells the log.</summary>
    /// <exception cref="RefusedException">It is no open question in sight, or the person's own.</exception>
    public SameQuestion(Topic topic, long personId, DateTime now)
    {
        if (topic.Kind != TopicKind.Question) throw new RefusedException(Refusal.Invalid, "Only a question can be had by others, too.");
        if (personId == topic.AuthorId) throw new RefusedException(Refusal.Forbidden, "This question is yours already.");
        if (topic.Standing != Standing.Published) throw new RefusedException(Refusal.Conflict, "This question is out of sight.");
        if (topic.IsClosed) throw new RefusedException(Refusal.Conflict, "This question is closed. Ask your own, or ask for it to be opened again.");

        (Topic, PersonId, At) = (topic, personId, now);
        Tell(EventKind.AlsoAsked, now, personId, topic, () => topic.Id, () => topic.SpaceId);
    }

    public long TopicId { get; private set; }

    public Topic Topic { get; private set; } = null!;

    public long PersonId { get; private set; }

    /// <summary>Since when, in UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Tells the log that it is taken back. Needs <see cref="Topic"/> loaded.</summary>
    internal void TellTakenBack(DateTime now) => Tell(EventKind.AlsoAskedNoMore, now, PersonId, Topic, () => Topic.Id, () => Topic.SpaceId);
}
