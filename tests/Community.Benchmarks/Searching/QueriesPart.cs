namespace Community.Benchmarks.Searching;

/// <summary>Searches of the site and bare queries in turns, in the same minutes: what else the machine does then hits all of them.</summary>
sealed class QueriesPart(SearchedCommunity searched, Table table, int rounds)
{
    /// <summary>Until the hot paths are compiled for good.</summary>
    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(20);

    public async Task Run(CancellationToken stop)
    {
        var sets = new List<(TypedQueries Typed, List<BareQueries> Bare)>();
        foreach (var typed in TypedQueries.All)
        {
            var bare = new List<BareQueries>();
            foreach (var text in typed.Texts) bare.Add(await BareQueries.Of(text, searched, stop));
            sets.Add((typed, bare));
        }

        for (var warm = TimeSpan.Zero; warm < WarmUp;)
            foreach (var (typed, bare) in sets) warm += (await Site(typed.Texts, stop) + await Bare(bare, query => query.Related)) * typed.Texts.Count;

        foreach (var (typed, bare) in sets)
        {
            var (site, terms, words, related) = (new List<TimeSpan>(), new List<TimeSpan>(), new List<TimeSpan>(), new List<TimeSpan>());
            for (var round = 0; round < rounds; round++)
            {
                site.Add(await Site(typed.Texts, stop));
                terms.Add(await Bare(bare, query => query.Terms));
                words.Add(await Bare(bare, query => query.Words));
                if (bare.Exists(query => query.Related.Clauses.Count > query.Terms.Clauses.Count)) related.Add(await Bare(bare, query => query.Related));
            }

            Add(typed.Name, site, terms, words);
            if (related.Count > 0) Add(typed.Name + ", beside its related words, too", site, related, words);
        }
    }

    void Add(string name, List<TimeSpan> site, List<TimeSpan> terms, List<TimeSpan> words) => table.Row(
        name, Show.Ms(Middle(site)), Show.Ms(Middle(terms)), Show.Ratio(Middle(site) / Middle(terms)), "3.0", Show.Ms(Middle(words)), Show.Ratio(Middle(site) / Middle(words)));

    /// <returns>Processor time a query.</returns>
    async Task<TimeSpan> Site(IReadOnlyList<string> texts, CancellationToken stop) => (await Work.Of(async () =>
    {
        foreach (var text in texts) await searched.Search(text, stop);
    })).Processor / texts.Count;

    async Task<TimeSpan> Bare(List<BareQueries> queries, Func<BareQueries, Lucene.Net.Search.BooleanQuery> of) => (await Work.Of(() =>
    {
        foreach (var query in queries) searched.Bare(searcher => BareQueries.Ask(searcher, of(query)));
        return Task.CompletedTask;
    })).Processor / queries.Count;

    static TimeSpan Middle(List<TimeSpan> times) => times.Order().ElementAt((times.Count - 1) / 2);
}
