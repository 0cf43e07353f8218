using Community.Notes.Lineage;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Notes;
using Community.Web.Spaces;
using Community.Web.Topics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Api;

/// <summary>What notes were made of.</summary>
static class SourcesApi
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/notes/{id:long}/sources", List).WithName("listNoteSources").WithSummary("List the blocks of a note with the posts that they were distilled from")
        .WithDescription("In the order of the text. Blocks without a source that you may see are left out; `total` counts the others.").Refuses(422);

    static async Task<Ok<Page<SourcedBlock>>> List(long id, [AsParameters] Paging paging, CommunityContext db, CurrentViewer current, SuggestionReading reading, LineageLoading lineage, PostAnswers posts, Looks looks, CancellationToken stop)
    {
        var opening = await reading.OfNote(id) ?? throw new RefusedException(Refusal.NotFound, "There is no such topic, or it is not for you.");
        await looks.Record(opening.Topic.SpaceId);
        var viewer = await current.Get();
        var position = paging.From(1);
        var found = await lineage.Of(id, opening.Id, opening.RevisionNumber, viewer, stop);
        var ties = found.Ties.ToLookup(tie => tie.BlockId);
        var blocks = found.Blocks.Where(block => ties.Contains(block.Id)).ToList();
        var skipped = position.IsStart ? 0 : (int)Math.Min(position.Place[0], blocks.Count);
        var page = blocks.Skip(skipped).Take(position.Limit + 1).ToList();
        var source = page.Count == 0 ? "" : await db.Revisions.AsNoTracking().Where(r => r.PostId == opening.Id && r.Number == opening.RevisionNumber).Select(r => r.Source).FirstAsync(stop);
        var texts = await posts.Readable(page.ConvertAll(block => (block.In(source).Trim(), viewer.Is(opening.AuthorId))));
        var rows = page.Zip(texts, (block, text) => new SourcedBlock(block.Id, text, [.. ties[block.Id].Select(Answer)])).ToList();
        return TypedResults.Ok(position.Page(rows, blocks.Count, _ => [skipped + position.Limit]));
    }

    static SourceAnswer Answer(TiedSource tie) => new(tie.TieId, tie.PostId, tie.TopicId, tie.Kind, tie.Title, tie is { AuthorId: { } id, Author: { } name } ? new Author(id, name) : null, tie.At, tie.State, tie.Revision, tie.Newest, TopicAddress.Permalink(tie.PostId));
}

/// <summary>A block of a note with its sources.</summary>
/// <param name="BlockId">The same through edits and moves.</param>
/// <param name="Body">Markdown.</param>
public sealed record SourcedBlock(long BlockId, string Body, IReadOnlyList<SourceAnswer> Sources);

/// <summary>A post that a block was distilled from.</summary>
/// <param name="Title">Of its topic; null where that is out of sight.</param>
/// <param name="Author">Null where the name was taken off, or the post is gone.</param>
/// <param name="State">sound; changed: it does not say any more what was taken from it; gone: taken back or hidden, and so are its words.</param>
/// <param name="Revision">The revision of the post that was read.</param>
/// <param name="Newest">The one that stands now.</param>
/// <param name="Url">The post's page, from the root of the site.</param>
public sealed record SourceAnswer(long Id, long PostId, long TopicId, TopicKind Kind, string? Title, Author? Author, DateTime At, SourceState State, int Revision, int Newest, string Url);
