using Community.Governance;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Topics.Checks;
using Community.Topics.Holding;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes.Paths;

/// <summary>Puts a topic to read or somebody to meet at the end of a path.</summary>
public sealed class AddStation(CommunityStore store, KnownGuards guards, TimeProvider clock)
{
    /// <param name="topicId">What to read; null for a person.</param>
    /// <param name="meetId">Whom to meet; null for a topic.</param>
    /// <returns>The station's id; that of the station that stands there already when it is added twice.</returns>
    /// <exception cref="RefusedException">Not this person's to keep, no such topic or person, or too many stations.</exception>
    public async Task<long> Run(long personId, long pathId, long? topicId, long? meetId, string? why, string? stage = null, CancellationToken stop = default)
    {
        var found = await guards.CheckWords([("Why", why), ("Stage", stage)]);
        return await store.Write(async db =>
        {
            var viewer = await db.Viewer(personId, stop);
            var path = await db.PathToKeep(viewer, pathId, stop);
            await DemandThere(db, viewer, topicId, meetId, stop);
            if (await db.PathStations.FirstOrDefaultAsync(s => s.PathId == pathId && s.TopicId == topicId && s.MeetId == meetId && s.TakenOutAt == null, stop) is { } same) return same.Id;
            await db.DemandRoom(pathId, stop);
            db.DemandUnfound(found, clock.Now(), path.SpaceId);
            var station = db.PathStations.Add(new PathStation(path, await db.NextPlace(pathId, stop), topicId, meetId, why, stage, personId, clock.Now())).Entity;
            path.TellChange(personId, clock.Now());
            await db.SaveChangesAsync(stop);
            return station.Id;
        }, stop);
    }

    static async Task DemandThere(CommunityContext db, Viewer viewer, long? topicId, long? meetId, CancellationToken stop)
    {
        var isThere = (topicId, meetId) switch
        {
            ({ } id, null) => await db.Topics.ListedFor(viewer).AnyAsync(t => t.Id == id, stop),
            (null, { } id) => viewer.IsStaff && await db.Set<People.Person>().AnyAsync(p => p.Id == id && p.ClosedAt == null && !p.IsImported, stop),
            _ => false,
        };
        if (!isThere) throw new RefusedException(Refusal.NotFound, "There is no such note, topic or person, or it is not for you. Paste the address of its page.") { Field = "What" };
    }
}
