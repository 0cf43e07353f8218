using Community.Governance;
using Community.Notes;
using Community.Notes.Lineage;
using Community.Notes.Refining;
using Community.People;
using Community.Store;
using Community.Text;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Notes;

/// <summary>Suggestions and the texts that they change, as one reader may see them.</summary>
public sealed class SuggestionReading(CommunityContext db, CurrentViewer current, PostLoading posts)
{
    /// <summary>A note's opening, its text in sight; null for any other post.</summary>
    public Task<Post?> Find(long openingId) => InSight(db.Posts.Where(p => p.Id == openingId));

    /// <summary>The same by the note.</summary>
    public Task<Post?> OfNote(long noteId) => InSight(db.Posts.Where(p => p.TopicId == noteId));

    /// <summary>A revision's text without what it quotes from posts that are out of this reader's sight; the newest unless said.</summary>
    public async Task<string> Shown(Post post, int? revision = null)
    {
        var source = await Source(post, revision ?? post.RevisionNumber);
        return QuotedSource.Mask(source, await Readable(source));
    }

    /// <summary>A text that was made of what this reader was shown: what was not shown stays as it is.</summary>
    public async Task<string> Whole(Post post, int revision, string body)
    {
        var source = await Source(post, revision);
        var shown = QuotedSource.Mask(source, await Readable(source));
        return shown == source ? body : BlockMerge.Of(shown, body.ReplaceLineEndings("\n"), source).Text;
    }

    public Task<List<SuggestionRow>> Rows(IQueryable<Suggestion> suggestions)
    {
        var people = db.People;
        return suggestions.Select(s => new SuggestionRow(s.Id, s.AuthorId, people.Where(p => p.Id == s.AuthorId).Select(p => p.Name).First(), s.At, s.Reason, s.State,
            people.Where(p => p.Id == s.DecidedById).Select(p => p.Name).FirstOrDefault(), s.DecidedAt, s.Word)
        { BasedOn = s.BasedOn, Became = s.RevisionNumber, DecidedById = s.DecidedById }).ToListAsync();
    }

    /// <summary>Null where there is none for this reader.</summary>
    public async Task<ShownSuggestion?> One(long id)
    {
        var viewer = await current.Get();
        var found = await db.Suggestions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id);
        if (found is null || await Find(found.PostId) is not { } post || (await Rows((await db.SuggestionsOf(viewer, post.Topic)).Where(s => s.Id == id))).FirstOrDefault() is not { } row) return null;

        var (before, body) = (await Source(post, found.BasedOn), await TakeOutPassages.Without(db, post.TopicId, found.Body));
        // The numbers are those that the verb counts by; only what is shown of a change is masked.
        var parts = new SuggestedParts(before, body).All;
        var readable = await Readable(before, body);
        string? Masked(string? text) => text is null ? null : QuotedSource.Mask(text.Trim(), readable);
        var mayDecide = viewer.May(Act.ReviseNote, post.Topic.SpaceId, await NoteCapacity.ToRevise(db, viewer, post.Topic));
        return new ShownSuggestion(post, row, [.. parts.Select(part => new SuggestedPart(Masked(part.Before), Masked(part.After)))], mayDecide && found.State == SuggestionState.Open && post.Standing == Standing.Published);
    }

    async Task<string> Source(Post post, int revision) => await db.Revisions.AsNoTracking().Where(r => r.PostId == post.Id && r.Number == revision).Select(r => r.Source).FirstOrDefaultAsync() ?? "";

    async Task<HashSet<long>> Readable(params IEnumerable<string> sources) => [.. (await posts.Quotes([.. QuotedSource.Ids(sources)], await current.Get())).Keys];

    async Task<Post?> InSight(IQueryable<Post> which)
    {
        var viewer = await current.Get();
        return await which.AsNoTracking().VisibleTo(viewer).Include(p => p.Topic).FirstOrDefaultAsync(p => p.Part == Part.Opening && p.Topic.Kind == TopicKind.Note) is { } post && post.IsReadableBy(viewer) ? post : null;
    }
}

/// <summary>A suggestion with its changes.</summary>
/// <param name="Parts">In the order in which they are counted.</param>
public sealed record ShownSuggestion(Post Post, SuggestionRow Row, IReadOnlyList<SuggestedPart> Parts, bool MayDecide);
