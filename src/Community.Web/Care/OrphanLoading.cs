using System.Globalization;
using Community.Notes;
using Community.Notes.Care;
using Community.People;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Spaces;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Care;

/// <summary>Loads notes that nobody keeps, for the stewards of their spaces and for administrators.</summary>
public sealed class OrphanLoading(CommunityContext db, KnownCommunity community, CurrentViewer current, Looks looks, TimeProvider clock)
{
    internal const int PageSize = 30;

    /// <param name="from">How many rows came before.</param>
    public async Task<OrphansPage> Load(int from)
    {
        var viewer = await current.Get();
        var kept = DueLoading.KeptSpaces(viewer);
        var all = db.Topics.AsNoTracking().ListedFor(viewer).Where(t => t.Kind == TopicKind.Note && t.ClosedAt == null);
        var notes = viewer.IsAdministrator ? all : all.Where(t => kept.Contains(t.SpaceId));
        var keepers = await db.KeepersOf(await notes.Select(t => t.Id).ToListAsync());
        var ids = keepers.Where(k => k.Value.IsOrphan).Select(k => k.Key).ToList();

        var cares = db.NoteCares;
        var found = await notes.Where(t => ids.Contains(t.Id)).Select(t => new { t.Id, t.Title, t.SpaceId, t.AuthorId, t.CreatedAt, Care = cares.FirstOrDefault(c => c.TopicId == t.Id) }).ToListAsync();
        var page = found.OrderBy(t => t.Care?.CheckedAt ?? t.CreatedAt).ThenBy(t => t.Id).Skip(from).Take(PageSize).ToList();
        foreach (var spaceId in page.Select(t => t.SpaceId).Distinct()) await looks.Record(spaceId);
        var last = await Last(page.ConvertAll(t => t.Id));
        var (spaces, now, names) = ((await community.Ground()).Spaces, clock.Now(), await community.Names(page.Select(t => last.GetValueOrDefault(t.Id, t.AuthorId)).Distinct()));
        var units = await db.Units.AsNoTracking().OrderBy(u => u.Name).Select(u => new Named(u.Id, u.Name)).Take(500).ToListAsync();
        return new OrphansPage([.. page.Select(t =>
        {
            var (standing, lastId) = (t.Care?.Standing ?? NoteStanding.Untended(t.CreatedAt), last.GetValueOrDefault(t.Id, t.AuthorId));
            return new OrphanRow(t.Id, t.Title, TopicAddress.Of(TopicKind.Note, t.Id, t.Title), spaces[t.SpaceId].Name, standing.On(now), standing, names.TryGetValue(lastId, out var name) ? new Named(lastId, name.Name) : null);
        })], found.Count, units, kept.Count > 0, found.Count > from + PageSize && from + PageSize <= DueController.Furthest ? string.Create(CultureInfo.InvariantCulture, $"/due/orphans?from={from + PageSize}") : null);
    }

    async Task<Dictionary<long, long>> Last(List<long> ids) =>
        (await db.NoteStewardships.AsNoTracking().Where(s => ids.Contains(s.TopicId)).ToListAsync()).GroupBy(s => s.TopicId).ToDictionary(of => of.Key, of => of.MaxBy(s => s.At)!.PersonId);
}
