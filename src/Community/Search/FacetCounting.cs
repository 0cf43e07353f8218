using System.Runtime.InteropServices;
using Community.Topics;

namespace Community.Search;

/// <summary>Counts topics by what a reader can choose next. A facet ignores its own choice, so that another value can be chosen.</summary>
sealed class FacetCounting(TopicFilter filter, Priors priors)
{
    const int Kind = 1, Space = 2, Tag = 4, State = 8, Author = 16, Year = 32;

    readonly TopicFilter.Choices chosen = filter.Chosen;
    readonly int chosenState = filter.Chosen.State is { } state ? StateBits.Of(state) : 0;
    readonly int[] states = new int[1 << StateBits.Count];
    readonly Dictionary<string, int> tags = [];

    SegmentPosts? segment;
    int[] tagCounts = [];
    int tagChoice = -1;
    HashSet<int>? wantedTags, unwantedTags;

    public FacetCounts Counts { get; } = new();

    public int Total { get; private set; }

    public void Begin(SegmentPosts posts)
    {
        EndSegment();
        segment = posts;
        tagCounts = new int[posts.Tags.Length];
        tagChoice = chosen.Tag is null ? -1 : Ord(chosen.Tag);
        wantedTags = filter.WantedTags is null ? null : Ords(filter.WantedTags);
        unwantedTags = filter.UnwantedTags.Count == 0 ? null : Ords(filter.UnwantedTags);
    }

    /// <summary>Whether a topic fits what was typed. Asked by the first post met: what it says is the same in all of them.</summary>
    public bool IsWanted(int doc, in SegmentPost post)
    {
        if (filter.WantedKinds?.Contains((TopicKind)post.Kind) == false || filter.UnwantedKinds.Contains((TopicKind)post.Kind)) return false;

        var states = StateBits.Of(post, priors.FreshSince);
        if ((states & filter.WantedStates) != filter.WantedStates || (states & filter.UnwantedStates) != 0) return false;

        return wantedTags is null && unwantedTags is null || FitsTags(segment!.TagsOf(doc));
    }

    /// <returns>Whether the topic fits all choices.</returns>
    public bool Count(int doc, in SegmentPost post)
    {
        var bits = StateBits.Of(post, priors.FreshSince);
        var ords = segment!.TagsOf(doc);
        var missed = (chosen.Kind is { } kind && (byte)kind != post.Kind ? Kind : 0) | (chosen.Space is { } space && space != post.SpaceId ? Space : 0)
            | (chosen.Tag is not null && !ords.Contains(tagChoice) ? Tag : 0) | ((bits & chosenState) != chosenState ? State : 0)
            | (chosen.Author is { } author && author != post.AuthorId ? Author : 0) | (chosen.Year is { } year && year != post.Begun ? Year : 0);

        if ((missed & ~Kind) == 0) Counts.Kinds[post.Kind]++;
        if ((missed & ~Space) == 0) CollectionsMarshal.GetValueRefOrAddDefault(Counts.Spaces, post.SpaceId, out _)++;
        if ((missed & ~Tag) == 0) foreach (var ord in ords) tagCounts[ord]++;
        if ((missed & ~State) == 0) states[bits]++;
        if ((missed & ~Year) == 0) CollectionsMarshal.GetValueRefOrAddDefault(Counts.Years, post.Begun, out _)++;
        if (chosen.Author is not null && (missed & ~Author) == 0 && post.AuthorId != 0) CollectionsMarshal.GetValueRefOrAddDefault(Counts.Authors, post.AuthorId, out _)++;
        if (missed != 0) return false;

        Total++;
        return true;
    }

    public void End()
    {
        EndSegment();
        Counts.Tags = tags;
        for (var bits = 0; bits < states.Length; bits++)
            foreach (var state in StateBits.All) Counts.States[(int)state] += (bits & StateBits.Of(state)) != 0 ? states[bits] : 0;
    }

    bool FitsTags(ReadOnlySpan<int> ords) => (wantedTags is null || HasAny(ords, wantedTags)) && (unwantedTags is null || !HasAny(ords, unwantedTags));

    static bool HasAny(ReadOnlySpan<int> ords, HashSet<int> named)
    {
        foreach (var ord in ords)
            if (named.Contains(ord)) return true;

        return false;
    }

    HashSet<int> Ords(IEnumerable<string> names) => [.. names.Select(Ord).Where(ord => ord >= 0)];

    int Ord(string name) => Array.IndexOf(segment!.Tags, name);

    void EndSegment()
    {
        for (var ord = 0; ord < tagCounts.Length; ord++)
            if (tagCounts[ord] > 0) CollectionsMarshal.GetValueRefOrAddDefault(tags, segment!.Tags[ord], out _) += tagCounts[ord];

        tagCounts = [];
    }
}
