using Community.Events;
using Community.People;
using Community.Questions.Rearranging;
using Community.Spaces;
using Community.Topics;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Live;

public sealed class WatchingTests(LiveVillage village) : IClassFixture<LiveVillage>
{
    [Fact]
    public async Task Everything_that_happens_to_a_watched_topic_is_told_in_the_order_of_the_log()
    {
        var (topic, other) = (await village.Start("Alice Moreau"), await village.Start("Alice Moreau"));
        await using var bob = await village.Line("Bob Lindqvist");
        await bob.Watch(topic);

        var reply = await village.Reply("Carla Nunes", topic);
        await village.Reply("Carla Nunes", other);
        await village.Site.Verb<CastVote>().Run(await village.Site.Person("Alice Moreau"), reply, 1);
        await village.Site.Verb<RetitleTopic>().Run(await village.Site.Person("Alice Moreau"), topic, "Wet volumes", ["water"]);
        var told = await bob.Until(4);

        Assert.Equal(["replied", "voted", "retitled", "retagged"], told.Select(t => t.Kind));
        Assert.Equal((await village.EventsOf(topic)).Where(e => e.Kind != EventKind.Started).Select(e => (e.Id, e.PostId)), told.Select(t => (t.Id, t.PostId)));
        Assert.All(told, t => Assert.Equal(topic, t.TopicId));
    }

    [Fact]
    public async Task Readers_of_both_topics_are_told_when_posts_go_from_one_into_the_other_and_lists_when_they_become_a_new_one()
    {
        var (source, target) = (await village.Start("Alice Moreau"), await village.Start("Alice Moreau"));
        var (one, two) = (await village.Reply("Carla Nunes", source), await village.Reply("Carla Nunes", source));
        await Task.Delay(300, TestContext.Current.CancellationToken);
        await using var bob = await village.Line("Bob Lindqvist");
        await using var carla = await village.Line("Carla Nunes");
        await using var alice = await village.Line("Alice Moreau");
        await bob.Watch(source);
        await carla.Watch(target);
        await alice.Hub.InvokeAsync("WatchList", 0, TestContext.Current.CancellationToken);

        await village.Site.Verb<MovePosts>().Run(village.Site.AdministratorId, source, [one], target, "It belongs there.");
        Assert.Equal(("postsmoved", source), (await bob.Until(1)).Select(t => (t.Kind, t.TopicId!.Value)).Single());
        Assert.Equal(("postsmoved", target), (await carla.Until(1)).Select(t => (t.Kind, t.TopicId!.Value)).Single());

        var made = await village.Site.Verb<SplitTopic>().Run(village.Site.AdministratorId, source, [two], "loans", TopicKind.Thread, "Of its own", "Another subject.");
        Assert.Equal(("started", made), (await alice.Until(1)).Select(t => (t.Kind, t.TopicId!.Value)).Single());
        await village.Site.Verb<MergeTopics>().Run(village.Site.AdministratorId, source, target, "They are one.");
        Assert.Contains("closed", (await bob.Until(4)).Select(t => t.Kind));
        Assert.Equal(["postsmoved", "postsmoved"], (await carla.Until(2)).Select(t => t.Kind));
    }

    [Fact]
    public async Task After_unwatching_nothing_is_told()
    {
        var topic = await village.Start("Alice Moreau");
        await using var bob = await village.Line("Bob Lindqvist");
        await bob.Watch(topic);
        await village.Reply("Carla Nunes", topic);
        await bob.Until(1);
        await bob.Hub.InvokeAsync("Unwatch", topic, TestContext.Current.CancellationToken);

        await village.Reply("Carla Nunes", topic);
        await Task.Delay(300, TestContext.Current.CancellationToken);

        Assert.Single(bob.Changes);
    }

