using System.ComponentModel;
using Community.Glossary;
using Community.Spaces;
using Community.Store;
using Community.Web.Frame;
using Community.Web.Glossary;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Api;

/// <summary>What words mean.</summary>
static class GlossaryApi
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/glossary", List).WithName("listTerms").WithSummary("List the terms of the glossaries that you can read")
        .WithDescription("In the order of their ids. The whole institution's terms have no space; all staff read them.").Refuses(422);

    static async Task<Ok<Page<TermAnswer>>> List([Description("Only terms whose name or a synonym holds this.")] string? q, [Description("A space's slug.")] string? space,
        [AsParameters] Paging paging, CommunityContext db, CurrentViewer current, KnownCommunity known, CancellationToken stop)
    {
        var viewer = await current.Get();
        var position = paging.From(1, q, space);
        var ground = await known.Ground();
        var terms = db.Terms.AsNoTracking().ListedFor(viewer);
        if (Clean.Of(position.Filter[1]) is { } slug)
        {
            var spaceId = ground.Spaces.Values.FirstOrDefault(s => s.Slug == slug && viewer.CanRead(s.Id))?.Id ?? throw new RefusedException(Refusal.NotFound, "There is no such space, or it is not for you.");
            terms = terms.Where(t => t.SpaceId == spaceId);
        }

        if (Folded.Of(position.Filter[0] ?? "") is { Length: > 0 } wanted) terms = terms.Where(t => t.NameFolded.Contains(wanted) || t.SynonymsFolded.Contains(wanted));
        var after = position.IsStart ? 0 : position.Place[0];
        var rows = await terms.Where(t => t.Id > after).OrderBy(t => t.Id).Take(position.Limit + 1).ToListAsync(stop);
        var names = await known.Names(rows.Select(t => t.AuthorId).Distinct());
        var page = rows.ConvertAll(t => new TermAnswer(t.Id, t.Name, t.Meaning, t.Synonyms, t.SpaceId is { } id ? ground.Spaces[id].Slug : null, GlossaryAddress.Of(t.Id, t.Name), new Author(t.AuthorId, names[t.AuthorId].Name), t.CreatedAt));
        return TypedResults.Ok(position.Page(page, await terms.CountAsync(stop), row => [row.Id]));
    }
}

/// <summary>A term with its meaning.</summary>
/// <param name="Synonyms">Other forms of the same.</param>
/// <param name="Space">The slug; null for the whole institution's.</param>
/// <param name="Url">Its page, from the root of the site.</param>
/// <param name="Author">Who added it.</param>
public sealed record TermAnswer(long Id, string Term, string Meaning, IReadOnlyList<string> Synonyms, string? Space, string Url, Author Author, DateTime CreatedAt);
