using System.Runtime.InteropServices;
using Community.Topics;

namespace Community.Search;

/// <summary>Counts topics by what a reader can choose next. A facet ignores its own choice, so that another value can be chosen.</summary>
sealed class FacetCounting(TopicFilter filter)
{
    const int Kind = 1, Space = 2, Tag = 4, State = 8, Author = 16, Year = 32;

    readonly TopicFilter.Choices chosen = filter.Chosen;
    readonly int chosenState = filter.Chosen.State is { } state ? StateBits.Of(state) : 0;
    readonly Dictionary<string, int> tags = [];

    SegmentPosts? segment;
    TopicProfile[] profiles = [];

    /// <summary>Topics that fit all choices, by profile.</summary>
    int[] counted = [];

    /// <summary>What a profile lacks of the choices, and whether it fits what was typed.</summary>
    int[] missing = [];
    bool[] wanted = [];
    int[] tagCounts = [];
    int tagChoice = -1;
    HashSet<int>? wantedTags, unwantedTags;

    public FacetCounts Counts { get; } = new();

    public int Total { get; private set; }

    public void Begin(SegmentPosts posts, SegmentDay day)
    {
        EndSegment();
        (segment, profiles) = (posts, day.Profiles);
        (counted, tagCounts) = (new int[profiles.Length], new int[posts.Tags.Length]);
        (missing, wanted) = (Array.ConvertAll(profiles, Missing), Array.ConvertAll(profiles, IsWanted));
        tagChoice = chosen.Tag is null ? -1 : Ord(chosen.Tag);
        wantedTags = filter.WantedTags is null ? null : Ords(filter.WantedTags);
        unwantedTags = filter.UnwantedTags.Count == 0 ? null : Ords(filter.UnwantedTags);
    }

    /// <summary>Whether a topic fits what was typed. Asked by the first post met: what it says is the same in all of them.</summary>
    public bool IsWanted(int doc, int profile) => wanted[profile] && (wantedTags is null && unwantedTags is null || FitsTags(segment!.TagsOf(doc)));

    /// <returns>Whether the topic fits all choices.</returns>
    public bool Count(int doc, int profile)
    {
        var ords = segment!.TagsOf(doc);
        var missed = missing[profile];
        if (chosen.Tag is not null && !ords.Contains(tagChoice)) missed |= Tag;
        if (chosen.Author is { } author)
        {
            var by = segment.Rows[doc].AuthorId;
            if (author != by) missed |= Author;
            if ((missed & ~Author) == 0 && by != 0) CollectionsMarshal.GetValueRefOrAddDefault(Counts.Authors, by, out _)++;
        }

        if ((missed & ~Tag) == 0) foreach (var ord in ords) tagCounts[ord]++;
        if (missed != 0)
        {
            if (missed is Kind or Space or State or Year) Add(profiles[profile], 1, missed);
            return false;
        }

        counted[profile]++;
        Total++;
        return true;
    }

    public void End()
    {
        EndSegment();
        Counts.Tags = tags;
    }

    int Missing(TopicProfile topic) => (chosen.Kind is { } kind && (byte)kind != topic.Kind ? Kind : 0) | (chosen.Space is { } space && space != topic.SpaceId ? Space : 0)
        | ((topic.States & chosenState) != chosenState ? State : 0) | (chosen.Year is { } year && year != topic.Begun ? Year : 0);

    bool IsWanted(TopicProfile topic) => filter.WantedKinds?.Contains((TopicKind)topic.Kind) != false && !filter.UnwantedKinds.Contains((TopicKind)topic.Kind)
        && (topic.States & filter.WantedStates) == filter.WantedStates && (topic.States & filter.UnwantedStates) == 0;

    void Add(TopicProfile topic, int topics, int facets)
    {
        if ((facets & Kind) != 0) Counts.Kinds[topic.Kind] += topics;
        if ((facets & Space) != 0) CollectionsMarshal.GetValueRefOrAddDefault(Counts.Spaces, topic.SpaceId, out _) += topics;
        if ((facets & Year) != 0) CollectionsMarshal.GetValueRefOrAddDefault(Counts.Years, topic.Begun, out _) += topics;
        if ((facets & State) != 0) foreach (var state in StateBits.All) Counts.States[(int)state] += (topic.States & StateBits.Of(state)) != 0 ? topics : 0;
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

        for (var profile = 0; profile < counted.Length; profile++)
            if (counted[profile] > 0) Add(profiles[profile], counted[profile], Kind | Space | State | Year);

        (tagCounts, counted) = ([], []);
    }
}
