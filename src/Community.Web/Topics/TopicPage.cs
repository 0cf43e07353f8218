using Community.Governance;
using Community.Notes.Lineage;
using Community.Topics;

namespace Community.Web.Topics;

/// <summary>A topic with one page of its posts.</summary>
/// <param name="Next">Address of the next page of posts; null on the last.</param>
/// <param name="NewSince">The first post on this page that the reader has not seen; null when there is none or all are new.</param>
/// <param name="SeenPostId">How far the reader had come before; 0 for a first visit.</param>
/// <param name="LastEventId">The newest event when the page was made: live goes on from there.</param>
public sealed record TopicPage(TopicHead Head, PostView? Opening, IReadOnlyList<PostView> Posts, string? Next, string? First, string Sort,
    long? NewSince, DateTime? SeenAt, long SeenPostId, long LastEventId, IReadOnlyList<Named> People, int OtherPeople, ReplyForm Reply)
{
    /// <summary>Of a note: where its blocks came from.</summary>
    public NoteLineage Lineage { get; init; } = NoteLineage.None;

    /// <summary>All posts of the page, without the comments under them.</summary>
    public IEnumerable<PostView> Shown => Posts.Append(Opening).OfType<PostView>();

    /// <summary>The newest post on the page: the read mark moves to it.</summary>
    public long NewestPostId => Shown.SelectMany(post => post.Comments.Append(post)).Select(post => post.Id).DefaultIfEmpty(0).Max();
}

/// <summary>What stands above the posts.</summary>
/// <param name="Title">Null when the opening is out of the reader's sight.</param>
public sealed record TopicHead(long Id, TopicKind Kind, string? Title, string SpaceSlug, string SpaceName, Tier Tier, IReadOnlyList<string> Tags, DateTime CreatedAt, int ReplyCount,
    bool IsAccepted, bool IsPinned, TopicClosure? Closure, IReadOnlyList<TopicTie> Ties, TopicMay May)
{
    /// <summary>It was asked without a name.</summary>
    public bool IsMasked { get; init; }

    /// <summary>Posts came into it from another topic, or went there.</summary>
    public bool IsRearranged { get; init; }

    public string Address => TopicAddress.Of(Kind, Id, Title);
}

/// <summary>That it is closed, and what came of it.</summary>
/// <param name="By">Null when it was somebody who took the own name off the question.</param>
public sealed record TopicClosure(Outcome Outcome, string Reason, string? By, DateTime At);

/// <summary>Another topic that this one is tied to.</summary>
/// <param name="IsOriginal">This topic is a duplicate of that one.</param>
/// <param name="IsAnswered">It has an answer or a reply in sight.</param>
public sealed record TopicTie(long Id, TopicKind Kind, string Title, LinkKind Link, bool IsOriginal, bool IsAnswered);

/// <summary>What the reader may do with a topic.</summary>
public sealed record TopicMay(bool Reply, bool Comment, bool Retitle, bool Close, bool Convert, bool Pin, bool Move, bool Keep)
{
    /// <summary>Say that the question was asked before.</summary>
    public bool MarkDuplicate { get; init; }

    /// <summary>Bring posts into another topic.</summary>
    public bool Rearrange { get; init; }

    /// <summary>Slow it down.</summary>
    public bool Moderate { get; init; }
}

/// <summary>A reply, answer or comment as it is typed.</summary>
public sealed record ReplyForm : Composed, ITypedText
{
    public string Body { get; init; } = "";

    public Part Part { get; init; } = Part.Reply;

    /// <summary>What it stands under; empty for the opening.</summary>
    public long? ParentId { get; init; }

    /// <summary>When the draft in it was saved; never bound.</summary>
    internal DateTime? SavedAt { get; init; }

    public ITypedText With(string body) => this with { Body = body };
}
