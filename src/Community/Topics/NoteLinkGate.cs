using Community.Governance;
using Community.Store;

namespace Community.Topics;

/// <summary>The gate for links between notes: only what stands in texts that the viewer may read, and only notes that the viewer may see, count.</summary>
public static class NoteLinkGate
{
    extension(CommunityContext db)
    {
        public IQueryable<Topic> NotesFor(Viewer viewer) => db.Topics.ListedFor(viewer).Where(t => t.Kind == TopicKind.Note);

        public IQueryable<NoteLink> NoteLinksFor(Viewer viewer)
        {
            var posts = db.Posts.ListedFor(viewer);
            return db.NoteLinks.Where(l => posts.Any(p => p.Id == l.PostId));
        }

        /// <summary>What leads this viewer to the note. A title leads to the one note of that name in the space of the text, or else to the only one.</summary>
        /// <param name="ids">The note and those that were merged into it.</param>
        public IQueryable<NoteLink> LinksTo(Viewer viewer, Topic note, IReadOnlyList<long> ids)
        {
            var notes = db.NotesFor(viewer);
            var sameName = notes.Where(t => t.TitleFolded == note.TitleFolded && t.Id != note.Id);
            return db.NoteLinksFor(viewer).Where(l => l.Post.TopicId != note.Id && (ids.Contains(l.NoteId ?? 0)
                || l.Name == note.TitleFolded && !notes.Any(t => t.Id == l.NoteId)
                    && (l.Post.Topic.SpaceId == note.SpaceId ? !sameName.Any(t => t.SpaceId == note.SpaceId) : !sameName.Any())));
        }

        /// <summary>Links to notes that, for this viewer, nobody has written yet.</summary>
        public IQueryable<NoteLink> WantedBy(Viewer viewer)
        {
            var notes = db.NotesFor(viewer);
            return db.NoteLinksFor(viewer).Where(l => (l.NoteId == null || !l.Title.StartsWith("note:")) && !notes.Any(t => t.Id == l.NoteId || t.TitleFolded == l.Name));
        }
    }
}
