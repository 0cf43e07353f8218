using Community.Events;

namespace Community.Topics;

/// <summary>One titled subject in a space: a thread, a question or a note. Its opening and everything said under it are posts.</summary>
public sealed partial class Topic : Entity
{
    public const int MaxTitleLength = 200;

    Topic()
    {
    }

    /// <summary>Starts a topic with its opening.</summary>
    public Topic(TopicKind kind, long spaceId, string title, PostText text, long authorId, DateTime now)
    {
        Kind = kind;
        SpaceId = spaceId;
        Title = TopicTitle.Clean(title);
        AuthorId = authorId;
        CreatedAt = now;
        LastPostAt = now;
        Standing = Standing.Published;
        var opening = new Post(this, Part.Opening, null, text, authorId, now);
        Posts.Add(opening);
        TellOf(EventKind.Started, opening, now, authorId);
    }

    public TopicKind Kind { get; private set; }

    public long SpaceId { get; private set; }

    public string Title { get; private set => (field, TitleFolded) = (value, Folded.Of(value)); } = "";

    /// <summary>As people look it up. Null in rows from before it was kept, until <see cref="FoldTitles"/> comes by.</summary>
    public string? TitleFolded { get; private set; }

    /// <summary>Who wrote the opening.</summary>
    public long AuthorId { get; private set; }

    /// <summary>The opening's standing: a topic whose opening was taken back is in no list.</summary>
    public Standing Standing { get; internal set; }

    public DateTime CreatedAt { get; private set; }

    /// <summary>When the newest reply or answer was posted.</summary>
    public DateTime LastPostAt { get; private set; }

