using Community.Events;
using Community.Spaces;
using Community.Store;

namespace Community.Notes.Combining;

/// <summary>Makes a variant a note of its own.</summary>
public sealed class LoosenVariant(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">The note is not there or not this person's to keep.</exception>
    public Task Run(long personId, long noteId, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var note = await db.NoteToKeep(viewer, noteId, stop);
        if (await db.NoteVariants.FindAsync([noteId], stop) is not { } variant) return;

        db.NoteVariants.Remove(variant);
        note.TellTied(EventKind.Varied, personId, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
