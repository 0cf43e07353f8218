using Community.Governance;
using Community.Questions.Answering;
using Community.Topics;
using Community.Web.Answers;
using Community.Web.Reports;

namespace Community.Web.Topics;

/// <summary>A post as one reader sees it.</summary>
/// <param name="Html">Null when the reader may not read it.</param>
/// <param name="AuthorId">Null when the author's name was taken off.</param>
/// <param name="ParentAuthor">Whom a reply answers to, when that is another reply.</param>
public sealed record PostView(
    long Id, long TopicId, Part Part, long? ParentId, string? ParentAuthor, long? AuthorId, string AuthorName, string? AuthorUnit, DateTime CreatedAt, DateTime? EditedAt,
    int RevisionNumber, int Score, int MyVote, string? Html, Standing Standing, PostTombstone? Tombstone, PostSource? Source, bool IsAccepted, bool IsBookmarked, PostMay May,
    IReadOnlyList<PostView> Comments)
{
    /// <summary>The notes that something of it went into.</summary>
    public IReadOnlyList<NoteMade> MadeInto { get; init; } = [];

    /// <summary>The reader wrote it, by name or under a mask.</summary>
    public bool IsOwn { get; init; }

    /// <summary>In whose name it speaks; then <see cref="AuthorName"/> is that name.</summary>
    public Voice Voice { get; init; }

    /// <summary>Who wrote what speaks for others; for staff alone.</summary>
    public PostWriter? Writer { get; init; }

    /// <summary>Staff of the institution, said where others read it, too.</summary>
    public bool IsVerified { get; init; }

    /// <summary>Somebody from outside, by name.</summary>
    public bool IsGuest { get; init; }

    /// <summary>What stands under what staff say for themselves, as it was when they said it; else null.</summary>
    public string? Disclaimer { get; init; }

    /// <summary>What interest its author declared; else null.</summary>
    public string? Interest { get; init; }

    public string Anchor => $"post-{Id}";

    /// <summary>What reports say of it; null for what takes none.</summary>
    public PostEvidence? Evidence { get; init; }

    /// <summary>For whom it also worked; null for what is no answer in sight.</summary>
    public WhoElse? Helped { get; init; }

    /// <summary>Why an answer stands where nobody would look for it; else null.</summary>
    public AnswerPlace? Place { get; init; }

    /// <summary>Of a question in sight: who has it, too; else null.</summary>
    public WhoElse? AlsoAsking { get; init; }
}

/// <summary>Who wrote a post that speaks for others.</summary>
public sealed record PostWriter(long Id, string Name);

/// <summary>What stays in place of a post that is out of sight.</summary>
/// <param name="Reason">A moderator's words; null for a withdrawal.</param>
/// <param name="RestorableUntil">For the author: until when it can be brought back.</param>
public sealed record PostTombstone(DateTime At, string? Reason, DateTime? RestorableUntil)
{
    /// <summary>How far somebody else took it out of sight; null for a withdrawal.</summary>
    public RemovalKind? Kind { get; init; }

    public ReasonClass ReasonClass { get; init; }

    /// <summary>The rule that is cited, as it was called then.</summary>
    public string Rule { get; init; } = "";

    /// <summary>The act, for its author to appeal; else null.</summary>
    public long? OwnActId { get; init; }
}

/// <summary>A note that something of a post went into.</summary>
/// <param name="Revision">The revision of the note with which it came.</param>
public sealed record NoteMade(long Id, string Title, int Revision);

/// <summary>Where an imported post came from.</summary>
public sealed record PostSource(string Name, string Url, string Licence);

/// <summary>What the reader may do with a post.</summary>
public sealed record PostMay(bool Reply, bool Comment, bool Vote, bool Revise, bool Withdraw, bool Unname, bool Remove, bool Accept)
{
    /// <summary>Say that something is wrong with it.</summary>
    public bool Flag { get; init; }

    /// <summary>Hide it, lock it, and what else those who moderate do.</summary>
    public bool Moderate { get; init; }

    /// <summary>Say whether it worked.</summary>
    public bool Report { get; init; }

    /// <summary>Say that it also worked.</summary>
    public bool Help { get; init; }

    /// <summary>Say that one has the question, too.</summary>
    public bool AlsoAsk { get; init; }

    /// <summary>Start a playbook because of it.</summary>
    public bool Respond { get; init; }
}
