using Lucene.Net.Search;

namespace Community.Search;

/// <summary>Takes documents of a segment many at a time, which costs less than a call for each.</summary>
interface IWindowCollector : ICollector
{
    /// <param name="docs">In their order.</param>
    /// <param name="scores">One for each.</param>
    void Collect(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores);
}
