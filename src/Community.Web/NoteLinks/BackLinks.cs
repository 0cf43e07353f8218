using Community.Notes.Combining;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.NoteLinks;

/// <summary>What leads to a note, as one reader sees it.</summary>
public sealed class BackLinks(CommunityContext db, CurrentViewer current)
{
    const int Few = 5;
    const int MostMerged = 100;

    /// <summary>Null when there is no such note in the reader's sight.</summary>
    public async Task<Topic?> Note(long id) => await db.NotesFor(await current.Get()).AsNoTracking().FirstOrDefaultAsync(t => t.Id == id);

    /// <summary>What linked to a note that was merged into it counts.</summary>
    public async Task<IQueryable<NoteLink>> To(Topic note)
    {
        var viewer = await current.Get();
        var (ids, merges, notes) = (new List<long> { note.Id }, db.StandingMerges, db.NotesFor(viewer));
        for (var more = ids; more.Count > 0 && ids.Count < MostMerged;)
        {
            more = await notes.Where(t => merges.Any(m => m.SourceId == t.Id && more.Contains(m.TargetId)) && !ids.Contains(t.Id)).Select(t => t.Id).Take(MostMerged).ToListAsync();
            ids = [.. ids, .. more];
        }

        return db.LinksTo(viewer, note, ids);
    }

    /// <summary>The topics that link to it and were written in last, at most 5, and whether there are more.</summary>
    public async Task<(IReadOnlyList<LinkingTopic> Topics, bool HasMore)> Newest(long noteId)
    {
        if (await Note(noteId) is not { } note) return ([], false);

        var viewer = await current.Get();
        var links = await To(note);
        var topics = await db.Topics.AsNoTracking().ListedFor(viewer).Where(t => links.Any(l => l.Post.TopicId == t.Id))
            .OrderByDescending(t => t.LastPostAt).ThenByDescending(t => t.Id).Take(Few + 1).Select(t => new LinkingTopic(t.Id, t.Kind, t.Title)).ToListAsync();
        return (topics.Take(Few).ToList(), topics.Count > Few);
    }
}

/// <summary>A topic with a text that links to a note.</summary>
public sealed record LinkingTopic(long Id, TopicKind Kind, string Title)
{
    public string Address => TopicAddress.Of(Kind, Id, Title);
}
