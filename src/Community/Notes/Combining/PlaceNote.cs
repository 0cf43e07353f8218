using Community.Events;
using Community.Governance;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes.Combining;

/// <summary>Lists a note in a further space, or no longer. It goes on standing where it stands: only those who may read it there find it in the other list.</summary>
public sealed class PlaceNote(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Note or space are not there for this person, or not theirs to change.</exception>
    public Task Run(long personId, long noteId, string space, bool placed, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var into = await db.SpaceFor(viewer, space, stop);
        var note = await db.TopicFor(viewer, noteId, stop);
        if (note.Kind != TopicKind.Note) throw new RefusedException(Refusal.Invalid, "This is no practice note.");

        // Who keeps the other space may take out of its list what others put there.
        var isKeptThere = !placed && viewer.May(Act.Pin, into.Id);
        if (!isKeptThere) await db.NoteToKeep(viewer, noteId, stop);
        if (placed) viewer.Demand(Act.StartTopic, into.Id, sentence: "You may read that space, but not put a note into its list.");
        if (into.Id == note.SpaceId) throw new RefusedException(Refusal.Conflict, "The note stands in this space already.") { Field = "Space" };

        var before = await db.NotePlacements.FindAsync([noteId, into.Id], stop);
        if (placed == before is not null) return;
        if (placed && await db.NotePlacements.CountAsync(p => p.NoteId == noteId, stop) >= NotePlacement.MostPerNote)
            throw new RefusedException(Refusal.Conflict, "A note is listed in at most {0} further spaces. Take it out of another one first.", NotePlacement.MostPerNote);

        if (before is null) db.NotePlacements.Add(new NotePlacement(noteId, into.Id, personId, clock.Now()));
        else db.NotePlacements.Remove(before);
        note.TellTied(EventKind.Placed, personId, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
