using Community.Events;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes.Lineage;

/// <summary>Whether a source that was edited still says what was taken from it, in memory: a revision does not change, but for words that are taken out of it. It says nothing of who may see the source.</summary>
public sealed class KnownQuotes : IForgets
{
    const int MostTies = 20_000;
    const int AtOnce = 100;

    readonly Recent recent;
    readonly Remembered<(long TieId, int Revision), bool> known = new(MostTies);

    public KnownQuotes(Recent recent)
    {
        this.recent = recent;
        recent.Tell(this);
    }

    /// <param name="ties">Each with its source, and the newest revision of that.</param>
    /// <returns>The ties whose passage the source does not have any more.</returns>
    public async Task<HashSet<long>> Changed(CommunityContext db, IReadOnlyCollection<(long TieId, long PostId, int Revision)> ties, CancellationToken stop = default)
    {
        await recent.CatchUp();
        var missing = ties.Where(tie => !known.TryGet((tie.TieId, tie.Revision), out _)).ToList();
        var changed = ties.Where(tie => known.TryGet((tie.TieId, tie.Revision), out var holds) && !holds).Select(tie => tie.TieId).ToHashSet();
        foreach (var some in missing.Chunk(AtOnce)) changed.UnionWith(await Read(db, some, stop));
        return changed;
    }

    async Task<IEnumerable<long>> Read(CommunityContext db, (long TieId, long PostId, int Revision)[] ties, CancellationToken stop)
    {
        var (round, ids, posts, revisions) = (known.Round, ties.Select(tie => tie.TieId).ToList(), ties.Select(tie => tie.PostId).Distinct().ToList(), db.Revisions);
        var quotes = await db.LineageTies.AsNoTracking().Where(t => ids.Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.Quote, stop);
        var texts = await db.Posts.AsNoTracking().Where(p => posts.Contains(p.Id)).Select(p => new { p.Id, Html = revisions.Where(r => r.PostId == p.Id && r.Number == p.RevisionNumber).Select(r => r.Html).First() }).ToDictionaryAsync(p => p.Id, p => p.Html, stop);
        var holds = ties.Where(tie => quotes.ContainsKey(tie.TieId)).ToDictionary(tie => tie, tie => Passage.HoldsHtml(texts[tie.PostId], quotes[tie.TieId]));
        foreach (var (tie, still) in holds) known.Keep((tie.TieId, tie.Revision), still, round);
        return holds.Where(tie => !tie.Value).Select(tie => tie.Key.TieId);
    }

    void IForgets.Forget(Event happened)
    {
        if (happened.Kind is EventKind.PassageChanged or EventKind.Erased) known.ForgetAll();
    }

    void IForgets.ForgetAll() => known.ForgetAll();
}
