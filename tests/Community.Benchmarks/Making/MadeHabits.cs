using Community.Events;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Benchmarks.Making;

/// <summary>Votes, and how far people have read; and the notices' consumer has seen it all.</summary>
sealed class MadeHabits(CommunityStore store, IReadOnlyList<long> people, IReadOnlyList<long> topics)
{
    public async Task Make(long readerId, CancellationToken stop)
    {
        await store.Write(Vote, stop);
        await store.Write(async db =>
        {
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            var last = await db.Posts.GroupBy(p => p.TopicId).Select(g => new { g.Key, Last = g.Max(p => p.Id) }).ToDictionaryAsync(g => g.Key, g => g.Last, stop);
            var random = new Random(4);
            var popular = new Zipf(topics.Count, 30);
            var marks = Enumerable.Range(0, 20_000).Select(_ => (Person: people[random.Next(people.Count)], Topic: topics[popular.Next(random)]))
                .Concat(topics.Where(_ => random.Next(10) == 0).Select(topic => (Person: readerId, Topic: topic))).Distinct();
            db.ReadMarks.AddRange(marks.Select(mark => new ReadMark(mark.Person, mark.Topic, last[mark.Topic] - random.Next(3), MadePeople.Began.AddDays(1_000))));
            db.Checkpoints.Add(new Checkpoint("notifications", await db.Events.MaxAsync(e => e.Id, stop)));
            await db.SaveChangesAsync(stop);
        }, stop);
    }

    /// <summary>Straight into the rows: a verb would load 60,000 posts, and each vote would be an event.</summary>
    async Task Vote(CommunityContext db)
    {
        var random = new Random(3);
        var posts = await db.Posts.OrderBy(p => p.Id).Select(p => new { p.Id, p.AuthorId }).ToListAsync();
        using var votes = new Inserts(db, "Votes", "PostId", "PersonId", "Value", "At");
        foreach (var post in posts.Where(_ => random.Next(3) == 0))
        {
            foreach (var voter in Enumerable.Range(0, random.Next(1, 4)).Select(_ => people[random.Next(people.Count)]).Where(voter => voter != post.AuthorId).Distinct())
                votes.Add(post.Id, voter, random.Next(12) == 0 ? -1 : 1, MadePeople.Began);
        }

        await db.Database.ExecuteSqlAsync($"UPDATE \"Posts\" SET \"Score\" = \"ImportedScore\" + (SELECT COALESCE(SUM(\"Value\"), 0) FROM \"Votes\" WHERE \"PostId\" = \"Posts\".\"Id\")");
    }
}
