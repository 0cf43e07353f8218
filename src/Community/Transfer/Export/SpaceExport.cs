using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Transfer.Archives;
using Microsoft.EntityFrameworkCore;

namespace Community.Transfer.Export;

/// <summary>The lists: <c>index.md</c> of the whole and of each space.</summary>
sealed class SpaceExport(CommunityContext db, NewArchive archive, ExportedNames names)
{
    const int RowsAtOnce = 1_000;

    public async Task Run(CancellationToken stop)
    {
        var spaces = await db.Spaces.AsNoTracking().OrderBy(s => s.Slug).ToListAsync(stop);
        await using (var index = archive.AddText("index.md"))
        {
            await index.WriteLineAsync("# Spaces\n");
            foreach (var space in spaces)
                await index.WriteLineAsync($"- [{ExportedFile.Line(space.Name)}]({ExportedFile.Space(space.Slug)}/index.md), {await db.Exported.CountAsync(t => t.SpaceId == space.Id, stop)} topics");
        }

        foreach (var space in spaces) await Index(space, stop);
    }

    async Task Index(Space space, CancellationToken stop)
    {
        var stewards = await db.Memberships.Where(m => m.SpaceId == space.Id && m.IsSteward).OrderBy(m => m.PersonId).Select(m => m.PersonId).ToListAsync(stop);
        await using var index = archive.AddText(ExportedFile.Space(space.Slug) + "/index.md");
        await index.WriteLineAsync($"# {ExportedFile.Line(space.Name)}\n");
        if (space.Purpose.Length > 0) await index.WriteLineAsync(space.Purpose + "\n");
        await index.WriteLineAsync($"Open to: {space.Tier.ToString().ToLowerInvariant()}. Stewards: {(stewards.Count == 0 ? "none" : string.Join(", ", stewards.Select(id => ExportedFile.Line(names.Name(id)))))}.");
        foreach (var kind in Enum.GetValues<TopicKind>()) await List(index, space.Id, kind, stop);
    }

    async Task List(TextWriter index, long spaceId, TopicKind kind, CancellationToken stop)
    {
        var last = 0L;
        while (true)
        {
            var rows = await db.Exported.Where(t => t.SpaceId == spaceId && t.Kind == kind && t.Id > last).OrderBy(t => t.Id).Take(RowsAtOnce)
                .Select(t => new { t.Id, t.Title, t.Standing, t.CreatedAt, t.ReplyCount }).ToListAsync(stop);
            if (last == 0 && rows.Count > 0) await index.WriteLineAsync($"\n## {kind}s\n");
            foreach (var row in rows)
            {
                var title = row.Standing == Standing.Published ? row.Title : null;
                await index.WriteLineAsync($"- [{ExportedFile.Line(title ?? $"Topic {row.Id}, taken out of sight")}]({ExportedFile.Topic(kind, row.Id, title)}), {ExportedFile.Day(row.CreatedAt)}, {row.ReplyCount} {(kind == TopicKind.Question ? "answers" : "replies")}");
            }

            if (rows.Count < RowsAtOnce) return;
            last = rows[^1].Id;
        }
    }
}
