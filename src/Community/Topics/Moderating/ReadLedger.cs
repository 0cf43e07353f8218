using Community.Governance;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics.Moderating;

/// <summary>The open ledger: what was done under which rule, month by month. It counts, over the whole institution, and names neither people nor posts nor spaces, so that nobody is known by it.</summary>
public sealed class ReadLedger(CommunityStore store)
{
    /// <param name="from">The first day, UTC.</param>
    /// <param name="to">The day after the last, UTC.</param>
    public Task<LedgerMonth> Run(DateTime from, DateTime to, CancellationToken stop = default) => store.Read(async db =>
    {
        var appeals = db.Appeals;
        var acts = await db.Removals.AsNoTracking().Where(r => r.At >= from && r.At < to).Select(r => new
        {
            r.Kind,
            r.RuleCited,
            r.ReasonClass,
            Appeal = appeals.Where(a => a.RemovalId == r.Id).Select(a => new { a.IsOverturned }).FirstOrDefault(),
        }).ToListAsync(stop);
        var suspended = await db.Set<People.Suspension>().AsNoTracking().Where(s => s.At >= from && s.At < to).Select(s => new
        {
            s.RuleCited,
            s.ReasonClass,
            Appeal = appeals.Where(a => a.SuspensionId == s.Id).Select(a => new { a.IsOverturned }).FirstOrDefault(),
        }).ToListAsync(stop);
        var decided = await db.FlagCases.AsNoTracking().Where(c => c.DecidedAt >= from && c.DecidedAt < to).Select(c => new { c.OpenedAt, c.DecidedAt, c.Outcome }).ToListAsync(stop);

        var all = acts.Select(a => (Kind: a.Kind switch { RemovalKind.Hidden => LedgerAct.Hidden, RemovalKind.Purged => LedgerAct.Purged, _ => LedgerAct.Removed }, a.RuleCited, a.ReasonClass, IsAppealed: a.Appeal is not null, IsOverturned: a.Appeal?.IsOverturned == true))
            .Concat(suspended.Select(s => (Kind: LedgerAct.Suspended, s.RuleCited, s.ReasonClass, IsAppealed: s.Appeal is not null, IsOverturned: s.Appeal?.IsOverturned == true))).ToList();
        return new LedgerMonth(from,
            [.. all.GroupBy(a => (a.RuleCited, a.ReasonClass)).OrderBy(g => g.Key.RuleCited, StringComparer.Ordinal).Select(g => new LedgerRow(g.Key.RuleCited, g.Key.ReasonClass,
                Enum.GetValues<LedgerAct>().ToDictionary(kind => kind, kind => g.Count(a => a.Kind == kind)), g.Count(a => a.IsAppealed), g.Count(a => a.IsOverturned)))],
            await db.Withdrawals.CountAsync(w => w.At >= from && w.At < to, stop),
            await db.Flags.CountAsync(f => f.At >= from && f.At < to, stop),
            decided.Count, decided.Count(c => c.Outcome == CaseOutcome.Kept),
            Middle([.. decided.Select(c => c.DecidedAt!.Value - c.OpenedAt)]),
            await db.Posts.CountAsync(p => p.CreatedAt >= from && p.CreatedAt < to, stop));
    });

    /// <summary>Null below three: the middle of one is that one.</summary>
    static TimeSpan? Middle(List<TimeSpan> all)
    {
        if (all.Count < 3) return null;

        all.Sort();
        return all[all.Count / 2];
    }
}

/// <summary>What can be done to a post or a person.</summary>
public enum LedgerAct { Hidden, Removed, Purged, Suspended }

/// <summary>One month.</summary>
/// <param name="Rows">By rule; only those under which something was done.</param>
/// <param name="Withdrawn">Taken back by authors.</param>
/// <param name="Cases">Cases of flags that were decided.</param>
/// <param name="Kept">Of them those in which the post stayed.</param>
/// <param name="MiddleWait">From the first flag to the decision, in the middle; null of fewer than three.</param>
/// <param name="Posts">Written in all.</param>
public sealed record LedgerMonth(DateTime From, IReadOnlyList<LedgerRow> Rows, int Withdrawn, int Flags, int Cases, int Kept, TimeSpan? MiddleWait, int Posts)
{
    public int Of(LedgerAct act) => Rows.Sum(row => row.Acts[act]);

    public int Appealed => Rows.Sum(row => row.Appealed);

    public int Overturned => Rows.Sum(row => row.Overturned);
}

/// <summary>What was done under one rule.</summary>
/// <param name="Rule">As it was cited; empty from before there were rules.</param>
public sealed record LedgerRow(string Rule, ReasonClass Reason, IReadOnlyDictionary<LedgerAct, int> Acts, int Appealed, int Overturned);
