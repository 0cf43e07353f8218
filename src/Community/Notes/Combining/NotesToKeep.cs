using Community.Governance;
using Community.Store;
using Community.Topics;

namespace Community.Notes.Combining;

/// <summary>How verbs load the notes that their person has to keep.</summary>
static class NotesToKeep
{
    extension(CommunityContext db)
    {
        /// <exception cref="RefusedException">There is no such note for this viewer, or it is others' to keep.</exception>
        public async Task<Topic> NoteToKeep(Viewer viewer, long noteId, CancellationToken stop)
        {
            var note = await db.TopicFor(viewer, noteId, stop);
            if (note.Kind != TopicKind.Note) throw new RefusedException(Refusal.Invalid, "This is no practice note.");
            viewer.Demand(Act.ReviseNote, note.SpaceId, await NoteCapacity.ToRevise(db, viewer, note, stop), "Its author, its stewards and those of its space do this to a note.");
            return note;
        }
    }
}
