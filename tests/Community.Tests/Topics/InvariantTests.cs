using Community.Questions;
using Community.Topics;
using CsCheck;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Topics;

/// <summary>Whatever three people do, in whatever order, the figures and rows agree.</summary>
public sealed class InvariantTests(Village village) : IClassFixture<Village>
{
    const int Sequences = 40;

    static readonly Gen<Step[]> Steps = Gen.Select(Gen.Int[0, 18], Gen.Int[0, 2], Gen.Int[0, 5], Gen.Int[-1, 1], (act, who, post, value) => new Step(act, who, post, value)).Array[4, 24];

    [Fact]
    public void Figures_are_what_the_rows_say_after_any_acts() =>
        Steps.Sample(steps => Play(steps).GetAwaiter().GetResult(), iter: Sequences, threads: 1, print: steps => string.Join(", ", steps.Select(step => step.ToString())));

    async Task Play(Step[] steps)
    {
        long[] people = [village.Writer, village.Member, village.Administrator];
        var topic = await village.Start(people[0], steps.Length % 2 == 0 ? TopicKind.Thread : TopicKind.Question);
        foreach (var step in steps)
        {
            try
            {
                await Do(step, people[step.Who], topic);
            }
            catch (RefusedException)
            {
                // A refusal is an answer, too; it must leave everything as it was.
            }
            catch (StaleEditException)
            {
            }
        }

        await village.Read(async db =>
        {
            var seen = await db.Topics.AsNoTracking().Include(t => t.Closures).Include(t => t.Posts).ThenInclude(p => p.Revisions).Include(t => t.Posts).ThenInclude(p => p.Votes).SingleAsync(t => t.Id == topic);
            var posts = seen.Posts;
            Assert.Equal(posts.Count(p => p.Part is Part.Reply or Part.Answer && p.Standing == Standing.Published), seen.ReplyCount);
            Assert.Equal(posts.Single(p => p.Part == Part.Opening).Standing, seen.Standing);
            Assert.Equal(seen.ClosedAt is null ? 0 : 1, seen.Closures.Count(c => c.ReopenedAt is null));
            Assert.All(posts, p => Assert.True(p.Part is Part.Opening or Part.Comment || p.Part == seen.ReplyPart));
            Assert.All(posts, p => Assert.Equal(p.Part == Part.Comment, p.Part == Part.Comment && p.ParentId is not null));
            Assert.All(posts, p => Assert.Equal(p.ImportedScore + p.Votes.Sum(v => v.Value), p.Score));
            Assert.All(posts, p => Assert.DoesNotContain(p.Votes, v => v.PersonId == p.AuthorId || v.Value is not (1 or -1)));
            Assert.All(posts, p => Assert.Equal(Enumerable.Range(1, p.RevisionNumber), p.Revisions.Select(r => r.Number).Order()));
            foreach (var post in posts)
            {
                Assert.Equal(post.Standing == Standing.Withdrawn ? 1 : 0, await db.Withdrawals.CountAsync(w => w.PostId == post.Id && w.RestoredAt == null));
                Assert.Equal(post.Standing == Standing.Removed ? 1 : 0, await db.Removals.CountAsync(r => r.PostId == post.Id && r.LiftedAt == null));
            }

            if (await db.Acceptances.FindAsync(topic) is { } acceptance)
                Assert.Contains(posts, p => p.Id == acceptance.PostId && (seen.Kind != TopicKind.Question || p.Part == Part.Answer));
            return true;
        });
    }

    async Task Do(Step step, long person, long topic)
    {
        var posts = await village.Read(db => db.Posts.Where(p => p.TopicId == topic).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync());
        var post = posts[step.Post % posts.Count];
        await (step.Act switch
        {
            0 or 1 => village.Add(person, topic, Part.Reply, step.Value > 0 ? post : null),
            2 or 3 => village.Add(person, topic, Part.Answer),
            4 => village.Add(person, topic, Part.Comment, step.Value > 0 ? post : null),
            5 or 6 => village.Verb<CastVote>().Run(person, post, step.Value),
            7 => village.Verb<WithdrawPost>().Run(person, post),
            8 => village.Verb<RestorePost>().Run(person, post),
            9 => village.Verb<RemovePost>().Run(person, post, "x"),
            10 => village.Verb<ReinstatePost>().Run(person, post, "x"),
            11 => village.Verb<CloseTopic>().Run(person, topic, Outcome.Nothing, "x"),
            12 => village.Verb<ReopenTopic>().Run(person, topic, "x"),
            13 => village.Verb<ConvertTopic>().Run(person, topic, step.Value > 0 ? TopicKind.Thread : TopicKind.Question),
            14 or 15 => village.Verb<AcceptAnswer>().Run(person, topic, step.Value < 0 ? null : post),
            16 => village.Verb<RevisePost>().Run(person, post, new Edit($"Text {step.Value}", null, step.Value < 0 ? 1 : null)),
            17 => village.Verb<PinTopic>().Run(person, topic, step.Value > 0),
            _ => village.Verb<MoveTopic>().Run(person, topic, Village.Spaces[step.Post % 4]),
        });
    }

    sealed record Step(int Act, int Who, int Post, int Value);
}
