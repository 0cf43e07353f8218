namespace Community.Web.Tests.Live;

/// <summary>What was missed goes out before what is new, however the calls and the reading of the log fall.</summary>
public sealed class LateResumeTests(LiveVillage village) : IClassFixture<LiveVillage>
{
    [Fact]
    public async Task A_line_that_holds_gets_what_it_missed_first_however_late_it_resumes()
    {
        var topic = await village.Start("Alice Moreau");
        await village.Reply("Carla Nunes", topic);
        await using var line = await village.Line("Bob Lindqvist");
        await Wait(200);
        await line.Hold();
        await line.Watch(topic);
        await Wait(600);
        await village.Reply("Carla Nunes", topic);
        await Wait(200);

        await line.Resume(0);
        await village.Reply("Carla Nunes", topic);

        await HeardAll(line, topic);
    }

    [Fact]
    public async Task A_line_that_holds_is_told_nothing_before_it_resumes_and_everything_then_also_when_it_watches_nothing()
    {
        var topic = await village.Start("Alice Moreau");
        await using var line = await village.Line("Bob Lindqvist");
        await line.Hold();
        await Assert.ThrowsAnyAsync<Exception>(() => line.Watch(999_999));
        await line.Resume(0);

        await line.Hold();
        await line.Watch(topic);
        await village.Reply("Carla Nunes", topic);
        await Wait(600);
        Assert.Empty(line.Changes);

        await line.Resume(0);
        await HeardAll(line, topic);
    }

    [Fact]
    public async Task What_was_missed_comes_first_also_where_reading_it_takes_longer_than_to_watch_more()
    {
        var (topic, other) = (await village.Start("Alice Moreau"), await village.Start("Alice Moreau"));
        await village.Reply("Carla Nunes", topic);
        await using var line = await village.Line("Bob Lindqvist");
        using var slow = await SlowRead.OfMissed(topic, TimeSpan.FromSeconds(2));
        await line.Resume(0);
        await line.Watch(topic);
        await slow.Met();

        await line.Watch(other);
        await Wait(600);
        await village.Reply("Carla Nunes", other);
        await village.Reply("Carla Nunes", topic);

        await HeardAll(line, topic, other);
    }

    [Fact]
    public async Task The_time_that_the_site_takes_to_watch_does_not_count_as_a_pause_of_who_asked()
    {
        var (topic, other) = (await village.Start("Alice Moreau"), await village.Start("Alice Moreau"));
        await village.Reply("Carla Nunes", other);
        await using var line = await village.Line("Bob Lindqvist");
        await Wait(200);
        using var slow = await SlowRead.OfWatched(other, TimeSpan.FromSeconds(1));
        var calls = Task.WhenAll(line.Watch(topic), line.Watch(other), line.Resume(0));
        await slow.Met();

        await village.Reply("Carla Nunes", topic);
        await calls;

        await HeardAll(line, topic, other);
    }

    async Task HeardAll(LiveLine line, params long[] topics)
    {
        var happened = new List<long>();
        foreach (var topic in topics) happened.AddRange((await village.EventsOf(topic)).Select(e => e.Id));
        await line.Until(happened.Count);
        await Wait(300);
        Assert.Equal(happened.Order(), line.Changes.Select(t => t.Id));
    }

    static Task Wait(int milliseconds) => Task.Delay(milliseconds, TestContext.Current.CancellationToken);
}
