namespace Community.Search;

/// <summary>What puts a topic where it stands in a list of results.</summary>
public enum ReasonKind
{
    /// <summary>All that was typed stands in the title.</summary>
    AllInTitle,

    /// <summary>These words stand in the title.</summary>
    InTitle,

    /// <summary>The words stand in a row, as typed.</summary>
    InARow,

    /// <summary>The post is the accepted answer, by the person named.</summary>
    Accepted,

    /// <summary>So many found the post useful.</summary>
    Votes,

    /// <summary>So many said that it worked for them, with a change or without.</summary>
    Worked,

    /// <summary>So many said that it did not, more than that it did: it stands lower for it.</summary>
    Failed,

    /// <summary>A note that was checked at this time, and whose next review is to come.</summary>
    Fresh,

    /// <summary>A note that nobody has checked since this time: it stands lower for it.</summary>
    Stale,

    /// <summary>Found by another word for what was typed.</summary>
    AlsoSaid,

    /// <summary>These words are not in the post.</summary>
    Lacks,

    /// <summary>A note that was written at this time, and whose first review is to come.</summary>
    Written,

    /// <summary>A note that somebody contradicts since this time: it stands lower for it.</summary>
    Disputed,

    /// <summary>A note that its stewards marked at this time: it stands lower for it.</summary>
    Outdated,
}

/// <summary>One reason.</summary>
/// <param name="Text">Words or a name, as typed or written; not encoded.</param>
public sealed record Reason(ReasonKind Kind, string Text = "", int Count = 0, DateTime? At = null);
