using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Community.Search;

/// <summary>The topics that a search has met, by their ids. It is used again by later searches: one that grows from nothing with each is copied a dozen times.</summary>
sealed class TopicTable
{
    static readonly ConcurrentBag<TopicTable> Spare = [];

    readonly List<long> ids = [];
    readonly List<TopicMatch> matches = [];

    /// <summary>By topic id, the place in the lists, from 1; 0 is not met. Ids are given one after the other, so that this is not much longer than there are topics.</summary>
    int[] places = new int[1024];

    /// <summary>How many topics were met by author; the searcher counts.</summary>
    public Dictionary<long, int> Authors { get; } = [];

    public static TopicTable Take() => Spare.TryTake(out var spare) ? spare : new TopicTable();

    /// <summary>To be used again; its owner must not look at it any more.</summary>
    public void GiveBack()
    {
        foreach (var id in ids) places[id] = 0;
        ids.Clear();
        matches.Clear();
        Authors.Clear();
        if (Spare.Count < Environment.ProcessorCount) Spare.Add(this);
    }

    /// <summary>The topic's place in the table, which stands until the next topic is met.</summary>
    /// <param name="isNew">It was not met before, and its match is empty.</param>
    public ref TopicMatch Meet(long topicId, out bool isNew)
    {
        if (topicId >= places.Length) Array.Resize(ref places, (int)Math.Max(topicId + 1, places.Length * 2L));
        ref var place = ref places[topicId];
        isNew = place == 0;
        if (isNew)
        {
            ids.Add(topicId);
            matches.Add(default);
            place = ids.Count;
        }

        return ref CollectionsMarshal.AsSpan(matches)[place - 1];
    }

    public int Count => ids.Count;

    /// <summary>What was met as the <paramref name="i"/>th, from 0.</summary>
    public ref readonly TopicMatch At(int i, out long topicId)
    {
        topicId = ids[i];
        return ref CollectionsMarshal.AsSpan(matches)[i];
    }

    public IEnumerable<(long TopicId, TopicMatch Match)> All => ids.Zip(matches);
}
