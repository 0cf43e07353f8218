using Community.Events;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Events;

public sealed class ConcurrencyTests(Village village) : IClassFixture<Village>
{
    [Fact]
    public async Task Sixteen_writers_at_once_lose_no_update_and_no_event()
    {
        const int Writers = 16, Rounds = 8;
        var topic = await village.Start(village.Writer);
        var opening = await village.Opening(topic);
        var people = new List<long>();
        for (var i = 0; i < Writers; i++) people.Add(await village.Person($"Writer Number {i}"));
        var last = await village.Read(db => db.Events.MaxAsync(e => e.Id));

        // Half of them through a program of their own, whose write lane knows nothing of ours.
        var other = new AddPost(village.AnotherProgram(), village.Get<PostTexts>(), village.Clock);
        await Task.WhenAll(people.Select((person, i) => Task.Run(async () =>
        {
            for (var round = 0; round < Rounds; round++)
            {
                await (i % 2 == 0 ? village.Verb<AddPost>() : other).Run(person, topic, Part.Reply, null, $"Round {round}.");
                await village.Verb<CastVote>().Run(person, opening, round % 2 == 0 ? 1 : -1);
            }
        })));

        var seen = await village.Topic(topic);
        Assert.Equal(Writers * Rounds, seen.ReplyCount);
        Assert.Equal(Writers * Rounds, await village.Read(db => db.Posts.CountAsync(p => p.TopicId == topic && p.Part == Part.Reply)));
        Assert.Equal(await village.Read(db => db.Votes.Where(v => v.PostId == opening).SumAsync(v => v.Value)), (await village.Post(opening)).Score);
        Assert.Equal(-Writers, (await village.Post(opening)).Score);
        // Not one beside the other: what PostgreSQL rolls back and runs again leaves a gap.
        Assert.Equal(Writers * Rounds * 2, await village.Read(db => db.Events.CountAsync(e => e.Id > last)));
    }

    [Fact]
    public async Task A_reader_beside_sixteen_writers_never_steps_over_an_event()
    {
        const int Writers = 16, Rounds = 25;
        // A topic each: nothing but the log itself keeps them apart. Half of them in another program.
        var topics = new List<long>();
        for (var i = 0; i < Writers; i++) topics.Add(await village.Start(village.Writer));
        var other = new AddPost(village.AnotherProgram(), village.Get<PostTexts>(), village.Clock);
        var start = await village.Read(db => db.Events.MaxAsync(e => e.Id));
        var seen = new List<long>();
        using var done = new CancellationTokenSource();
        var reader = Task.Run(async () =>
        {
            var last = start;
            while (!done.IsCancellationRequested || await village.Read(db => db.Events.AnyAsync(e => e.Id > last)))
            {
                var more = await village.Read(db => db.Events.Where(e => e.Id > last).OrderBy(e => e.Id).Select(e => e.Id).ToListAsync());
                seen.AddRange(more);
                if (more.Count > 0) last = more[^1];
            }
        });

        await Task.WhenAll(topics.Select((topic, i) => Task.Run(async () =>
        {
            for (var round = 0; round < Rounds; round++) await (i % 2 == 0 ? village.Verb<AddPost>() : other).Run(village.Member, topic, Part.Reply, null, "We use linen tape.");
        })));
        await done.CancelAsync();
        await reader;

        Assert.Equal(await village.Read(db => db.Events.Where(e => e.Id > start).OrderBy(e => e.Id).Select(e => e.Id).ToListAsync()), seen);
        Assert.Equal(Writers * Rounds, seen.Count);
    }
}
