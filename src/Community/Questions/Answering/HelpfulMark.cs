using Community.Events;
using Community.Topics;

namespace Community.Questions.Answering;

/// <summary>"Also worked for me": one person says that an answer helped, beside the one answer that the asker accepted.</summary>
public sealed class HelpfulMark : Entity
{
    HelpfulMark()
    {
    }

    /// <summary>Marks an answer, and tells the log. Needs the post's topic loaded.</summary>
    /// <exception cref="RefusedException">It is no answer of a question, the person's own, or out of sight.</exception>
    public HelpfulMark(Post post, long personId, DateTime now)
    {
        if (post.Part != Part.Answer || post.Topic.Kind != TopicKind.Question) throw new RefusedException(Refusal.Invalid, "Only an answer to a question can be marked as having worked.");
        if (personId == post.AuthorId) throw new RefusedException(Refusal.Forbidden, "Nobody marks their own answer.");
        if (post.Standing != Standing.Published) throw new RefusedException(Refusal.Conflict, "This post is out of sight; it takes no marks.");

        (Post, PersonId, At) = (post, personId, now);
        Tell(EventKind.Helped, now, personId, post, () => post.TopicId, () => post.Topic.SpaceId);
    }

    public long PostId { get; private set; }

    public Post Post { get; private set; } = null!;

    public long PersonId { get; private set; }

    /// <summary>When it was said, in UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Tells the log that it is taken back. Needs <see cref="Post"/> with its topic loaded.</summary>
    internal void TellTakenBack(DateTime now) => Tell(EventKind.HelpTakenBack, now, PersonId, Post, () => Post.TopicId, () => Post.Topic.SpaceId);
}
