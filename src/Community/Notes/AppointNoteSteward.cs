using Community.Governance;
using Community.Spaces;
using Community.Store;
using Community.Topics;

namespace Community.Notes;

/// <summary>Makes somebody a steward of a note, or relieves them of it.</summary>
public sealed class AppointNoteSteward(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">No such note or person, or not this person's to decide.</exception>
    public Task Run(long personId, long topicId, long stewardId, bool appointed, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var note = await db.TopicFor(viewer, topicId, stop);
        if (note.Kind != TopicKind.Note) throw new RefusedException(Refusal.Invalid, "Only a note has stewards of its own.");
        viewer.Demand(Act.ReviseNote, note.SpaceId, await NoteCapacity.Of(db, viewer, note, stop), "The note's stewards choose who keeps it with them.");
        if (appointed && (await db.Viewer(stewardId, stop) is not { IsSignedIn: true } steward || !steward.CanRead(note.SpaceId)))
            throw new RefusedException(Refusal.Invalid, "This person cannot read the space that the note stands in.") { Field = "Steward" };

        var before = await db.NoteStewardships.FindAsync([topicId, stewardId], stop);
        if (appointed && before is null) db.NoteStewardships.Add(new NoteStewardship(note, stewardId, clock.Now()));
        else if (!appointed && before is not null) db.NoteStewardships.Remove(before);
        await db.SaveChangesAsync(stop);
    }, stop);
}
