using System.Globalization;
using Community.Governance;
using Community.Notes.Care;
using Community.Notes.Lineage;
using Community.Notes.Links;
using Community.Reports;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Spaces;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Care;

/// <summary>Loads what is due for somebody who keeps notes, or a space.</summary>
public sealed class DueLoading(CommunityContext db, KnownCommunity community, CurrentViewer current, DueEvidenceLoading evidence, SourceChanges sources, Looks looks, TimeProvider clock)
{
    const int PageSize = 20;
    const int DaysAhead = 30;

    /// <summary>More than anybody looks through; the list says that there is more.</summary>
    const int Most = 1_000;

    /// <param name="from">How many rows came before.</param>
    public async Task<DuePage> Load(bool spaces, int from)
    {
        var viewer = await current.Get();
        var kept = KeptSpaces(viewer);
        var notes = db.Topics.AsNoTracking().ListedFor(viewer).Where(t => t.ClosedAt == null);
        notes = spaces ? notes.Where(t => kept.Contains(t.SpaceId)) : Own(notes, viewer);
        var found = await Candidates(notes, viewer);
        var page = found.Skip(from).Take(PageSize).ToList();
        var next = found.Count > from + PageSize && from + PageSize <= DueController.Furthest ? string.Create(CultureInfo.InvariantCulture, $"/due?{(spaces ? "of=spaces&" : "")}from={from + PageSize}") : null;
        return new DuePage(await Rows(page, viewer), found.Count, spaces, kept.Count > 0, MayOrphans(viewer), next);
    }

    /// <summary>Spaces whose steward the viewer is.</summary>
    public static IReadOnlyList<long> KeptSpaces(Viewer viewer) => [.. viewer.ReadableSpaceIds.Where(id => (viewer.In(id)!.Who & Who.Steward) != 0)];

    public static bool MayOrphans(Viewer viewer) => viewer.IsAdministrator || KeptSpaces(viewer).Count > 0;

    IQueryable<Topic> Own(IQueryable<Topic> notes, Viewer viewer)
    {
        var own = db.NotesKeptBy(viewer.PersonId!.Value);
        return notes.Where(t => own.Any(o => o.Id == t.Id));
    }

    async Task<List<Candidate>> Candidates(IQueryable<Topic> notes, Viewer viewer)
    {
        var changes = (await sources.Of(notes, viewer)).ToLookup(change => change.NoteId);
        var touched = changes.Select(of => of.Key).ToList();
        var now = clock.Now();
        var (soon, asked) = (now.AddDays(DaysAhead), now - OutsideLink.Counts);
        var (links, verdicts, revisions, tasks) = (db.OutsideLinks, db.NoteVerdicts, db.Revisions, db.RefinementTasks.Waiting());
        var asking = db.Posts.Where(p => p.Standing == Standing.Published).Asking(revisions);
        var found = await db.NoteCares.AsNoTracking().Where(c => c.OutdatedAt == null && notes.Any(t => t.Id == c.TopicId)).Select(c => new
        {
            Care = c,
            DeadSince = links.Where(l => l.TopicId == c.TopicId && l.DeadSince != null && l.AskedAt > asked).Min(l => l.DeadSince),
            UnsureAt = verdicts.Where(v => v.TopicId == c.TopicId && v.EndedAt == null && v.Answer == Verdict.Unsure).Min(v => (DateTime?)v.At),
            AskedAt = asking.Where(p => p.TopicId == c.TopicId && p.CreatedAt > c.CheckedAt).Min(p => (DateTime?)p.CreatedAt),
            FailedAt = tasks.Where(t => t.Post.TopicId == c.TopicId).Min(t => (DateTime?)t.OpenedAt),
        }).Where(c => c.Care.ReviewAt <= soon || c.FailedAt != null || touched.Contains(c.Care.TopicId) || c.Care.DisputedAt != null || c.DeadSince != null || c.UnsureAt != null || c.AskedAt != null)
            .OrderBy(c => c.Care.DisputedAt == null && c.FailedAt == null && c.DeadSince == null && c.UnsureAt == null && c.AskedAt == null).ThenBy(c => c.Care.ReviewAt).Take(Most).ToListAsync();

        return [.. found.Select(c => new Candidate(c.Care.TopicId, c.Care.Standing, new[] { c.Care.DisputedAt, c.Care.ReviewAt <= now ? c.Care.ReviewAt : null, c.DeadSince, c.UnsureAt, c.AskedAt, c.FailedAt, ChangedAt(c.Care) }.Min()))
            .Where(c => c.HarmAt is not null || c.Standing.ReviewAt <= soon).OrderBy(c => c.HarmAt is null).ThenBy(c => c.HarmAt ?? c.Standing.ReviewAt).ThenBy(c => c.TopicId)];

        DateTime? ChangedAt(NoteCare care) => changes[care.TopicId].Where(change => DueWork.Counts(change, care.CheckedAt)).Min(change => (DateTime?)change.At);
    }

    async Task<IReadOnlyList<DueRow>> Rows(List<Candidate> page, Viewer viewer)
    {
        if (page.Count == 0) return [];

        var (ids, now, spaces) = (page.ConvertAll(c => c.TopicId), clock.Now(), (await community.Ground()).Spaces);
        var topics = await db.Topics.AsNoTracking().ListedFor(viewer).Where(t => ids.Contains(t.Id)).Select(t => new { t.Id, t.Title, t.SpaceId, Opening = t.Posts.Where(p => p.Part == Part.Opening).Select(p => new { p.Id, p.RevisionNumber }).First() }).ToDictionaryAsync(t => t.Id);
        foreach (var spaceId in topics.Values.Select(t => t.SpaceId).Distinct()) await looks.Record(spaceId);
        var seen = await evidence.Of(page.ToDictionary(c => c.TopicId, c => c.Standing.CheckedAt), viewer);
        var words = await db.NoteVerdicts.AsNoTracking().Where(v => ids.Contains(v.TopicId) && v.EndedAt == null && v.Answer != Verdict.Yes).GroupBy(v => v.TopicId).Select(g => new { g.Key, Last = g.Max(v => v.Id) }).ToDictionaryAsync(g => g.Key, g => g.Last);
        var keepers = await db.KeepersOf(ids);
        var (names, units) = (await community.Names(keepers.Values.SelectMany(k => k.PersonIds).Distinct()), (await community.Ground()).Units);
        return [.. page.Where(c => topics.ContainsKey(c.TopicId)).Select(c =>
        {
            var (topic, keep) = (topics[c.TopicId], keepers[c.TopicId]);
            return new DueRow(c.TopicId, topic.Opening.Id, topic.Title, TopicAddress.Of(TopicKind.Note, c.TopicId, topic.Title), spaces[topic.SpaceId].Name, c.Standing.On(now), c.Standing, c.HarmAt, [.. seen[c.TopicId]],
                [.. keep.PersonIds.Select(id => new Named(id, names[id].Name)), .. keep.UnitIds.Select(id => new Named(0, units.GetValueOrDefault(id, "—")))], keep is { PersonIds: [var only], UnitIds: [] } && only == viewer.PersonId) { Looked = new Looked(topic.Opening.RevisionNumber, words.GetValueOrDefault(c.TopicId)) };
        })];
    }

    /// <param name="HarmAt">Since when something is wrong; null when only its review comes.</param>
    sealed record Candidate(long TopicId, NoteStanding Standing, DateTime? HarmAt);
}
