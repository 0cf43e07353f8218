using Community.Events;
using Community.Governance;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Trials;

/// <summary>
/// What was tried before and abandoned: "tried, did not work here". All of it is in memory, until the log says that something happened to a trial: every search asks for it, and finds
/// seldom something. It is handed out through the gate only.
/// </summary>
public sealed class KnownTried : IForgets
{
    public const int Most = 3;

    /// <summary>More words than these narrow no further.</summary>
    const int MostWords = 6;

    const int FewestLetters = 3;

    /// <summary>The latest ones. Nobody looks further back for what did not work.</summary>
    const int MostKept = 10_000;

    readonly CommunityStore store;
    readonly Recent recent;
    readonly Remembered<int, IReadOnlyList<Row>> known = new(1);

    public KnownTried(CommunityStore store, Recent recent)
    {
        (this.store, this.recent) = (store, recent);
        recent.Tell(this);
    }

    /// <summary>Abandoned trials in the viewer's sight that have all of these words, also as the beginning or middle of others; the latest first. Words of one or two letters are passed over.</summary>
    public async ValueTask<IReadOnlyList<Tried>> With(Viewer viewer, IEnumerable<string> words)
    {
        var wanted = words.Select(Folded.Of).Where(word => word.Length >= FewestLetters).Distinct().Take(MostWords).ToList();
        if (wanted.Count == 0) return [];

        return [.. (await All()).Where(row => viewer.CanRead(row.SpaceId) && wanted.TrueForAll(row.Has)).Take(Most).Select(row => row.Tried)];
    }

    /// <summary>The same of trials that belong to these topics.</summary>
    public async ValueTask<ILookup<long, Tried>> In(Viewer viewer, IReadOnlyCollection<long> topicIds) =>
        (await All()).Where(row => row.Tried.TopicId is { } topicId && topicIds.Contains(topicId) && viewer.CanRead(row.SpaceId)).ToLookup(row => row.Tried.TopicId!.Value, row => row.Tried);

    void IForgets.Forget(Event happened)
    {
        if (happened.Kind == EventKind.TrialChanged) known.ForgetAll();
    }

    void IForgets.ForgetAll() => known.ForgetAll();

    async ValueTask<IReadOnlyList<Row>> All()
    {
        await recent.CatchUp();
        if (known.TryGet(0, out var kept)) return kept;

        var round = known.Round;
        var read = await store.Read(db => db.TrialDecisions.AsNoTracking().Where(d => d.RevokedAt == null && d.Outcome == TrialOutcome.Abandoned).OrderByDescending(d => d.At).ThenByDescending(d => d.Id).Take(MostKept)
            .Select(d => new Row(d.Trial.SpaceId, d.Trial.TextFolded, d.ReasonFolded, new Tried(d.TrialId, d.Trial.TopicId, d.Trial.Title, d.Trial.Place, d.Reason, d.At))).ToListAsync());
        known.Keep(0, read, round);
        return read;
    }

    sealed record Row(long SpaceId, string Text, string Reason, Tried Tried)
    {
        public bool Has(string word) => Text.Contains(word, StringComparison.Ordinal) || Reason.Contains(word, StringComparison.Ordinal);
    }
}

/// <summary>Something that was tried and abandoned.</summary>
/// <param name="TopicId">The topic that it belongs to, which need not be in the reader's sight; for lookups alone.</param>
/// <param name="Reason">Why it was abandoned.</param>
public sealed record Tried(long TrialId, long? TopicId, string Title, string Place, string Reason, DateTime At);
