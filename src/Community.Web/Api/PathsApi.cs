using System.ComponentModel;
using Community.Governance;
using Community.Notes.Paths;
using Community.Spaces;
using Community.Store;
using Community.Web.Frame;
using Community.Web.Notes;
using Community.Web.Spaces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Api;

/// <summary>Paths for newcomers, and one's own progress on them.</summary>
static class PathsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/paths", List).WithName("listPaths").WithSummary("List the paths for newcomers that you can read").WithDescription("In the order of their ids. Counts are of the stations that you can read.").Refuses(422);
        api.MapGet("/paths/{id:long}", Get).WithName("getPath").WithSummary("Read a path with its stations and your own progress");
        api.MapPut("/paths/{id:long}/stations/{stationId:long}/progress", Mark).WithName("markStation").WithSummary("Say of a station: read, tried, asked; or take that back")
            .WithDescription("What is left out stays as it is. Nobody is told; a buddy whom you chose can see it.").Refuses(415, 422);
    }

    static async Task<Ok<Page<ListedPath>>> List([Description("A space's slug.")] string? space, [AsParameters] Paging paging, CommunityContext db, CurrentViewer current, KnownCommunity known, PathReading reading, Looks looks, CancellationToken stop)
    {
        var viewer = await current.Get();
        var position = paging.From(1, space);
        var paths = db.PathsListedFor(viewer).AsNoTracking();
        if (Clean.Of(position.Filter[0]) is { } slug)
        {
            var spaceId = (await known.Ground()).Spaces.Values.FirstOrDefault(s => s.Slug == slug && viewer.CanRead(s.Id))?.Id ?? throw new RefusedException(Refusal.NotFound, "There is no such space, or it is not for you.");
            await looks.Record(spaceId);
            paths = paths.Where(p => p.SpaceId == spaceId);
        }

        var after = position.IsStart ? 0 : position.Place[0];
        var found = await paths.Where(p => p.Id > after).OrderBy(p => p.Id).Take(position.Limit + 1).ToListAsync(stop);
        return TypedResults.Ok(position.Page([.. (await reading.Rows(viewer, found)).Select(Listed)], await paths.CountAsync(stop), row => [row.Id]));
    }

    static async Task<Ok<PathAnswer>> Get(long id, CurrentViewer current, PathReading reading, Looks looks) => TypedResults.Ok(await Answer(await current.Get(), id, reading, looks));

    static async Task<Ok<PathAnswer>> Mark(long id, long stationId, NewProgress progress, CurrentViewer current, MarkStation mark, PathReading reading, Looks looks, CancellationToken stop)
    {
        await mark.Run(current.PersonId, id, stationId, progress.Read, progress.Tried, progress.Asked, stop);
        return TypedResults.Ok(await Answer(await current.Get(), id, reading, looks));
    }

    static async Task<PathAnswer> Answer(Viewer viewer, long id, PathReading reading, Looks looks)
    {
        if (await reading.Find(viewer, id) is not { RemovedAt: null } path) throw new RefusedException(Refusal.NotFound, "There is no such path, or it is not for you.");

        await looks.Record(path.SpaceId);
        var row = (await reading.Rows(viewer, [path]))[0];
        var stations = await reading.Stations(viewer, [id], viewer.PersonId);
        return new PathAnswer(row.Id, row.Title, row.Lead, row.SpaceSlug, row.Unit, row.Address, row.Stations, row.Done,
            [.. stations.Select(s => new StationAnswer(s.Id, s.Kind is { } kind ? Word.Of(kind) : "person", s.TopicId ?? s.MeetId!.Value, s.Name, s.Address, s.Why, s.Stage, s.ReadAt, s.TriedAt, s.AskedAt))]);
    }

    static ListedPath Listed(PathRow row) => new(row.Id, row.Title, row.Lead, row.SpaceSlug, row.Unit, row.Address, row.Stations, row.Done);
}

/// <summary>A path in a list.</summary>
/// <param name="Space">The slug.</param>
/// <param name="Unit">Whose newcomers find it first; null for those of the space.</param>
/// <param name="Url">Its page, from the root of the site.</param>
/// <param name="Stations">How many of them you can read.</param>
/// <param name="Done">At how many of those you said read, tried or asked.</param>
public sealed record ListedPath(long Id, string Title, string Lead, string Space, string? Unit, string Url, int Stations, int Done);

/// <summary>A path with its stations in order.</summary>
/// <param name="Count">How many stations you can read.</param>
public sealed record PathAnswer(long Id, string Title, string Lead, string Space, string? Unit, string Url, int Count, int Done, IReadOnlyList<StationAnswer> Stations);

/// <summary>One station, with your own progress.</summary>
/// <param name="Kind">thread, question, note or person.</param>
/// <param name="SubjectId">The topic's or the person's id.</param>
/// <param name="Stage">The heading that it stands under.</param>
public sealed record StationAnswer(long Id, string Kind, long SubjectId, string Title, string Url, string Why, string Stage, DateTime? ReadAt, DateTime? TriedAt, DateTime? AskedAt);

/// <summary>One's own progress at a station; what is left out stays as it is.</summary>
public sealed record NewProgress(bool? Read = null, bool? Tried = null, bool? Asked = null);
