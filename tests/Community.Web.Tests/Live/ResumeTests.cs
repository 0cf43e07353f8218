using System.Diagnostics;
using System.Globalization;
using Community.People;
using Community.Topics;

namespace Community.Web.Tests.Live;

public sealed class ResumeTests(LiveVillage village) : IClassFixture<LiveVillage>
{
    static readonly int Cuts = int.Parse(Environment.GetEnvironmentVariable("LIVE_CUTS") ?? "50", CultureInfo.InvariantCulture);

    /// <summary>How a line begins: it holds, and then takes its time; or it says in one breath what it watches and from where on.</summary>
    public enum Way
    {
        HoldsFirst,
        WatchesFirst,
        ResumesFirst,
    }

    [Theory]
    [InlineData(Way.HoldsFirst)]
    [InlineData(Way.WatchesFirst)]
    [InlineData(Way.ResumesFirst)]
    public async Task A_line_that_is_cut_again_and_again_loses_nothing_and_hears_nothing_twice(Way way)
    {
        var stop = TestContext.Current.CancellationToken;
        var (topic, other) = (await village.Start("Alice Moreau"), await village.Start("Alice Moreau"));
        var writing = Write(topic, other, Cuts * 4);
        var heard = new List<LiveLine.Told>();
        for (var cut = 0; cut < Cuts; cut++)
        {
            await using var line = await village.Line("Bob Lindqvist");
            await Begin(line, heard.Count == 0 ? 0 : heard[^1].Id);
            await Task.Delay(Random.Shared.Next(20, 350), stop);
            line.Cut();
            await line.Closed.WaitAsync(TimeSpan.FromSeconds(5), stop);
            heard.AddRange(line.Changes);
        }

        await writing;
        await using var last = await village.Line("Bob Lindqvist");
        await Begin(last, heard[^1].Id);
        await Task.Delay(500, stop);
        heard.AddRange(last.Changes);

        var happened = (await village.EventsOf(topic)).Concat(await village.EventsOf(other)).OrderBy(e => e.Id).Select(e => e.Id);
        Assert.Equal(happened, heard.Select(t => t.Id));

        Task Begin(LiveLine line, long after) => way switch
        {
            Way.WatchesFirst => Task.WhenAll(line.Watch(topic), line.Watch(other), line.Resume(after)),
            Way.ResumesFirst => Task.WhenAll(line.Resume(after), line.Watch(topic), line.Watch(other)),
            _ => Slowly(line.Hold, () => line.Watch(topic), () => line.Watch(other), () => line.Resume(after)),
        };

        async Task Slowly(params Func<Task>[] calls)
        {
            foreach (var call in calls)
            {
                await call();
                await Task.Delay(Random.Shared.Next(4) == 0 ? Random.Shared.Next(400) : 0, stop);
            }
        }
    }

    [Fact]
    public async Task After_a_restart_of_the_server_a_line_goes_on_where_it_was()
    {
        await using var own = new LiveVillage();
        await own.InitializeAsync();
        var topic = await own.Start("Alice Moreau");
        var cookies = await own.Cookies("Bob Lindqvist");
        await using var before = await LiveLine.Open(own.Site.Address, cookies);
        await before.Watch(topic);
        await own.Reply("Carla Nunes", topic);
        var last = (await before.Until(1))[0].Id;
        await own.Reply("Carla Nunes", topic);

        await own.Site.Restart();
        await own.Site.Verb<DescribeInstitution>().Run(own.Site.AdministratorId, "University Library", own.Site.Address.ToString().TrimEnd('/'), SignUp.Closed, "", "Etc/UTC");
        await own.Reply("Carla Nunes", topic);
        await using var after = await LiveLine.Open(own.Site.Address, cookies);
        await after.Watch(topic);
        await after.Resume(last);
        await own.Reply("Carla Nunes", topic);

        var told = await after.Until(3);
        Assert.Equal((await own.EventsOf(topic)).Select(e => e.Id).Where(id => id > last), told.Select(t => t.Id));
    }

    [Fact]
    public async Task Resuming_twice_or_from_what_was_told_live_tells_nothing_again()
    {
        var topic = await village.Start("Alice Moreau");
        await using var bob = await village.Line("Bob Lindqvist");
        await bob.Watch(topic);
        await village.Reply("Carla Nunes", topic);
        await bob.Until(1);

        await bob.Resume(0);
        await bob.Resume(0);
        await bob.Resume(bob.Changes[0].Id);
        await village.Reply("Carla Nunes", topic);
        var told = await bob.Until(3);
        await Task.Delay(200, TestContext.Current.CancellationToken);

        Assert.Equal(["replied", "started", "replied"], told.Select(t => t.Kind));
        Assert.Equal(3, bob.Changes.Count);
    }

    [Fact]
    public async Task Who_missed_too_much_is_told_to_load_the_page_again()
    {
        var topic = await village.Start("Alice Moreau");
        await village.Site.Store.Write(async db =>
        {
            var found = db.Topics.Single(t => t.Id == topic);
            for (var i = 0; i < 1_050; i++)
            {
                found.TellPinned(true, village.Site.AdministratorId, DateTime.UtcNow);
                found.TellPinned(false, village.Site.AdministratorId, DateTime.UtcNow);
            }

            return await db.SaveChangesAsync();
        });
        await using var bob = await village.Line("Bob Lindqvist");
        await Task.Delay(1_000, TestContext.Current.CancellationToken);
        await bob.Watch(topic);
        await bob.Resume(1);

        Assert.Equal(("reload", topic), (await bob.Until(1)).Select(t => (t.Kind, t.TopicId!.Value)).Single());
    }

    [Fact]
    public async Task A_post_is_told_at_once()
    {
        var topic = await village.Start("Alice Moreau");
        await using var bob = await village.Line("Bob Lindqvist");
        await bob.Watch(topic);
        await Task.Delay(200, TestContext.Current.CancellationToken);
        var alice = await village.Site.Person("Alice Moreau");
        var add = village.Site.Verb<AddPost>();
        var times = new List<double>();
        for (var i = 0; i < 30; i++)
        {
            var from = Stopwatch.GetTimestamp();
            await add.Run(alice, topic, Part.Reply, null, $"Reply {i}");
            times.Add(Stopwatch.GetElapsedTime(from, (await bob.Until(i + 1))[i].Ticks).TotalMilliseconds);
        }

        times.Sort();
        TestContext.Current.SendDiagnosticMessage("Post to event: median {0:F1} ms, worst {1:F1} ms", times[15], times[^1]);
        Assert.InRange(times[15], 0, 500);
    }

    async Task Write(long topic, long other, int count)
    {
        var add = village.Site.Verb<AddPost>();
        var alice = await village.Site.Person("Alice Moreau");
        for (var i = 0; i < count; i++)
        {
            await add.Run(alice, i % 3 == 0 ? other : topic, Part.Reply, null, "One more.");
            await Task.Delay(50);
        }
    }
}
