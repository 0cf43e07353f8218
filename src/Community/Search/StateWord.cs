namespace Community.Search;

/// <summary>What <c>is:</c> and the facet of states can name. They overlap: an open question may have answers of which none is accepted.</summary>
public enum StateWord
{
    /// <summary>A question with an accepted answer.</summary>
    Answered,

    /// <summary>A question that is not closed and has no answer at all.</summary>
    Unanswered,

    /// <summary>Neither closed nor answered.</summary>
    Open,
    Closed,

    /// <summary>A practice note that somebody wrote, revised or checked within <see cref="Ranking.FreshDays"/> days.</summary>
    Verified,

    /// <summary>A practice note that nobody did so with for longer.</summary>
    Outdated,
}
