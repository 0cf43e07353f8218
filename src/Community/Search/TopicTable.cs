using System.Collections.Concurrent;

namespace Community.Search;

/// <summary>
/// The topics that a search has met. Their ids are given one after the other, so that a place for each is not much longer than there are topics; it is used again by later
/// searches, which know what they met themselves from what others left there.
/// </summary>
sealed class TopicTable
{
    static readonly ConcurrentBag<TopicTable> Spare = [];

    TopicMatch[] places = new TopicMatch[1024];
    int[] met = new int[1024];
    int count;
    ushort search;

    public static TopicTable Take()
    {
        var table = Spare.TryTake(out var spare) ? spare : new TopicTable();
        table.count = 0;
        if (++table.search != 0) return table;

        Array.Clear(table.places);
        table.search = 1;
        return table;
    }

    /// <summary>The ids of those that were met.</summary>
    public ReadOnlySpan<int> Met => met.AsSpan(0, count);

    public ref TopicMatch this[int topicId] => ref places[topicId];

    /// <summary>To be used again; its owner must not look at it any more.</summary>
    public void GiveBack()
    {
        if (Spare.Count < Environment.ProcessorCount) Spare.Add(this);
    }

    /// <summary>Makes room for ids up to this one.</summary>
    public void Reserve(int topicId)
    {
        if (topicId >= places.Length) Array.Resize(ref places, Math.Max(topicId + 1, places.Length * 2));
    }

    public bool IsNew(int topicId) => places[topicId].Search != search;

    /// <summary>The topic's place, for which room was made.</summary>
    /// <param name="isNew">It was not met before, and its match is empty.</param>
    public ref TopicMatch Meet(int topicId, out bool isNew)
    {
        ref var place = ref places[topicId];
        isNew = place.Search != search;
        if (isNew)
        {
            place = new TopicMatch { Search = search };
            if (count == met.Length) Array.Resize(ref met, count * 2);
            met[count++] = topicId;
        }

        return ref place;
    }
}
