using Community.Governance;
using Community.Notes.Care;
using Community.Topics;

namespace Community.Web.Api;

/// <summary>Somebody who wrote something.</summary>
public sealed record Author(long Id, string Name);

/// <summary>A space that the caller can read.</summary>
/// <param name="Slug">What other calls name it by.</param>
public sealed record SpaceAnswer(long Id, string Slug, string Name, Tier Tier);

/// <summary>A topic in a list, without its posts.</summary>
/// <param name="Space">The slug.</param>
/// <param name="Title">Null when its opening was taken back or hidden.</param>
/// <param name="Url">Its page, from the root of the site.</param>
/// <param name="Author">Null when the name was taken off, or the opening is out of sight.</param>
/// <param name="AcceptedPostId">Of a question: the answer that helped.</param>
public sealed record ListedTopic(
    long Id, TopicKind Kind, string Space, string? Title, IReadOnlyList<string> Tags, string Url, DateTime CreatedAt, Author? Author, long? AcceptedPostId, DateTime? ClosedAt)
{
    /// <summary>It was asked without a name: its author, who is null, is known to the stewards of its space alone.</summary>
    public bool Masked { get; init; }

    /// <summary>Of a practice note in sight: how far it can be relied on; null else.</summary>
    public NoteState? State { get; init; }

    /// <summary>Of a practice note: who keeps it and still can. Null for other kinds.</summary>
    public IReadOnlyList<StewardAnswer>? Stewards { get; init; }

    /// <summary>Of a practice note: the day from which it is due.</summary>
    public DateTime? ReviewAt { get; init; }

    /// <summary>Of a practice note: when it was last checked, or else written.</summary>
    public DateTime? CheckedAt { get; init; }

    /// <summary>Of a question: the day by which it needs an answer; null where none was said.</summary>
    public DateOnly? NeededBy { get; init; }

    /// <summary>Of a question: why it is needed by then.</summary>
    public string? NeedReason { get; init; }
}

/// <summary>A topic with its opening and the oldest 100 other posts, comments included.</summary>
/// <param name="PostsNext">A cursor for more posts; null when these are all.</param>
public sealed record TopicAnswer(
    long Id, TopicKind Kind, string Space, string? Title, IReadOnlyList<string> Tags, string Url, DateTime CreatedAt, Author? Author,
    IReadOnlyList<PostAnswer> Posts, string? PostsNext, long? AcceptedPostId, DateTime? ClosedAt)
{
    /// <summary>It was asked without a name: its author, who is null, is known to the stewards of its space alone.</summary>
    public bool Masked { get; init; }

    /// <summary>Of a practice note in sight: how far it can be relied on; null else.</summary>
    public NoteState? State { get; init; }

    /// <summary>Of a practice note: who keeps it and still can. Null for other kinds.</summary>
    public IReadOnlyList<StewardAnswer>? Stewards { get; init; }

    /// <summary>Of a practice note: the day from which it is due.</summary>
    public DateTime? ReviewAt { get; init; }

    /// <summary>Of a practice note: when it was last checked, or else written.</summary>
    public DateTime? CheckedAt { get; init; }

    /// <summary>Of a question: the day by which it needs an answer; null where none was said.</summary>
    public DateOnly? NeededBy { get; init; }

    /// <summary>Of a question: why it is needed by then.</summary>
    public string? NeedReason { get; init; }

    public static TopicAnswer Of(ListedTopic topic, IReadOnlyList<PostAnswer> posts, string? next) => new(
        topic.Id, topic.Kind, topic.Space, topic.Title, topic.Tags, topic.Url, topic.CreatedAt, topic.Author, posts, next, topic.AcceptedPostId, topic.ClosedAt)
    {
        Masked = topic.Masked,
        State = topic.State,
        Stewards = topic.Stewards,
        ReviewAt = topic.ReviewAt,
        CheckedAt = topic.CheckedAt,
        NeededBy = topic.NeededBy,
        NeedReason = topic.NeedReason,
    };
}

/// <summary>A post. Text and author are null when it was withdrawn or removed.</summary>
/// <param name="ParentId">What it stands under.</param>
/// <param name="Body">Markdown as typed.</param>
/// <param name="Html">Safe, with links inside the site from its root.</param>
/// <param name="Revision">The newest revision, to be sent back as <c>baseRevision</c>.</param>
public sealed record PostAnswer(
    long Id, long TopicId, Part Role, long? ParentId, Author? Author, string? Body, string? Html, DateTime CreatedAt, DateTime? EditedAt, int Score, Standing Standing, string Url, int Revision)
{
    /// <summary>In whose name it speaks: personal, unit or institution. Then <c>author</c> is null, and <c>speaksFor</c> says the name.</summary>
    public Voice Voice { get; init; }

    /// <summary>For whom it speaks; null for the own voice.</summary>
    public string? SpeaksFor { get; init; }

    /// <summary>Who wrote what speaks for others; for staff alone, else null.</summary>
    public Author? WrittenBy { get; init; }

    /// <summary>Its author is a guest from outside.</summary>
    public bool IsGuest { get; init; }

    /// <summary>What the institution puts under personal posts of staff where others read them, as it was on the post's day; null elsewhere.</summary>
    public string? Disclaimer { get; init; }

    /// <summary>What interest its author declares; null for none.</summary>
    public string? Interest { get; init; }

    /// <summary>For how many an answer also worked, beside the one who accepted it; null for other posts.</summary>
    public int? HelpfulMarks { get; init; }

    /// <summary>Whether the caller is one of them.</summary>
    public bool? IsMarkedHelpful { get; init; }

    /// <summary>How many others have the question; of its opening, else null.</summary>
    public int? AlsoAsking { get; init; }

    /// <summary>Whether the caller is one of them.</summary>
    public bool? IsAlsoMine { get; init; }

    /// <summary>Of a post that somebody moderating took out of sight: how far, why and under which rule; else null.</summary>
    public TombstoneAnswer? Tombstone { get; init; }
}

/// <summary>What stays in place of a removed post.</summary>
/// <param name="Kind">Hidden until it is decided, removed, or purged for good.</param>
/// <param name="Rule">As it was cited; null from before there were rules.</param>
public sealed record TombstoneAnswer(RemovalKind Kind, ReasonClass ReasonClass, string? Rule, string Reason, DateTime At);

/// <summary>One stored version of a post.</summary>
/// <param name="Author">Null when the name was taken off the post.</param>
public sealed record RevisionAnswer(int Number, Author? Author, DateTime At, string Summary, string Body);

/// <summary>A post's votes, summed.</summary>
public sealed record ScoreAnswer(int Score);
