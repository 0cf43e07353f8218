using Community.Events;
using Community.Governance;
using Community.People;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Tests.Store;

/// <summary>Two programs on one database decide at the same moment: the outcome is one that some order of theirs would have had.</summary>
public sealed class MeetingWritersTests(Village village) : IClassFixture<Village>
{
    const int Many = 16;

    [Fact]
    public async Task Two_transactions_that_wait_for_each_other_are_both_done()
    {
        var (first, second) = (await village.Start(village.Writer), await village.Start(village.Writer));
        var bothHold = new Barrier(2);
        var runs = 0;

        async Task Rename(CommunityStore store, long one, long two)
        {
            var isFirst = true;
            await store.Write(async db =>
            {
                Interlocked.Increment(ref runs);
                await db.LockRow("Topics", "Id", one, default);
                if (isFirst && TestDatabase.IsPostgres) await Task.Run(() => bothHold.SignalAndWait(TimeSpan.FromSeconds(5)));
                isFirst = false;
                await db.LockRow("Topics", "Id", two, default);
                foreach (var topic in await db.Topics.Include(t => t.Tags).Where(t => t.Id == one || t.Id == two).ToListAsync()) topic.Retitle(topic.Title + "!", village.Writer, village.Clock.Now());
                await db.SaveChangesAsync();
            });
        }

        await Task.WhenAll(Rename(village.Store, first, second), Rename(village.AnotherProgram(), second, first));

        Assert.All(new[] { await village.Topic(first), await village.Topic(second) }, topic => Assert.EndsWith("!!", topic.Title, StringComparison.Ordinal));
        // One is rolled back and decides anew; where the machine is busy, they may meet once more.
        Assert.InRange(runs, TestDatabase.IsPostgres ? 3 : 2, TestDatabase.IsPostgres ? 6 : 2);
        Assert.Equal(4, await village.Read(db => db.Events.CountAsync(e => e.Kind == EventKind.Retitled && (e.TopicId == first || e.TopicId == second))));
    }

    [Fact]
    public async Task The_same_new_subject_from_many_at_once_is_one_subject()
    {
        await AtOnce(i => Verb<StartTopic>(i).Run(village.Writer, Village.Institution, TopicKind.Thread, "At once", "x", ["brand-new"]));

        Assert.Equal(1, await village.Read(db => db.Tags.CountAsync(t => t.Name == "brand-new")));
        Assert.Equal(Many, await village.Read(db => db.TopicTags.CountAsync(t => t.Tag!.Name == "brand-new")));
    }

    [Fact]
    public async Task A_word_never_becomes_both_a_subject_and_another_ones_synonym()
    {
        await village.Start(village.Writer, tags: ["linen"]);
        for (var round = 0; round < 8; round++)
        {
            var word = $"linnen-{round}";
            await Task.WhenAll(
                Task.Run(() => Try(() => Verb<DescribeTag>(0).Run(village.Writer, "linen", "", [word]))),
                Task.Run(() => Verb<StartTopic>(1).Run(village.Writer, Village.Institution, TopicKind.Thread, "At once", "x", [word])));

            Assert.Equal(1, await village.Read(async db => await db.Tags.CountAsync(t => t.Name == word) + await db.TagSynonyms.CountAsync(s => s.Name == word)));
        }
    }

    [Fact]
    public async Task Joining_keeping_and_reading_twice_at_once_is_done_once_and_nobody_sees_an_error()
    {
        var topic = await village.Start(village.Writer);
        var opening = await village.Opening(topic);

        await AtOnce(i => Verb<JoinSpace>(i).Run(village.Colleague, Village.Institution));
        await AtOnce(i => Verb<BookmarkPost>(i).Run(village.Member, opening, true));
        await AtOnce(i => Verb<MarkRead>(i).Run(village.Member, topic, opening));
        await AtOnce(i => Verb<BookmarkPost>(i).Run(village.Member, opening, false));
        await AtOnce(i => Verb<LeaveSpace>(i).Run(village.Colleague, Village.Institution));

        Assert.Equal(0, await village.Read(db => db.Bookmarks.CountAsync(b => b.PostId == opening)));
        Assert.Equal(2, await village.Read(db => db.Events.CountAsync(e => e.SubjectId == village.Colleague && (e.Kind == EventKind.Joined || e.Kind == EventKind.Left))));
    }

    [Fact]
    public async Task The_same_address_from_many_at_once_is_taken_once_and_refused_with_the_sentence()
    {
        var done = await AtOnce(i => Try(() => Verb<MakeSpace>(i).Run(null, "at-once", "At once", "", Tier.Institution)));

        Assert.Equal(1, done.Count(refusal => refusal is null));
        Assert.All(done.Where(refusal => refusal is not null), refusal => Assert.Equal((Refusal.Conflict, "Slug"), (refusal!.Kind, refusal.Field)));
    }

    [Fact]
    public async Task One_vote_a_person_however_often_it_is_sent_at_once()
    {
        var opening = await village.Opening(await village.Start(village.Writer));

        await AtOnce(i => Verb<CastVote>(i).Run(village.Member, opening, 1));

        Assert.Equal(1, (await village.Post(opening)).Score);
    }

    [Fact]
    public async Task Two_administrators_who_take_each_others_role_at_once_leave_one()
    {
        for (var round = 0; round < 5; round++)
        {
            var people = new[] { await Administrator($"ada{round}@library.example"), await Administrator($"abe{round}@library.example") };
            await Verb<ChangeRole>(0).Run(null, village.Administrator, Role.Member);

            await Task.WhenAll(
                Task.Run(() => Try(() => Verb<ChangeRole>(0).Run(people[0], people[1], Role.Member))),
                Task.Run(() => Try(() => Verb<ChangeRole>(1).Run(people[1], people[0], Role.Member))));

            Assert.Equal(1, await village.Read(db => db.People.CountAsync(p => people.Contains(p.Id) && p.Role == Role.Administrator)));
            await village.Store.Write(async db =>
            {
                foreach (var person in await db.People.Where(p => people.Contains(p.Id)).ToListAsync()) person.GiveRole(Role.Member, null, village.Clock.Now());
                await db.SaveChangesAsync();
            });
            await Verb<ChangeRole>(0).Run(null, village.Administrator, Role.Administrator);
        }
    }

    Task<long> Administrator(string email) => village.Store.Write(async db =>
    {
        var person = db.People.Add(new Person(email, Role.Administrator, village.Clock.Now())).Entity;
        await db.SaveChangesAsync();
        var account = db.Accounts.Add(Account.For(person, email)).Entity;
        account.TakePassword("a hash");
        await db.SaveChangesAsync();
        return person.Id;
    });

    IServiceProvider? another;

    /// <summary>Every other one in another program.</summary>
    T Verb<T>(int i) where T : notnull => i % 2 == 0 ? village.Verb<T>() : (another ??= village.Another()).GetRequiredService<T>();

    async Task<T[]> AtOnce<T>(Func<int, Task<T>> act)
    {
        Verb<CastVote>(1);
        return await Task.WhenAll(Enumerable.Range(0, Many).Select(i => Task.Run(() => act(i))));
    }

    Task<bool[]> AtOnce(Func<int, Task> act) => AtOnce(async i =>
    {
        await act(i);
        return true;
    });

    static async Task<RefusedException?> Try(Func<Task> act)
    {
        try
        {
            await act();
            return null;
        }
        catch (RefusedException refused)
        {
            return refused;
        }
    }
}
