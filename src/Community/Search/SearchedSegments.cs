using Lucene.Net.Index;

namespace Community.Search;

/// <summary>The segments that a search has gone through, to find a post again by its number in the whole index.</summary>
sealed class SearchedSegments
{
    readonly List<Segment> segments = [];

    /// <summary>In the order of their documents.</summary>
    public Segment Add(AtomicReaderContext context, Priors priors)
    {
        var posts = SegmentPosts.Of(context.AtomicReader);
        segments.Add(new Segment(context.DocBase, posts, posts.On(priors)));
        return segments[^1];
    }

    public ref readonly SegmentPost Row(int doc)
    {
        var segment = Of(doc);
        return ref segment.Posts.Rows[doc - segment.From];
    }

    public Segment Of(int doc)
    {
        var last = segments.Count - 1;
        while (segments[last].From > doc) last--;
        return segments[last];
    }

    /// <param name="From">The number of its first document in the whole index.</param>
    public sealed record Segment(int From, SegmentPosts Posts, SegmentDay Day);
}
