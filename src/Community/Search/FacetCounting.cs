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

    /// <summary>What passes the gate, and fits whatever else its topic is.</summary>
    bool[] plain = [];
    int[] tagCounts = [];
    int[] tagLists = [];
    int fetched;
    HashSet<int>? chosenTag, wantedTags, unwantedTags;

    public FacetCounts Counts { get; } = new();

    public int Total { get; private set; }

    /// <param name="readable">By profile, whether the gate lets it pass; null where each topic is asked for by itself.</param>
    public void Begin(SegmentPosts posts, SegmentDay day, bool[]? readable)
    {
        EndSegment();
        (segment, profiles, tagLists) = (posts, day.Profiles, posts.TagLists);
        (counted, tagCounts) = (new int[profiles.Length], new int[posts.Tags.Length]);
        (missing, wanted) = (Array.ConvertAll(profiles, Missing), Array.ConvertAll(profiles, IsWanted));
        var asksMore = chosen.Tag is not null || chosen.Author is not null || filter.WantedTags is not null || filter.UnwantedTags.Count > 0;
        plain = [.. profiles.Select((_, i) => !asksMore && readable is not null && readable[i] && wanted[i] && missing[i] == 0)];
        chosenTag = chosen.Tag is null ? null : Ords([chosen.Tag]);
        wantedTags = filter.WantedTags is null ? null : Ords(filter.WantedTags);
        unwantedTags = filter.UnwantedTags.Count == 0 ? null : Ords(filter.UnwantedTags);
    }

    /// <summary>Whether a topic fits what was typed. Asked by the first post met: what it says is the same in all of them.</summary>
    public bool IsWanted(in TopicOutline topic) => wanted[topic.Profile] && (wantedTags is null || HasAny(topic.Tags, wantedTags)) && (unwantedTags is null || !HasAny(topic.Tags, unwantedTags));

    /// <summary>Has the lists of tags brought near all at once.</summary>
    public void Fetch(ReadOnlySpan<TopicOutline> topics)
    {
        var sum = 0;
        foreach (ref readonly var topic in topics) sum += tagLists[topic.Tags];
        fetched = sum;
    }

    /// <summary>Counts a topic of which its profile says all that is asked. Most are such.</summary>
    /// <returns>Whether it is one.</returns>
    public bool CountPlainly(in TopicOutline topic)
    {
        if (!plain[topic.Profile]) return false;

        CountIn(topic);
        return true;
    }

    /// <param name="by">Whose post is its best, where authors are chosen.</param>
    /// <returns>Whether the topic fits all choices.</returns>
    public bool Count(in TopicOutline topic, int by = 0)
    {
        var missed = missing[topic.Profile];
        if (chosenTag is not null && !HasAny(topic.Tags, chosenTag)) missed |= Tag;
        if (chosen.Author is { } author)
        {
            if (author != by) missed |= Author;
            if ((missed & ~Author) == 0 && by != 0) CollectionsMarshal.GetValueRefOrAddDefault(Counts.Authors, by, out _)++;
        }

        if (missed == 0)
        {
            CountIn(topic);
            return true;
        }

        if (missed == Tag) CountTags(topic);
        if (missed is Kind or Space or State or Year) Add(profiles[topic.Profile], 1, missed);
        return false;
    }

    void CountIn(in TopicOutline topic)
    {
        counted[topic.Profile]++;
        Total++;
        CountTags(topic);
    }

    void CountTags(in TopicOutline topic)
    {
        for (var at = topic.Tags; tagLists[at] >= 0; at++) tagCounts[tagLists[at]]++;
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

    bool HasAny(int tags, HashSet<int> named)
    {
        for (var at = tags; tagLists[at] >= 0; at++)
            if (named.Contains(tagLists[at])) return true;

        return false;
    }

    HashSet<int> Ords(IEnumerable<string> names) => [.. names.Select(name => Array.IndexOf(segment!.Tags, name)).Where(ord => ord >= 0)];

    void EndSegment()
    {
        for (var ord = 0; ord < tagCounts.Length; ord++)
            if (tagCounts[ord] > 0) CollectionsMarshal.GetValueRefOrAddDefault(tags, segment!.Tags[ord], out _) += tagCounts[ord];

        for (var profile = 0; profile < counted.Length; profile++)
            if (counted[profile] > 0) Add(profiles[profile], counted[profile], Kind | Space | State | Year);

        (tagCounts, counted) = ([], []);
    }
}
