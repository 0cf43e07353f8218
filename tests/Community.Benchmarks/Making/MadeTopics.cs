using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Benchmarks.Making;

/// <summary>Threads, questions and notes with their posts, as an import would leave them.</summary>
sealed class MadeTopics(CommunityStore store, IReadOnlyList<long> people, IReadOnlyList<Space> spaces)
{
    const int Subjects = 400;
    const int PostsABatch = 5_000;

    readonly Wording wording = new();
    readonly Zipf authors = new(people.Count, 20);
    readonly Zipf subjects = new(Subjects, 5);

    /// <summary>The ids in the order of their numbers.</summary>
    public async Task<IReadOnlyList<long>> Make(int posts, CancellationToken stop)
    {
        await store.Write(async db =>
        {
            db.Tags.AddRange(Enumerable.Range(0, Subjects).Select(n => new Tag(Wording.Word(500 + n * 3) + n)));
            await db.SaveChangesAsync(stop);
        }, stop);
        var tagIds = await store.Read(async db => await db.Tags.OrderBy(t => t.Id).Select(t => t.Id).ToListAsync(stop));

        // While one batch is written, the next is worded.
        var (ids, done, writing) = (new List<long>(), 0, Task.CompletedTask);
        foreach (var batch in Batches(Plan(posts)))
        {
            var drafts = batch.AsParallel().AsOrdered().Select(plan => TopicDraft.Make(plan.Number, plan.Kind, plan.Replies, spaces.Count, wording, authors, subjects)).ToList();
            await writing;
            writing = Task.Run(async () => ids.AddRange(await Write(drafts, tagIds, stop)), stop);
            Console.Error.Write($"\r{done += drafts.Sum(draft => draft.Posts.Count):N0} posts");
        }

        await writing;
        Console.Error.WriteLine();
        return ids;
    }

    /// <summary>A thread of 20 posts, a question, a thread that is very long, and then what is usual.</summary>
    static IEnumerable<(int Number, TopicKind Kind, int Replies)> Plan(int posts)
    {
        var veryLong = Math.Min(5_000, posts / 20);
        List<(TopicKind, int)> measured = [(TopicKind.Thread, 19), (TopicKind.Question, 5), (TopicKind.Thread, veryLong), (TopicKind.Thread, veryLong), (TopicKind.Thread, veryLong)];
        var random = new Random(2);
        var (left, number) = (posts, 0);
        while (left > 0)
        {
            var (kind, replies) = number < measured.Count ? measured[number]
                : (random.Next(10) switch { < 4 => TopicKind.Thread, < 9 => TopicKind.Question, _ => TopicKind.Note }, (int)(-5.5 * Math.Log(1 - random.NextDouble())));
            replies = Math.Min(replies, left - 1);
            yield return (number++, kind, replies);
            left -= replies + 1;
        }
    }

    static IEnumerable<List<(int Number, TopicKind Kind, int Replies)>> Batches(IEnumerable<(int Number, TopicKind Kind, int Replies)> plans)
    {
        var batch = new List<(int, TopicKind, int)>();
        var posts = 0;
        foreach (var plan in plans)
        {
            batch.Add(plan);
            posts += plan.Replies + 1;
            if (posts < PostsABatch) continue;
            yield return batch;
            (batch, posts) = ([], 0);
        }

        if (batch.Count > 0) yield return batch;
    }

    Task<List<long>> Write(List<TopicDraft> drafts, List<long> tagIds, CancellationToken stop) => store.Write(async db =>
    {
        var (topicId, postId) = (await db.Topics.MaxAsync(t => (long?)t.Id, stop) ?? 0, await db.Posts.MaxAsync(p => (long?)p.Id, stop) ?? 0);
        var ids = new List<long>(drafts.Count);
        using var rows = new TopicRows(db);
        foreach (var draft in drafts)
        {
            ids.Add(++topicId);
            rows.Add(topicId, postId, Topic(draft), draft, [.. draft.Tags.Select(tag => tagIds[tag])]);
            postId += draft.Posts.Count;
        }

        return ids;
    }, stop);

    Topic Topic(TopicDraft draft)
    {
        var topic = Topics.Topic.Imported(draft.Kind, spaces[draft.Space].Id, draft.Title, people[draft.Author], draft.At, null);
        foreach (var post in draft.Posts)
        {
            var author = people[post.Author];
            topic.AddImported(post.Part, post.Parent is { } parent ? topic.Posts[parent] : null, author, null, 0, post.At, [new ImportedText(post.Text, author, "", post.At)]);
        }

        return topic;
    }
}
