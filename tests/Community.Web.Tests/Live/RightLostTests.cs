using Community.Governance;
using Community.People;
using Community.Spaces;
using Community.Topics;
using Microsoft.AspNetCore.SignalR.Client;

namespace Community.Web.Tests.Live;

public sealed class RightLostTests(LiveVillage village) : IClassFixture<LiveVillage>
{
    [Fact]
    public async Task A_member_who_is_taken_out_of_a_space_hears_nothing_more()
    {
        var (admin, bob) = (village.Site.AdministratorId, await village.Site.Person("Bob Lindqvist"));
        await village.Site.Verb<EnrolPerson>().Run(admin, "staff-matters", bob, false);
        var topic = await village.Start(RunningSite.Administrator, "staff-matters");
        await using var line = await village.Line("Bob Lindqvist");

        await HearsUntil(line, topic, () => village.Site.Verb<DismissPerson>().Run(admin, "staff-matters", bob));
    }

    [Fact]
    public async Task When_a_topic_moves_where_one_does_not_read_one_hears_not_even_that()
    {
        var topic = await village.Start(RunningSite.Administrator);
        await using var line = await village.Line("Carla Nunes");

        await HearsUntil(line, topic, () => village.Site.Verb<MoveTopic>().Run(village.Site.AdministratorId, topic, "staff-matters"));
    }

    [Fact]
    public async Task When_a_space_becomes_its_members_own_others_hear_nothing_more()
    {
        var admin = village.Site.AdministratorId;
        var slug = await village.Site.Verb<MakeSpace>().Run(admin, "narrowing", "Narrowing", "First for all.", Tier.Institution);
        var topic = await village.Start(RunningSite.Administrator, slug);
        await using var line = await village.Line("Dora Weiss");

        await HearsUntil(line, topic, () => village.Site.Verb<RecharterSpace>().Run(admin, slug, "Narrowing", "Now for few.", Tier.Unit));
    }

    [Fact]
    public async Task Somebody_who_becomes_a_guest_hears_nothing_more_of_what_is_for_staff()
    {
        var topic = await village.Start(RunningSite.Administrator);
        await using var line = await village.Line("Emil Haas");
        var emil = await village.Site.Person("Emil Haas");

        await HearsUntil(line, topic, () => village.Site.Verb<ChangeRole>().Run(village.Site.AdministratorId, emil, Role.Guest));
    }

    [Fact]
    public async Task A_unit_that_is_taken_out_of_a_space_hears_nothing_more()
    {
        var admin = village.Site.AdministratorId;
        var slug = await village.Site.Verb<MakeSpace>().Run(admin, "for-a-unit", "For a unit", "", Tier.Unit);
        await village.Site.Person("Frida Holm", unit: "Bindery");
        var unit = await village.Site.Store.Read(db => Task.FromResult(db.Units.Single(u => u.Name == "Bindery").Id));
        await village.Site.Verb<EnrolUnit>().Run(admin, slug, unit, true);
        var topic = await village.Start(RunningSite.Administrator, slug);
        await using var line = await village.Line("Frida Holm");

        await HearsUntil(line, topic, () => village.Site.Verb<EnrolUnit>().Run(admin, slug, unit, false));
    }

    async Task HearsUntil(LiveLine line, long topic, Func<Task> lose)
    {
        await line.Watch(topic);
        await village.Reply(RunningSite.Administrator, topic);
        Assert.Single(await line.Until(1));

        await lose();
        for (var i = 0; i < 15; i++)
        {
            await village.Reply(RunningSite.Administrator, topic);
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        try
        {
            await line.Resume(0);
        }
        catch (InvalidOperationException) when (line.Hub.State != HubConnectionState.Connected)
        {
            // The line itself was cut: whoever has fewer rights signs in again.
        }

        await Task.Delay(200, TestContext.Current.CancellationToken);
        Assert.Single(line.Changes);
    }
}
