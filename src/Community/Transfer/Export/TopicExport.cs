using Community.Notes;
using Community.Notes.Care;
using Community.People;
using Community.Questions;
using Community.Store;
using Community.Topics;
using Community.Transfer.Archives;
using Microsoft.EntityFrameworkCore;

namespace Community.Transfer.Export;

/// <summary>A Markdown file for each topic. Of a long one only some posts' texts are in memory at a time.</summary>
sealed class TopicExport(CommunityContext db, NewArchive archive, ExportedNames names, ExportedFiles files)
{
    const int TopicsAtOnce = 200;
    const int TextsAtOnce = 100;

    public async Task Run(Action<int> written, CancellationToken stop)
    {
        var (last, done) = (0L, 0);
        while (true)
        {
            var topics = await db.Exported.Where(t => t.Id > last).OrderBy(t => t.Id).Take(TopicsAtOnce).ToListAsync(stop);
            foreach (var topic in topics)
            {
                stop.ThrowIfCancellationRequested();
                await Write(topic, stop);
                written(++done);
            }

            if (topics.Count < TopicsAtOnce) return;
            last = topics[^1].Id;
        }
    }

    async Task Write(Topic topic, CancellationToken stop)
    {
        var title = topic.Standing == Standing.Published ? topic.Title : null;
        await using var file = archive.AddText($"{ExportedFile.Space(names.Space(topic.SpaceId))}/{ExportedFile.Topic(topic.Kind, topic.Id, title)}");
        var accepted = topic.Kind == TopicKind.Question ? await db.Acceptances.Where(a => a.TopicId == topic.Id).Select(a => (long?)a.PostId).FirstOrDefaultAsync(stop) : null;
        await FrontMatter(file, topic, title, accepted, stop);
        await file.WriteLineAsync($"# {(title is null ? "(taken out of sight)" : ExportedFile.Line(title))}");

        var order = InReadingOrder(await db.Posts.Where(p => p.TopicId == topic.Id && p.Standing != Standing.Draft && p.Standing != Standing.Held).OrderBy(p => p.Id)
            .Select(p => new Place(p.Id, p.Part, p.ParentId)).ToListAsync(stop));
        foreach (var some in order.Chunk(TextsAtOnce)) await new PostExport(db, file, topic, names, files).Write(some, accepted, stop);
    }

    async Task FrontMatter(TextWriter file, Topic topic, string? title, long? accepted, CancellationToken stop)
    {
        var tags = await db.TopicTags.Where(t => t.TopicId == topic.Id).Select(t => t.Tag!.Name).OrderBy(name => name).ToListAsync(stop);
        var closure = topic.IsClosed ? await db.Closures.AsNoTracking().Where(c => c.TopicId == topic.Id && c.ReopenedAt == null).OrderByDescending(c => c.Id).FirstOrDefaultAsync(stop) : null;
        var stewards = topic.Kind == TopicKind.Note ? await db.NoteStewardships.Where(s => s.TopicId == topic.Id).OrderBy(s => s.PersonId).Select(s => s.PersonId).ToListAsync(stop) : [];
        var (units, care) = (db.Units, topic.Kind == TopicKind.Note ? await db.NoteCares.AsNoTracking().FirstOrDefaultAsync(c => c.TopicId == topic.Id, stop) : null);
        var kept = topic.Kind == TopicKind.Note ? await db.NoteUnitStewardships.Where(s => s.TopicId == topic.Id).OrderBy(s => s.UnitId).Select(s => units.Where(u => u.Id == s.UnitId).Select(u => u.Name).First()).ToListAsync(stop) : [];
        var links = await db.TopicLinks.Where(l => l.FromTopicId == topic.Id).OrderBy(l => l.ToTopicId).ThenBy(l => l.Kind).Select(l => new { l.ToTopicId, l.Kind }).ToListAsync(stop);

        await file.WriteLineAsync("---");
        if (title is not null) await file.WriteLineAsync($"title: {ExportedFile.Quoted(title)}");
        await file.WriteLineAsync($"id: {topic.Id}\nkind: {Word(topic.Kind)}\nspace: {names.Space(topic.SpaceId)}");
        await file.WriteLineAsync($"author: {ExportedFile.Quoted(names.Author(topic.Id, topic.AuthorId))}\ncreated: {ExportedFile.Time(topic.CreatedAt)}\nlast_post: {ExportedFile.Time(topic.LastPostAt)}");
        await file.WriteLineAsync($"tags: {ExportedFile.Quoted(tags)}\nstate: {(topic.Standing != Standing.Published ? Word(topic.Standing) : topic.IsClosed ? "closed" : "open")}");
        if (closure is not null) await file.WriteLineAsync($"closed: {ExportedFile.Time(closure.At)}\noutcome: {Word(closure.Outcome)}\nreason: {ExportedFile.Quoted(closure.Reason)}");
        if (accepted is not null) await file.WriteLineAsync($"accepted: post-{accepted}");
        if (stewards.Count > 0) await file.WriteLineAsync($"stewards: {ExportedFile.Quoted(stewards.Select(names.Name))}");
        if (kept.Count > 0) await file.WriteLineAsync($"steward_units: {ExportedFile.Quoted(kept)}");
        if (care is not null) await file.WriteLineAsync($"{(care.CheckedById is null ? "dated" : "checked")}: {ExportedFile.Time(care.CheckedAt)}\nreview: {ExportedFile.Time(care.ReviewAt)}");
        if (care?.DisputedAt is { } disputedAt) await file.WriteLineAsync($"disputed: {ExportedFile.Time(disputedAt)}");
        if (care?.OutdatedAt is { } outdatedAt) await file.WriteLineAsync($"outdated: {ExportedFile.Time(outdatedAt)}");
        if (links.Count > 0) await file.WriteLineAsync($"links: {ExportedFile.Quoted(links.Select(l => $"{Word(l.Kind)} {l.ToTopicId}"))}");
        await file.WriteLineAsync("---\n");
    }

    /// <summary>The opening, then replies and answers by age, each followed by what stands under it.</summary>
    static List<Place> InReadingOrder(List<Place> posts)
    {
        var under = posts.Where(post => post.ParentId is not null && post.Part != Part.Opening).ToLookup(post => post.ParentId);
        var known = posts.Select(post => post.Id).ToHashSet();
        var order = new List<Place>(posts.Count);
        var waiting = new Stack<Place>(posts.Where(post => post.ParentId is not { } parent || !known.Contains(parent)).OrderBy(post => post.Part == Part.Opening ? 0 : 1).ThenBy(post => post.Id).Reverse());
        while (waiting.TryPop(out var post))
        {
            order.Add(post);
            foreach (var child in under[post.Id].Reverse()) waiting.Push(child);
        }

        return order;
    }

    static string Word(Enum value) => value.ToString().ToLowerInvariant();
}

/// <summary>Where a post stands in its topic.</summary>
sealed record Place(long Id, Part Part, long? ParentId);
