namespace Community.Transfer;

/// <summary>How often an import met one thing, and where first.</summary>
public sealed class Remark(string reason)
{
    public const int MaxExamples = 20;

    readonly List<string> examples = [];

    public string Reason { get; } = reason;

    public long Rows { get; private set; }

    /// <summary>File, line and what stands there; at most <see cref="MaxExamples"/>, the first ones.</summary>
    public IReadOnlyList<string> Examples => examples;

    internal void Add(string example, long rows)
    {
        Rows += rows;
        if (examples.Count < MaxExamples) examples.Add(example);
    }
}
