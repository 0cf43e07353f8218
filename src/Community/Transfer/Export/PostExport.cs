using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Transfer.Export;

/// <summary>The sections of a topic's file.</summary>
sealed class PostExport(CommunityContext db, TextWriter file, Topic topic, ExportedNames names, ExportedFiles files)
{
    public async Task Write(IReadOnlyList<Place> places, long? accepted, CancellationToken stop)
    {
        var ids = places.Select(place => place.Id).ToList();
        var (revisions, attributions) = (db.Revisions, db.Attributions);
        var rows = await db.Posts.Where(p => ids.Contains(p.Id))
            .Select(p => new Row(p.Id, p.AuthorId, p.AuthorName, p.Standing, p.CreatedAt, p.EditedAt, p.Score,
                p.Standing == Standing.Published ? revisions.Where(r => r.PostId == p.Id && r.Number == p.RevisionNumber).Select(r => r.Source).FirstOrDefault() : null,
                attributions.Where(a => a.PostId == p.Id).Select(a => a.Url + " (" + a.Licence + ")").FirstOrDefault())).ToDictionaryAsync(row => row.Id, stop);
        foreach (var place in places) await Write(place, rows[place.Id], accepted == place.Id);
    }

    async Task Write(Place place, Row post, bool isAccepted)
    {
        var author = ExportedFile.Line(names.Author(topic.Id, post.AuthorId, post.AuthorName));
        await file.WriteLineAsync();
        if (place.Part != Part.Opening)
            await file.WriteLineAsync($"---\n\n{(place.Part == Part.Comment ? "###" : "##")} {place.Part} by {author}{(isAccepted ? ", accepted" : "")}\n");
        await file.WriteLineAsync(string.Join(" · ", Facts(place, post, author)) + "\n");
        await file.WriteLineAsync(post.Standing switch
        {
            Standing.Withdrawn => "*(Withdrawn by its author.)*",
            Standing.Removed => "*(Hidden by a moderator.)*",
            _ => files.Linked(topic.SpaceId, (post.Source ?? "").ReplaceLineEndings("\n")),
        });
        if (post is { Origin: not null, Standing: Standing.Published }) await file.WriteLineAsync($"\nSource: {post.Origin}");
    }

    static IEnumerable<string> Facts(Place place, Row post, string author)
    {
        yield return $"`post-{place.Id}`";
        if (place.Part == Part.Opening) yield return author;
        yield return ExportedFile.Day(post.CreatedAt);
        if (place.ParentId is { } parent) yield return $"to `post-{parent}`";
        if (post.EditedAt is { } edited) yield return $"edited {ExportedFile.Day(edited)}";
        if (post.Score != 0) yield return $"score {post.Score}";
    }

    sealed record Row(long Id, long AuthorId, string? AuthorName, Standing Standing, DateTime CreatedAt, DateTime? EditedAt, int Score, string? Source, string? Origin);
}
