using Community.Spaces;
using Community.Store;

namespace Community.Notes.Care;

/// <summary>A steward gives a note into other hands and says why. Somebody who only stands in, for a unit or as steward of the space, appoints.</summary>
public sealed class HandOverNote(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">There is no such note for this person, it is not theirs to keep, who gets it cannot read it, or nothing is said.</exception>
    public Task Run(long personId, long topicId, Keeper to, string why, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var note = await db.NoteKeptBy(viewer, topicId, stop, approves: true);
        await Stewarding.Change(db, note, to == Keeper.Person(personId) ? null : Keeper.Person(personId), to, CareWords.Demanded(why, "Why"), personId, clock.Now(), stop);
    }, stop);
}
