using Community.Spaces;
using Community.Store;

namespace Community.Notes.Care;

/// <summary>Makes a unit as a whole steward of a note, or relieves it.</summary>
public sealed class AppointNoteUnit(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">No such note for this person, not theirs to decide, nobody of the unit reads it, or nobody would be left.</exception>
    public Task Run(long personId, long topicId, long unitId, bool appointed, string? why = null, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var (note, unit) = (await db.NoteKeptBy(viewer, topicId, stop, approves: true), Keeper.Unit(unitId));
        await Stewarding.Change(db, note, appointed ? null : unit, appointed ? unit : null, CareWords.Optional(why, "Why"), personId, clock.Now(), stop);
    }, stop);
}
