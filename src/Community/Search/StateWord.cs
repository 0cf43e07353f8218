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

    /// <summary>A practice note that was written or checked, and whose next review is to come.</summary>
    Verified,

    /// <summary>A practice note that its stewards say no longer holds.</summary>
    Outdated,

    /// <summary>A practice note that is due for review.</summary>
    Due,

    /// <summary>A practice note that somebody contradicts.</summary>
    Disputed,
}
