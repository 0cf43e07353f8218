using Community.Governance;
using Community.Notes.Combining;
using Community.People;
using Community.Spaces;
using Community.Store;
using Community.Text;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Spaces;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Combining;

/// <summary>Loads what somebody needs who writes or compares a variant.</summary>
public sealed class VariantLoading(CommunityContext db, CurrentViewer current, TopicLoading topics, PostLoading posts, DraftLoading drafts, Looks looks)
{
    /// <summary>A note in sight that is no variant itself.</summary>
    public async Task<Topic?> Base(long id)
    {
        var variants = db.NoteVariants;
        return await db.NotesFor(await current.Get()).AsNoTracking().FirstOrDefaultAsync(t => t.Id == id && !variants.Any(v => v.NoteId == t.Id));
    }

    public async Task<VariantForm> Form(Topic of)
    {
        if (await drafts.At(DraftPlace.VariantOf(of.Id)) is { } draft)
            return new VariantForm { Space = draft.Text.Space, Title = draft.Text.Title, Body = draft.Text.Body, Tags = draft.Text.Tags, ParentId = draft.Text.ParentId, Summary = draft.Text.Summary, Key = draft.Text.Key, DraftVersion = draft.Version, SavedAt = draft.At };

        var viewer = await current.Get();
        var head = await topics.Head(of);
        var unit = await db.People.Where(p => p.Id == viewer.PersonId).Select(p => p.UnitId).FirstOrDefaultAsync();
        return new VariantForm { Space = head.SpaceSlug, Title = of.Title, Body = await Text(of.Id, viewer), Tags = string.Join(", ", head.Tags), ParentId = unit };
    }

    public async Task<VariantPage> Page(Topic of, VariantForm form)
    {
        var viewer = await current.Get();
        var spaces = await db.Spaces.AsNoTracking().VisibleTo(viewer).OrderBy(s => s.Name).Take(300).Select(s => new { s.Id, s.Slug, s.Name, s.Tier }).ToListAsync();
        var units = await db.Units.AsNoTracking().OrderBy(u => u.NameFolded).Take(500).Select(u => new Named(u.Id, u.Name)).ToListAsync();
        return new VariantPage(await topics.Head(of), form, [.. spaces.Where(s => viewer.May(Act.StartTopic, s.Id)).Select(s => new SpaceChoice(s.Slug, s.Name, s.Tier))], units);
    }

    /// <returns>Null when there is no such variant, or one of both is out of sight.</returns>
    public async Task<DifferencesPage?> Differences(long id)
    {
        var viewer = await current.Get();
        var (notes, variants) = (db.NotesFor(viewer).AsNoTracking(), db.NoteVariants);
        if (await notes.FirstOrDefaultAsync(t => t.Id == id) is not { } variant || await notes.FirstOrDefaultAsync(t => variants.Any(v => v.NoteId == id && v.BaseId == t.Id)) is not { } of) return null;

        await looks.Record(variant.SpaceId);
        await looks.Record(of.SpaceId);
        return new DifferencesPage(await topics.Head(of), await topics.Head(variant), TextDifference.Of(await Text(of.Id, viewer), await Text(id, viewer)));
    }

    /// <summary>Without what it quotes from posts that are out of sight.</summary>
    async Task<string> Text(long noteId, Viewer viewer)
    {
        var revisions = db.Revisions;
        var text = await db.Posts.AsNoTracking().ListedFor(viewer).Where(p => p.TopicId == noteId && p.Part == Part.Opening).SelectMany(p => revisions.Where(r => r.PostId == p.Id && r.Number == p.RevisionNumber), (p, r) => r.Source).FirstAsync();
        return QuotedSource.Mask(text, (await posts.Quotes([.. QuotedSource.Ids([text])], viewer)).Keys.ToHashSet());
    }
}
