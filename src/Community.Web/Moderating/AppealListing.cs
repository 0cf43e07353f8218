using Community.Governance;
using Community.People;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Topics.Moderating;
using Community.Web.Frame;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Moderating;

/// <summary>Loads appeals and purges for those who decide on them, and each person's own acts and flags.</summary>
public sealed class AppealListing(CommunityContext db, CurrentViewer current, KnownCommunity known)
{
    const int Most = 50;

    /// <summary>Those that are not over otherwise, in spaces that the viewer reads.</summary>
    IQueryable<Appeal> Open(Viewer viewer) => db.Appeals.AsNoTracking().Where(a => a.JudgedAt == null && a.PersonId != viewer.PersonId
        && (a.Removal != null ? a.Removal.LiftedAt == null && viewer.ReadableSpaceIds.Contains(a.Removal.Post.Topic.SpaceId) : a.Suspension!.EndedAt == null));

    public async Task<int> Waiting() => await current.Get() is { IsModerator: true } viewer ? await Open(viewer).CountAsync() : 0;

    /// <summary>Those that wait, in spaces where the viewer may purge.</summary>
    public IQueryable<Purging> Purges(Viewer viewer)
    {
        var spaces = viewer.ReadableSpaceIds.Where(id => viewer.May(Act.Purge, id)).ToList();
        return db.Purgings.AsNoTracking().Where(p => p.EndedAt == null && spaces.Contains(p.Post.Topic.SpaceId));
    }

    public async Task<IReadOnlyList<AppealRow>> Rows(Func<IReadOnlyList<long>, Task<IReadOnlyDictionary<long, string?>>> html)
    {
        var viewer = await current.Get();
        var removals = db.Removals;
        var found = await Open(viewer).OrderBy(a => a.Id).Take(Most).Select(a => new
        {
            a.Id,
            a.Words,
            a.At,
            a.PersonId,
            Of = a.Removal == null ? null : new { a.Removal.PostId, a.Removal.Kind, a.Removal.RuleCited, a.Removal.ReasonClass, a.Removal.Reason, a.Removal.At, a.Removal.Post.AuthorId, IsMine = removals.Any(r => r.PostId == a.Removal.PostId && (r.Id == a.RemovalId || r.IsSuperseded) && r.ById == viewer.PersonId) },
            Suspended = a.Suspension == null ? null : new { a.Suspension.RuleCited, a.Suspension.ReasonClass, a.Suspension.Reason, a.Suspension.At, a.Suspension.ById },
        }).ToListAsync();
        // Of a post the name that stands at it: under a mask nobody's.
        var names = await known.Names(found.Select(a => a.Of?.AuthorId ?? a.PersonId).Distinct());
        var texts = await html([.. found.Select(a => a.Of?.PostId).OfType<long>().Distinct()]);
        var rows = new List<AppealRow>();
        foreach (var a in found)
            rows.Add(a.Of is { } of
                ? new AppealRow(a.Id, of.PostId, of.Kind, of.RuleCited, of.ReasonClass, of.Reason, of.At, a.Words, a.At, names[of.AuthorId].Name, texts.GetValueOrDefault(of.PostId), of.IsMine)
                : new AppealRow(a.Id, null, null, a.Suspended!.RuleCited, a.Suspended.ReasonClass, a.Suspended.Reason, a.Suspended.At, a.Words, a.At, names[a.PersonId].Name, null, a.Suspended.ById == viewer.PersonId));
        return rows;
    }

    public async Task<IReadOnlyList<PurgeRow>> PurgeRows()
    {
        var viewer = await current.Get();
        var (rules, people) = (db.Rules, db.People);
        return await Purges(viewer).OrderBy(p => p.Id).Take(Most).Select(p => new PurgeRow(p.Id, p.PostId, rules.Where(r => r.Id == p.RuleId).Select(r => r.Number + ". " + r.Name).First(), p.Reason, people.Where(x => x.Id == p.AskedById).Select(x => x.Name).First(), p.AskedAt, p.AskedById == viewer.PersonId)).ToListAsync();
    }

    public async Task<OwnFlagsPage> OwnFlags()
    {
        var viewer = await current.Get();
        return new OwnFlagsPage(await db.Flags.AsNoTracking().Where(f => f.PersonId == viewer.PersonId && viewer.ReadableSpaceIds.Contains(f.Case.Post.Topic.SpaceId)).OrderByDescending(f => f.Id).Take(Most)
            .Select(f => new OwnFlagRow(f.Case.PostId, f.Kind, f.Word, f.At, f.Case.Outcome, f.Case.Reason, f.Case.DecidedAt)).ToListAsync());
    }

    public async Task<OwnActsPage> OwnActs()
    {
        var viewer = await current.Get();
        var appeals = db.Appeals;
        var removals = await db.Removals.AsNoTracking().Where(r => viewer.OwnIds.Contains(r.Post.AuthorId) && viewer.ReadableSpaceIds.Contains(r.Post.Topic.SpaceId)).OrderByDescending(r => r.Id).Take(Most)
            .Select(r => new { Row = r, Appeal = appeals.FirstOrDefault(a => a.RemovalId == r.Id) }).ToListAsync();
        var suspensions = await db.Suspensions.AsNoTracking().Where(s => s.PersonId == viewer.PersonId).OrderByDescending(s => s.Id).Take(Most)
            .Select(s => new { Row = s, Appeal = appeals.FirstOrDefault(a => a.SuspensionId == s.Id) }).ToListAsync();
        return new OwnActsPage([.. removals.Select(r => new OwnActRow(r.Row.Id, r.Row.Kind, r.Row.PostId, r.Row.RuleCited, r.Row.ReasonClass, r.Row.Reason, r.Row.At, null, r.Row.LiftedAt, r.Row.IsSuperseded, r.Appeal is not null, r.Appeal?.IsOverturned, r.Appeal?.Reason ?? ""))
            .Concat(suspensions.Select(s => new OwnActRow(s.Row.Id, null, null, s.Row.RuleCited, s.Row.ReasonClass, s.Row.Reason, s.Row.At, s.Row.UntilAt, s.Row.EndedAt, false, s.Appeal is not null, s.Appeal?.IsOverturned, s.Appeal?.Reason ?? "")))
            .OrderByDescending(row => row.At)]);
    }
}
