using Community.Governance;
using Community.Notes.Paths;
using Community.People;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Notes;

/// <summary>Paths and their stations, behind the gate of whoever looks.</summary>
public sealed class PathReading(CommunityContext db, KnownCommunity known)
{
    const int PathsAQuery = 10;

    /// <summary>The stations that this viewer sees, in their order, with how far somebody is.</summary>
    /// <param name="whose">Whose progress; the viewer's own, or of somebody who shows it to the viewer.</param>
    public async Task<IReadOnlyList<StationRow>> Stations(Viewer viewer, IReadOnlyCollection<long> pathIds, long? whose)
    {
        var stations = new List<StationRow>();
        foreach (var few in pathIds.Chunk(PathsAQuery)) stations.AddRange(await StationsOf(viewer, few, whose));
        return stations;
    }

    async Task<List<StationRow>> StationsOf(Viewer viewer, long[] pathIds, long? whose)
    {
        var (topics, posts, people, progress) = (db.Topics, db.Posts, db.People, db.StationProgress);
        var rows = await db.StationsListedFor(viewer).AsNoTracking().Where(s => pathIds.Contains(s.PathId)).OrderBy(s => s.PathId).ThenBy(s => s.Order).ThenBy(s => s.Id).Select(s => new
        {
            s.Id,
            s.PathId,
            s.Stage,
            s.Why,
            s.TopicId,
            s.MeetId,
            Topic = topics.Where(t => t.Id == s.TopicId).Select(t => new { t.Kind, t.Title }).FirstOrDefault(),
            Opening = posts.Where(p => p.TopicId == s.TopicId && p.Part == Part.Opening).Select(p => new { p.Id, p.EditedAt }).FirstOrDefault(),
            Person = people.Where(p => p.Id == s.MeetId).Select(p => new { p.Name, p.Position }).FirstOrDefault(),
            Own = progress.Where(o => o.StationId == s.Id && o.PersonId == whose).Select(o => new { o.ReadAt, o.TriedAt, o.AskedAt }).FirstOrDefault(),
        }).ToListAsync();
        return rows.ConvertAll(s => new StationRow(s.Id, s.PathId, s.Stage, s.Why, s.Topic?.Kind, s.TopicId, s.Opening?.Id, s.MeetId, s.Topic?.Title ?? s.Person?.Name ?? "", s.Person?.Position ?? "",
            s.Topic?.Kind == TopicKind.Note ? s.Opening?.EditedAt : null, s.Own?.ReadAt, s.Own?.TriedAt, s.Own?.AskedAt));
    }

    /// <summary>Rows of a list, with counts of what the viewer sees.</summary>
    public async Task<IReadOnlyList<PathRow>> Rows(Viewer viewer, IReadOnlyList<NewcomerPath> paths)
    {
        var ground = await known.Ground();
        var stations = (await Stations(viewer, [.. paths.Select(p => p.Id)], viewer.PersonId)).ToLookup(s => s.PathId);
        return [.. paths.Select(p => new PathRow(p.Id, p.Title, p.Lead, ground.Spaces[p.SpaceId].Slug, ground.Spaces[p.SpaceId].Name, p.UnitId is { } unit ? ground.Units.GetValueOrDefault(unit) : null,
            stations[p.Id].Count(), stations[p.Id].Count(s => s.IsDone)))];
    }

    /// <summary>Null where there is no such path for this viewer.</summary>
    public Task<NewcomerPath?> Find(Viewer viewer, long id) => db.PathsVisibleTo(viewer).AsNoTracking().FirstOrDefaultAsync(p => p.Id == id);

    /// <summary>Stations of a path behind which nothing stands. Whose words were taken back has no name any more.</summary>
    public async Task<IReadOnlyList<BrokenStation>> Broken(Viewer viewer, long pathId)
    {
        var people = db.People;
        return await db.BrokenStations(viewer).AsNoTracking().Where(s => s.PathId == pathId).OrderBy(s => s.Order)
            .Select(s => new BrokenStation(s.Id, people.Where(p => p.Id == s.MeetId).Select(p => p.Name).FirstOrDefault(), s.MeetId != null, s.Why)).ToListAsync();
    }

    /// <summary>Stations that were taken out, and that the viewer could read.</summary>
    public async Task<IReadOnlyList<BrokenStation>> TakenOut(Viewer viewer, long pathId)
    {
        var (topics, people) = (db.Topics.ListedFor(viewer), db.People);
        return await db.PathStations.AsNoTracking().Where(s => s.PathId == pathId && s.TakenOutAt != null && (s.MeetId != null || topics.Any(t => t.Id == s.TopicId))).OrderByDescending(s => s.TakenOutAt).Take(20)
            .Select(s => new BrokenStation(s.Id, s.MeetId != null ? people.Where(p => p.Id == s.MeetId).Select(p => p.Name).FirstOrDefault() : topics.Where(t => t.Id == s.TopicId).Select(t => t.Title).FirstOrDefault(), s.MeetId != null, s.Why)).ToListAsync();
    }

    /// <summary>The colleague whom somebody shows their progress to.</summary>
    public async Task<string?> BuddyOf(long? personId)
    {
        var people = db.People;
        return personId is null ? null : await db.BuddyChoices.Where(b => b.PersonId == personId).SelectMany(b => people.Where(p => p.Id == b.BuddyId && p.ClosedAt == null), (b, p) => p.Name).FirstOrDefaultAsync();
    }
}
