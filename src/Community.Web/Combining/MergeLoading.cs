using System.Globalization;
using Community.Governance;
using Community.Notes;
using Community.Notes.Combining;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Combining;

/// <summary>Loads what somebody needs who merges two notes.</summary>
public sealed class MergeLoading(CommunityContext db, CurrentViewer current, TopicLoading topics, DraftLoading drafts)
{
    const int MostChoices = 100;

    /// <summary>The joined text to begin with, or the draft of it; null when no other note of the person's is chosen yet.</summary>
    public async Task<MergeForm?> Form(Topic source, string? into)
    {
        if (into is null && await drafts.At(DraftPlace.MergeOf(source.Id)) is { Text.ParentId: { } chosen } draft && await Target(chosen) is not null)
            return new MergeForm { ParentId = chosen, Body = draft.Text.Body, Title = draft.Text.Title, Tags = draft.Text.Tags, Summary = draft.Text.Summary, BaseRevision = draft.Text.BaseRevision, SourceRevision = (await Text(source.Id)).Number, Key = draft.Text.Key, DraftVersion = draft.Version, SavedAt = draft.At };
        if (into is null || await Named(into, source.Id) is not { } target) return null;

        var (from, to) = (await Text(source.Id), await Text(target.Id));
        var tags = await db.TopicTags.AsNoTracking().Where(t => t.TopicId == target.Id).OrderBy(t => t.Tag!.Name).Select(t => t.Tag!.Name).ToListAsync();
        return new MergeForm { ParentId = target.Id, Title = target.Title, Tags = string.Join(", ", tags), Body = JoinedText.Of(to.Source, source.Title, from.Source), BaseRevision = to.Number, SourceRevision = from.Number };
    }

    public async Task<MergePage> Page(Topic source, MergeForm form) =>
        new(await topics.Head(source), await topics.Head((await Target(form.ParentId ?? 0))!), form, (await Text(source.Id)).Source);

    /// <summary>Notes that the person keeps, those of the same space first.</summary>
    public async Task<MergeChoicePage> Choice(Topic source, string? typed)
    {
        var viewer = await current.Get();
        var (stewardships, spaces) = (db.NoteStewardships, viewer.ReadableSpaceIds.Where(id => viewer.May(Act.ReviseNote, id)).ToList());
        var titles = await db.NotesFor(viewer).AsNoTracking().Where(t => t.Id != source.Id && t.ClosedAt == null
                && (spaces.Contains(t.SpaceId) || t.AuthorId == viewer.PersonId || stewardships.Any(s => s.TopicId == t.Id && s.PersonId == viewer.PersonId)))
            .OrderByDescending(t => t.SpaceId == source.SpaceId).ThenBy(t => t.TitleFolded).Take(MostChoices).Select(t => t.Title).ToListAsync();
        return new MergeChoicePage(await topics.Head(source), typed, titles);
    }

    /// <summary>An open note that the person keeps.</summary>
    public async Task<Topic?> Target(long id)
    {
        var viewer = await current.Get();
        var note = await db.NotesFor(viewer).AsNoTracking().FirstOrDefaultAsync(t => t.Id == id && t.ClosedAt == null);
        return note is not null && viewer.May(Act.ReviseNote, note.SpaceId, await NoteCapacity.ToRevise(db, viewer, note)) ? note : null;
    }

    async Task<Topic?> Named(string into, long sourceId)
    {
        var (viewer, name) = (await current.Get(), Folded.Of(into));
        var number = into.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(part => long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0).FirstOrDefault(id => id > 0);
        var ids = await db.NotesFor(viewer).AsNoTracking().Where(t => t.Id != sourceId && (t.TitleFolded == name || t.Id == number)).OrderByDescending(t => t.TitleFolded == name).ThenBy(t => t.Id).Select(t => t.Id).Take(20).ToListAsync();
        foreach (var id in ids)
            if (await Target(id) is { } target) return target;

        return null;
    }

    async Task<(int Number, string Source)> Text(long noteId)
    {
        var revisions = db.Revisions;
        var text = await db.Posts.AsNoTracking().Where(p => p.TopicId == noteId && p.Part == Part.Opening)
            .SelectMany(p => revisions.Where(r => r.PostId == p.Id && r.Number == p.RevisionNumber), (p, r) => new { r.Number, r.Source }).FirstAsync();
        return (text.Number, text.Source);
    }
}
