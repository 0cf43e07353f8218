using Community.Governance;
using Community.Topics;
using Community.Trials;
using Community.Web.Topics;

namespace Community.Web.Trials;

/// <summary>Where a trial stands on a day.</summary>
public enum TrialStage
{
    /// <summary>Its first day is to come.</summary>
    Coming,
    Running,

    /// <summary>Its last day has come, and nobody decided.</summary>
    Due,
    Decided,
}

/// <summary>A trial in a list.</summary>
/// <param name="People">Who tries it, the owner first; at most three.</param>
/// <param name="DaysLate">Of one that waits for a decision: for how many days.</param>
/// <param name="Outcome">Of one that is decided.</param>
public sealed record TrialRow(long Id, string Title, string SpaceSlug, string SpaceName, string Place, TrialStage Stage, DateOnly StartsOn, DateOnly EndsOn, IReadOnlyList<Named> People, int MorePeople, int Observations, int Good, int DaysLate,
    TrialOutcome? Outcome, string Reason, DateTime? DecidedAt, TrialNote? Note)
{
    public string Address => TrialAddress.Of(Id, Title);
}

/// <summary>The note that took a trial in.</summary>
public sealed record TrialNote(long Id, string Title, int RevisionNumber)
{
    public string Address => TopicAddress.Of(TopicKind.Note, Id, Title);
}

/// <summary>The board: a column for each stage.</summary>
/// <param name="Counts">How many there are of each stage.</param>
/// <param name="Mine">How many are the reader's, as owner or as one who tries.</param>
/// <param name="Space">The chosen space.</param>
public sealed record TrialBoard(IReadOnlyDictionary<TrialStage, IReadOnlyList<TrialRow>> Columns, IReadOnlyDictionary<TrialStage, int> Counts, int Mine, SpaceChoice? Space, bool IsMine, bool MayStart)
{
    /// <summary>The address with the space that is chosen.</summary>
    /// <param name="query">Beside it, such as <c>mine=1</c>; may be empty.</param>
    public string With(string query = "") => TrialAddress.OfBoard(Space?.Slug, query);
}

/// <summary>Trials that are decided, the latest first.</summary>
/// <param name="Outcome">Those that ended so; null for all.</param>
/// <param name="Next">Address of the next page; null on the last.</param>
public sealed record TrialArchive(IReadOnlyList<TrialRow> Rows, TrialOutcome? Outcome, SpaceChoice? Space, int Total, string? Next);

/// <summary>A trial with its log.</summary>
/// <param name="Topic">What it belongs to, if the reader sees that.</param>
/// <param name="Days">Each of its days until today: whether somebody saw it work or fail; null without an observation.</param>
/// <param name="Revoked">What was decided before and revoked, the latest first.</param>
public sealed record TrialPage(TrialRow Row, long SpaceId, string SpaceSlug, Tier Tier, string What, string Measure, Named Owner, IReadOnlyList<Named> People, TrialTopic? Topic, IReadOnlyList<ObservationRow> Log, int LogCount, string? NextLog,
    IReadOnlyList<(DateOnly Day, Seen? Seen)> Days, DateOnly Today, Named? DecidedBy, IReadOnlyList<RevokedRow> Revoked, bool MayObserve, bool MayKeep)
{
    /// <summary>What it belongs to and the reader does not see: an edit leaves it.</summary>
    public long? HiddenTopicId { get; init; }
}

/// <summary>What a trial belongs to.</summary>
/// <param name="OpeningId">The post that a note's text is.</param>
public sealed record TrialTopic(long Id, TopicKind Kind, string Title, long OpeningId)
{
    public string Address => TopicAddress.Of(Kind, Id, Title);
}

/// <summary>A line of the log.</summary>
public sealed record ObservationRow(long Id, Seen Seen, string Line, DateOnly Day, Named By, bool MayTakeBack);

/// <summary>A decision that does not stand any more.</summary>
public sealed record RevokedRow(TrialOutcome Outcome, string Reason, Named By, DateTime At, DateTime RevokedAt);

/// <summary>A trial as it is typed.</summary>
public sealed record TrialForm
{
    public string? Space { get; init; }

    public string? Title { get; init; }

    public string? What { get; init; }

    public string? Place { get; init; }

    public string? Measure { get; init; }

    public DateOnly? StartsOn { get; init; }

    public DateOnly? EndsOn { get; init; }

    /// <summary>Names with commas between them.</summary>
    public string? People { get; init; }

    /// <summary>Of one that is there: a name.</summary>
    public string? Owner { get; init; }

    /// <summary>The address of a topic, or its number.</summary>
    public string? Topic { get; init; }

    /// <summary>Random, made with the form: the same trial under the same key is one.</summary>
    public string? Key { get; init; }
}

/// <summary>The page for starting or changing a trial.</summary>
/// <param name="Trial">Null for a new one.</param>
/// <param name="Spaces">For a new one: the spaces that the person may try something in.</param>
/// <param name="Topic">What it is to belong to.</param>
public sealed record TrialFormPage(TrialRow? Trial, TrialForm Form, IReadOnlyList<SpaceChoice> Spaces, TrialTopic? Topic);
