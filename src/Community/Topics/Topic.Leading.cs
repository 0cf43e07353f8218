namespace Community.Topics;

/// <summary>How a topic leads to another one.</summary>
public sealed partial class Topic
{
    /// <summary>Whether it is closed because the same was asked before. Needs <see cref="Closures"/> loaded.</summary>
    public bool IsDuplicate => Closures.Exists(c => c is { Outcome: Outcome.Duplicate, ReopenedAt: null });
}
