namespace Community.Search;

/// <summary>Topics that may be among the best ones, kept while they are met: to look through all of them in the end costs as much as to score a word.</summary>
/// <param name="wanted">So many of the best.</param>
sealed class LeadingTopics(int wanted)
{
    readonly List<int> kept = [];

    /// <summary>More than these are looked through for what can go.</summary>
    int most = wanted * 2 + 100;

    /// <summary>So many as are wanted have this score or a better one.</summary>
    float least = float.NegativeInfinity;

    /// <summary>To be told whenever a topic's score has become better.</summary>
    public void Add(int topicId, float score, TopicTable topics)
    {
        if (score < least) return;

        kept.Add(topicId);
        if (kept.Count > most) DropOthers(topics);
    }

    /// <summary>Each once: the best, and maybe others.</summary>
    public IReadOnlyList<int> Of(TopicTable topics)
    {
        DropOthers(topics);
        return kept;
    }

    void DropOthers(TopicTable topics)
    {
        var best = kept.Distinct().OrderByDescending(id => topics[id].Score).ToList();
        if (best.Count >= wanted && wanted > 0) least = topics[best[wanted - 1]].Score;
        kept.Clear();
        kept.AddRange(best.TakeWhile(id => topics[id].Score >= least));
        most = Math.Max(most, kept.Count * 2);
    }
}