    /// <summary>Published replies or answers; comments do not count.</summary>
    public int ReplyCount { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public List<Post> Posts { get; } = [];

    public List<TopicTag> Tags { get; } = [];

    public List<Closure> Closures { get; } = [];

    public bool IsClosed => ClosedAt is not null;

    /// <summary>What stands under an opening of this kind.</summary>
    public Part ReplyPart => Kind == TopicKind.Question ? Part.Answer : Part.Reply;

    /// <summary>Adds a reply, answer or comment.</summary>
    /// <param name="parent">What it stands under; null for the opening.</param>
    /// <exception cref="RefusedException">The topic is closed, or takes no such post.</exception>
    public Post Add(Part part, Post? parent, PostText text, long authorId, DateTime now)
    {
        DemandOpenFor(part, parent);

        var post = new Post(this, part, part == Part.Comment || parent is not { Part: Part.Opening } ? parent : null, text, authorId, now);
        if (MaskedAt is not null && authorId == AuthorId) post.Wear(now);
        Posts.Add(post);
        if (part != Part.Comment)
        {
            ReplyCount++;
            LastPostAt = now;
        }

        TellOf(part switch { Part.Answer => EventKind.Answered, Part.Reply => EventKind.Replied, _ => EventKind.Commented }, post, now, authorId);
        return post;
    }

    /// <exception cref="RefusedException">The topic is closed, or takes no such post.</exception>
    internal void DemandOpenFor(Part part, Post? parent)
    {
        if (IsClosed) throw new RefusedException(Refusal.Conflict, "This topic is closed. Start a new one that links to it, or ask for it to be opened again.");
        if (part != Part.Comment && part != ReplyPart || part != Part.Comment && Kind == TopicKind.Note)
            throw new RefusedException(Refusal.Invalid, "A thread takes replies and comments, a question answers and comments, a note comments.");
        if (part == Part.Answer && parent is { Part: not Part.Opening })
            throw new RefusedException(Refusal.Invalid, "An answer stands under the question. Write a comment to say something about another answer.");
        if (parent is not null && parent.TopicId != Id)
            throw new RefusedException(Refusal.Invalid, "The post you answer to belongs to another topic.");
    }

    public void Retitle(string title, long actorId, DateTime now)
    {
        var clean = TopicTitle.Clean(title);
        if (Standing != Standing.Published) throw new RefusedException(Refusal.Conflict, "This post is out of sight. Bring it back before you edit it.");
        if (clean == Title) return;

        Title = clean;
        TellTopic(EventKind.Retitled, now, actorId);
    }

    /// <summary>Puts these tags in place of the ones it has.</summary>
    public void Retag(IReadOnlyList<Tag> tags, long actorId, DateTime now)
    {
        if (Tags.Select(t => t.Tag).ToHashSet().SetEquals(tags)) return;

        Tags.RemoveAll(old => !tags.Contains(old.Tag!));
        Tags.AddRange(tags.Where(tag => Tags.All(old => old.Tag != tag)).Select(tag => new TopicTag(this, tag)));
        if (Id > 0) TellTopic(EventKind.Retagged, now, actorId);
    }

    public void Close(Outcome outcome, string reason, long actorId, DateTime now)
    {
        if (IsClosed) throw new RefusedException(Refusal.Conflict, "This topic is closed already.");

        Closures.Add(new Closure(this, outcome, reason, actorId, now));
        ClosedAt = now;
        TellTopic(EventKind.Closed, now, actorId);
    }

    /// <summary>Needs <see cref="Closures"/> loaded.</summary>
    public void Reopen(string reason, long actorId, DateTime now)
    {
        if (!IsClosed) throw new RefusedException(Refusal.Conflict, "This topic is open already.");

        Closures.Find(c => c.ReopenedAt is null)?.End(reason, actorId, now);
        ClosedAt = null;
        TellTopic(EventKind.Reopened, now, actorId);
    }

    public void MoveTo(long spaceId, long actorId, DateTime now)
    {
        if (spaceId == SpaceId) throw new RefusedException(Refusal.Conflict, "The topic is in this space already.");

        SpaceId = spaceId;
        TellTopic(EventKind.Moved, now, actorId);
    }

    /// <summary>Thread to question or back. Needs all <see cref="Posts"/> loaded. Text, ids, votes and acceptance stay.</summary>
    public void ConvertTo(TopicKind kind, long actorId, DateTime now)
    {
        if (kind == Kind || kind == TopicKind.Note || Kind == TopicKind.Note)
            throw new RefusedException(Refusal.Invalid, "A thread can become a question, and a question a thread. A note is distilled, not converted.");

        Kind = kind;
        foreach (var post in Posts) post.FollowKind(this);
        ReplyCount = Posts.Count(p => p.Part is Part.Reply or Part.Answer && p.Standing == Standing.Published);
        TellTopic(EventKind.Converted, now, actorId);
    }

    public void TellPinned(bool isPinned, long actorId, DateTime now) => TellTopic(isPinned ? EventKind.Pinned : EventKind.Unpinned, now, actorId);

    public void TellAcceptance(Post answer, bool isAccepted, long actorId, DateTime now) =>
        TellOf(isAccepted ? EventKind.Accepted : EventKind.Unaccepted, answer, now, actorId);

    /// <summary>Keeps the figures right when a post goes out of sight or comes back.</summary>
    internal void Follow(Post post, bool isShown)
    {
        if (post.Part == Part.Opening) Standing = post.Standing;
        else if (post.Part != Part.Comment) ReplyCount += isShown ? 1 : -1;
    }

    internal void TellOf(EventKind kind, Post post, DateTime now, long? actorId, Func<string>? words = null) => Tell(kind, now, actorId, post, () => Id, () => SpaceId, words);

    internal void EraseTitle() => Title = "—";

    /// <summary>What ties it to other notes and spaces changed.</summary>
    internal void TellTied(EventKind kind, long actorId, DateTime now) => TellTopic(kind, now, actorId);

    internal void FoldTitle() => TitleFolded = Folded.Of(Title);

    internal void TellTopic(EventKind kind, DateTime now, long? actorId, Func<string>? words = null) => Tell(kind, now, actorId, this, () => Id, () => SpaceId, words);
}
