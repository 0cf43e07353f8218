using Community.Notes.Care;
using Community.Spaces;
using Community.Store;

namespace Community.Notes;

/// <summary>Makes somebody a steward of a note, or relieves them of it.</summary>
public sealed class AppointNoteSteward(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">No such note or person, not this person's to decide, or nobody would be left.</exception>
    public Task Run(long personId, long topicId, long stewardId, bool appointed, string? why = null, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var (note, steward) = (await db.NoteKeptBy(viewer, topicId, stop, approves: true), Keeper.Person(stewardId));
        await Stewarding.Change(db, note, appointed ? null : steward, appointed ? steward : null, CareWords.Optional(why, "Why"), personId, clock.Now(), stop);
    }, stop);
}
