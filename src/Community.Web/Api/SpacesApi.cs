using Community.Spaces;
using Community.Store;
using Community.Web.Frame;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Api;

/// <summary>Spaces.</summary>
static class SpacesApi
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/spaces", List).WithName("listSpaces").WithSummary("List the spaces that you can read").Refuses(422);

    static async Task<Ok<Page<SpaceAnswer>>> List([AsParameters] Paging paging, CommunityContext db, CurrentViewer current)
    {
        var viewer = await current.Get();
        var position = paging.From(1);
        var after = position.IsStart ? 0 : position.Place[0];
        var rows = await db.Spaces.AsNoTracking().VisibleTo(viewer).Where(s => s.Id > after).OrderBy(s => s.Id).Take(position.Limit + 1)
            .Select(s => new SpaceAnswer(s.Id, s.Slug, s.Name, s.Tier)).ToListAsync();
        return TypedResults.Ok(position.Page(rows, viewer.ReadableSpaceIds.Count, row => [row.Id]));
    }
}
