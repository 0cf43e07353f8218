namespace Community.Questions.Answering;

/// <summary>What one person says of an answer: that it worked, with or without a change, or that it did not.</summary>
public readonly record struct Saying(DateOnly Day, bool Worked);

/// <summary>What the place of an answer rests on.</summary>
/// <param name="At">When it was written, in UTC.</param>
/// <param name="Score">Its votes, those for it less those against it.</param>
/// <param name="Said">One for each person who tried it or marked it; never its author.</param>
/// <param name="IsShown">False for what was taken back or hidden: it stands last.</param>
public sealed record AnswerFacts(long Id, DateTime At, int Score, IReadOnlyList<Saying> Said, bool IsShown = true)
{
    /// <summary>Who votes has read it; who says that it worked has done it.</summary>
    const double OfVote = 0.5;

    public int Worked => Said.Count(one => one.Worked);

    public int Failed => Said.Count - Worked;

    public double For => Worked + OfVote * Math.Max(0, Score);

    public double Against => Failed + OfVote * Math.Max(0, -Score);

    /// <summary>0 to 1: how good it is at least, after what is known of it.</summary>
    public double Merit => AnswerOrder.LowerBound(For, Against);
}

/// <summary>Which answer the asker accepted, and when (UTC).</summary>
public sealed record AcceptedFact(long Id, DateTime At);

/// <summary>Why an answer stands where nobody would look for it.</summary>
public enum AnswerReason
{
    /// <summary>Before the accepted answer: that was said not to work, and since then this one worked for so many.</summary>
    WorkedSince,

    /// <summary>Before the accepted answer: it was written long after the acceptance, and worked for so many.</summary>
    Newer,

    /// <summary>Before an answer that was accepted long ago: it is found clearly more helpful.</summary>
    Better,

    /// <summary>The accepted answer itself, behind others, because it was said not to work by so many since it was accepted; or, with nobody, because others are newer or better.</summary>
    Overtaken,

    /// <summary>Before answers with more votes: it worked for so many.</summary>
    WorkedForMore,

    /// <summary>Behind answers with fewer votes: it did not work for so many.</summary>
    FailedForSome,
}

/// <summary>Why an answer stands where it does; what stands where everybody would look for it has none.</summary>
/// <param name="Count">The people whom <paramref name="Reason"/> speaks of.</param>
/// <param name="AcceptedAt">Of a reason that speaks of the accepted answer: when it was accepted (UTC).</param>
/// <param name="IsFirst">It stands before all others.</param>
public sealed record AnswerPlace(AnswerReason Reason, int Count, DateTime? AcceptedAt = null, bool IsFirst = false);

/// <summary>An answer in its place.</summary>
public sealed record PlacedAnswer(long Id, AnswerPlace? Place);