    [Fact]
    public async Task A_topic_of_a_space_that_one_does_not_read_is_as_if_it_were_not_there()
    {
        var hidden = await village.Start(RunningSite.Administrator, "staff-matters");
        await using var bob = await village.Line("Bob Lindqvist");

        var refused = await Assert.ThrowsAsync<HubException>(() => bob.Watch(hidden));
        var missing = await Assert.ThrowsAsync<HubException>(() => bob.Watch(999_999));
        await bob.Resume(0);
        await village.Reply(RunningSite.Administrator, hidden);
        await Task.Delay(300, TestContext.Current.CancellationToken);

        Assert.Equal(missing.Message.Replace("999999", "", StringComparison.Ordinal), refused.Message);
        Assert.Empty(bob.Changes);
    }

    [Fact]
    public async Task A_list_hears_of_topics_that_are_started_in_spaces_one_reads_and_of_nothing_else()
    {
        await using var bob = await village.Line("Bob Lindqvist");
        await bob.Hub.InvokeAsync("WatchList", 0, TestContext.Current.CancellationToken);
        var loans = await village.Site.Store.Read(db => db.Spaces.Where(s => s.Slug == "loans").Select(s => s.Id).FirstAsync());
        await using var carla = await village.Line("Carla Nunes");
        await carla.Hub.InvokeAsync("WatchList", loans, TestContext.Current.CancellationToken);

        await village.Start(RunningSite.Administrator, "staff-matters");
        var topic = await village.Start("Alice Moreau");
        await village.Reply("Alice Moreau", topic);
        await bob.Until(1);
        await carla.Until(1);
        await Task.Delay(300, TestContext.Current.CancellationToken);

        Assert.Equal(("started", topic), bob.Changes.Select(c => (c.Kind, c.TopicId!.Value)).Single());
        Assert.Equal(("started", topic), carla.Changes.Select(c => (c.Kind, c.TopicId!.Value)).Single());
    }

    [Fact]
    public async Task A_list_of_a_space_that_one_does_not_read_cannot_be_watched()
    {
        var space = await village.Site.Store.Read(db => db.Spaces.Where(s => s.Slug == "staff-matters").Select(s => s.Id).FirstAsync());
        await using var bob = await village.Line("Bob Lindqvist");

        await Assert.ThrowsAsync<HubException>(() => bob.Hub.InvokeAsync("WatchList", space, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_import_is_told_to_nobody()
    {
        var topic = await village.Start("Alice Moreau");
        await using var bob = await village.Line("Bob Lindqvist");
        await bob.Watch(topic);
        await bob.Hub.InvokeAsync("WatchList", 0, TestContext.Current.CancellationToken);

        await village.Site.Store.Write(async db =>
        {
            (await db.Topics.FirstAsync(t => t.Id == topic)).TellImported(DateTime.UtcNow);
            return await db.SaveChangesAsync();
        });
        await village.Reply("Alice Moreau", topic);

        Assert.Equal(["replied"], (await bob.Until(1)).Select(t => t.Kind));
    }

    [Fact]
    public async Task When_a_session_is_ended_its_line_ends_within_five_seconds_and_no_other()
    {
        var (cookies, kept) = (await village.NewCookies("Dora Weiss"), await village.NewCookies("Dora Weiss"));
        await using var line = await LiveLine.Open(village.Site.Address, cookies);
        await using var other = await LiveLine.Open(village.Site.Address, kept);
        var dora = await village.Site.Person("Dora Weiss");
        var session = await village.Site.Store.Read(db => db.Sessions.Where(s => s.PersonId == dora).OrderBy(s => s.CreatedAt).Select(s => s.Id).FirstAsync());

        await village.Site.Verb<EndSession>().Run(dora, session);
        await line.Closed.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);

        Assert.Equal(HubConnectionState.Connected, other.Hub.State);
    }

    [Fact]
    public async Task When_an_account_is_closed_its_lines_end_within_five_seconds()
    {
        await using var line = await village.Line("Emil Haas");

        await village.Site.Verb<ClosePerson>().Run(village.Site.AdministratorId, await village.Site.Person("Emil Haas"));

        await line.Closed.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
    }
}
