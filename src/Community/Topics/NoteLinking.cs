using Community.Governance;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics;

/// <summary>Keeps the links to notes beside a saved text, and with them what the writer meant.</summary>
static class NoteLinking
{
    extension(CommunityContext db)
    {
        /// <summary>A link that was there already goes on meaning what it meant.</summary>
        public async Task LinkNotes(Viewer author, Post post, PostText text, CancellationToken stop)
        {
            var titles = text.NoteTitles.DistinctBy(NoteLink.NameOf).ToList();
            var before = post.Id == 0 ? [] : await db.NoteLinks.Where(l => l.PostId == post.Id).ToListAsync(stop);
            if (titles.Count + text.LinkedTopicIds.Count + before.Count == 0) return;

            var ids = text.LinkedTopicIds;
            var numbers = ids.Count == 0 ? [] : await db.Topics.Where(t => t.Kind == TopicKind.Note && ids.Contains(t.Id)).Select(t => t.Id).ToListAsync(stop);
            var wanted = titles.Select(title => (Title: title, NoteId: (long?)null)).Concat(numbers.Select(id => (Title: NoteLink.NameOf(id), NoteId: (long?)id))).ToList();
            db.NoteLinks.RemoveRange(before.Where(link => !wanted.Exists(w => NoteLink.NameOf(w.Title) == link.Name)));

            var fresh = wanted.Where(w => !before.Exists(link => link.Name == NoteLink.NameOf(w.Title))).ToList();
            var meant = await Meant(db, author, post.Topic.SpaceId, [.. fresh.Where(w => w.NoteId is null).Select(w => NoteLink.NameOf(w.Title))], stop);
            db.NoteLinks.AddRange(fresh.Select(w => new NoteLink(post, w.Title, w.NoteId ?? (meant.TryGetValue(NoteLink.NameOf(w.Title), out var id) ? id : null))));
        }

        /// <summary>A note gets another title: what linked to it by the old one means it from now on. Call it before the new title is given.</summary>
        public async Task KeepLinksTo(Topic note, string newTitle, CancellationToken stop)
        {
            var (name, newName) = (Folded.Of(note.Title), Folded.Of(newTitle));
            if (note.Kind != TopicKind.Note || name == newName) return;

            var isAlone = !await db.Topics.AnyAsync(t => t.Kind == TopicKind.Note && t.TitleFolded == name && t.Id != note.Id && t.Standing == Standing.Published, stop);
            var links = await db.NoteLinks.Where(l => l.Name == name && l.NoteId == null && (isAlone || l.Post.Topic.SpaceId == note.SpaceId)).ToListAsync(stop);
            foreach (var link in links) link.Mean(note.Id);
        }
    }

    /// <summary>By name: the one note that its author can see, in the same space or else anywhere.</summary>
    static async Task<Dictionary<string, long>> Meant(CommunityContext db, Viewer author, long spaceId, List<string> names, CancellationToken stop)
    {
        if (names.Count == 0) return [];

        var notes = await db.Topics.ListedFor(author).Where(t => t.Kind == TopicKind.Note && names.Contains(t.TitleFolded!)).Select(t => new { t.Id, Name = t.TitleFolded!, t.SpaceId }).ToListAsync(stop);
        return notes.GroupBy(note => note.Name)
            .Select(same => (same.Key, Ids: same.Any(note => note.SpaceId == spaceId) ? same.Where(note => note.SpaceId == spaceId).Select(note => note.Id).ToList() : same.Select(note => note.Id).ToList()))
            .Where(same => same.Ids.Count == 1).ToDictionary(same => same.Key, same => same.Ids[0]);
    }
}
