using System.Diagnostics;
using System.Net;
using Community.Governance;
using Community.People;
using Community.Questions.Asking;
using Community.Spaces;
using Community.Topics;
using Community.Topics.Masks;
using Community.Web.Tests.Gate;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Live;

/// <summary>Who is in a topic, told to those who show it themselves.</summary>
public sealed class PresenceTests(LiveVillage village) : IClassFixture<LiveVillage>
{
    [Fact]
    public async Task Two_who_show_it_see_each_other_and_a_third_who_does_not_neither_sees_nor_is_seen()
    {
        var topic = await village.Start("Alice Moreau");
        await using var alice = await Shown("Alice Moreau");
        await using var bob = await Shown("Bob Lindqvist");
        await using var carla = await village.Line("Carla Nunes");
        await carla.Arrive(topic);
        await alice.Arrive(topic);
        await bob.Arrive(topic);

        Assert.Equal([await Id("Bob Lindqvist")], (await alice.UntilHere(here => here.People.Count == 1))!.People);
        Assert.Equal([await Id("Alice Moreau")], (await bob.UntilHere(here => here.People.Count == 1))!.People);
        await carla.Write();
        await Task.Delay(600);
        Assert.Equal((0, 0), (carla.Presents.Count, alice.Presents.Count(here => here.People.Count > 1 || here.Writing.Count > 0)));

        // Names are there for whoever is there and shows it, and for nobody else.
        Assert.Contains("Bob Lindqvist", await (await Browser("Alice Moreau")).Page($"/topics/{topic}/here"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await (await Browser("Carla Nunes")).Status($"/topics/{topic}/here"));
        await Choose("Dora Weiss", true);
        Assert.Equal(HttpStatusCode.NotFound, await (await Browser("Dora Weiss")).Status($"/topics/{topic}/here"));
    }

    [Fact]
    public async Task Somebody_who_takes_the_choice_back_is_gone_and_sees_nobody_any_more_though_the_page_is_open()
    {
        var topic = await village.Start("Alice Moreau");
        await using var alice = await Shown("Alice Moreau");
        await using var emil = await Shown("Emil Haas");
        await alice.Arrive(topic);
        await emil.Arrive(topic);
        await alice.UntilHere(here => here.People.Count == 1);
        await emil.UntilHere(here => here.People.Count == 1);

        await Choose("Emil Haas", false);

        Assert.Empty((await alice.UntilHere(here => here.People.Count == 0))!.People);
        Assert.Empty((await emil.UntilHere(here => here.People.Count == 0))!.People);
        var told = emil.Presents.Count;
        await alice.Write();
        await Task.Delay(600);
        Assert.Equal(told, emil.Presents.Count);
    }

    [Fact]
    public async Task Who_has_the_topic_open_twice_is_there_once_until_a_moment_after_the_last_page_is_closed()
    {
        var topic = await village.Start("Alice Moreau");
        await using var alice = await Shown("Alice Moreau");
        await using var first = await Shown("Frida Holm");
        await using var second = await village.Line("Frida Holm");
        await alice.Arrive(topic);
        await first.Arrive(topic);
        await second.Arrive(topic);
        Assert.Equal([await Id("Frida Holm")], (await alice.UntilHere(here => here.People.Count > 0))!.People);

        first.Cut();
        // Longer than the grace: the second page is still there.
        await Task.Delay(4_000);
        Assert.Single(alice.Presents[^1].People);

        var told = alice.Presents.Count;
        second.Cut();
        await Task.Delay(1_500);
        await using (var again = await village.Line("Frida Holm"))
        {
            await again.Arrive(topic);
            await Task.Delay(3_000);
            // The page was loaded again: nobody saw them go and come.
            Assert.Equal(told, alice.Presents.Count);
        }

        var since = Stopwatch.StartNew();
        Assert.Empty((await alice.UntilHere(here => here.People.Count == 0))!.People);
        Assert.InRange(since.ElapsedMilliseconds, 2_500, 8_000);
    }

    [Fact]
    public async Task That_somebody_writes_is_told_once_and_ends_six_seconds_after_the_last_key()
    {
        var topic = await village.Start("Alice Moreau");
        await using var alice = await Shown("Alice Moreau");
        await using var bob = await Shown("Bob Lindqvist");
        await alice.Arrive(topic);
        await bob.Arrive(topic);
        await alice.UntilHere(here => here.People.Count == 1);

        await bob.Write();
        Assert.Equal([await Id("Bob Lindqvist")], (await alice.UntilHere(here => here.Writing.Count == 1))!.Writing);
        var told = alice.Presents.Count;
        await Task.Delay(3_000);
        await bob.Write();
        var since = Stopwatch.StartNew();
        Assert.Empty((await alice.UntilHere(here => here.Writing.Count == 0))!.Writing);

        Assert.InRange(since.ElapsedMilliseconds, 5_500, 9_000);
        Assert.Equal(told + 1, alice.Presents.Count);
        Assert.All(bob.Presents, here => Assert.Empty(here.Writing));
    }

    [Fact]
    public async Task What_was_sent_is_written_no_more_when_the_next_page_arrives()
    {
        var topic = await village.Start("Alice Moreau");
        await using var alice = await Shown("Alice Moreau");
        await using var bob = await Shown("Bob Lindqvist");
        await alice.Arrive(topic);
        await bob.Arrive(topic);
        await bob.Write();
        await alice.UntilHere(here => here.Writing.Count == 1);

        var since = Stopwatch.StartNew();
        await bob.Arrive(topic);

        Assert.Equal([await Id("Bob Lindqvist")], (await alice.UntilHere(here => here.Writing.Count == 0))!.People);
        Assert.Empty(alice.Presents[^1].Writing);
        Assert.InRange(since.ElapsedMilliseconds, 0, 3_000);
    }

    [Theory]
    [InlineData("taken out of the space"), InlineData("topic moved away"), InlineData("space closed"), InlineData("made a guest")]
    public async Task Who_loses_the_right_to_read_is_gone_within_a_second_and_sees_nobody_any_more(string how)
    {
        var (admin, slug, name) = (village.Site.AdministratorId, "present-" + how.Replace(' ', '-'), "Lou When " + how);
        var (lou, member) = (await Id(name), await Id("Mia Stays"));
        await village.Site.Verb<MakeSpace>().Run(admin, slug, slug, "", how == "taken out of the space" ? Tier.Unit : Tier.Institution);
        await village.Site.Verb<EnrolPerson>().Run(admin, slug, member, false);
        if (how == "taken out of the space") await village.Site.Verb<EnrolPerson>().Run(admin, slug, lou, false);
        await village.Site.Verb<EnrolPerson>().Run(admin, "staff-matters", member, false);
        var topic = await village.Start("Mia Stays", slug);
        await using var losing = await Shown(name);
        await using var staying = await Shown("Mia Stays");
        await losing.Arrive(topic);
        await staying.Arrive(topic);
        await losing.UntilHere(here => here.People.Count == 1);
        await staying.UntilHere(here => here.People.Count == 1);

        await (how switch
        {
            "taken out of the space" => village.Site.Verb<DismissPerson>().Run(admin, slug, lou),
            "topic moved away" => village.Site.Verb<MoveTopic>().Run(admin, topic, "staff-matters"),
            "space closed" => village.Site.Verb<RecharterSpace>().Run(admin, slug, slug, "", Tier.Unit),
            _ => village.Site.Verb<ChangeRole>().Run(admin, lou, Role.Guest),
        });
        var since = Stopwatch.StartNew();
        Assert.Empty((await staying.UntilHere(here => here.People.Count == 0))!.People);
        Assert.InRange(since.ElapsedMilliseconds, 0, 2_000);

        var told = losing.Presents.Count(here => here.People.Count > 0 || here.Writing.Count > 0);
        await staying.Write();
        await Task.Delay(1_000);
        Assert.Equal(told, losing.Presents.Count(here => here.People.Count > 0 || here.Writing.Count > 0));
        // Their line may be cut by then, as of everybody who has fewer rights.
        Assert.True(losing.Presents[^1].People.Count == 0 || losing.Closed.IsCompleted);
    }

    [Fact]
    public async Task A_topic_that_one_does_not_read_says_nothing_and_nothing_is_said_of_it()
    {
        var hidden = await village.Start(RunningSite.Administrator, "staff-matters");
        await village.Site.Verb<EnrolPerson>().Run(village.Site.AdministratorId, "staff-matters", await Id("Mia Stays"), false);
        await using var member = await Shown("Mia Stays");
        await using var bob = await Shown("Bob Lindqvist");
        await member.Arrive(hidden);
        await bob.Arrive(hidden);
        await bob.Write();
        await member.UntilHere(_ => true);
        await Task.Delay(600);

        Assert.Equal((0, 0), (bob.Presents.Count, member.Presents.Sum(here => here.People.Count)));
    }

    /// <summary>Reading there is on record; nobody is told besides, and an administrator sees nobody.</summary>
    [Fact]
    public async Task What_is_read_as_an_administrator_only_is_read_unseen_and_unseeing()
    {
        var topic = await village.Start(RunningSite.Administrator, "staff-matters");
        await village.Site.Verb<EnrolPerson>().Run(village.Site.AdministratorId, "staff-matters", await Id("Mia Stays"), false);
        await using var member = await Shown("Mia Stays");
        await using var administrator = await Shown("Ada Ministra", Role.Administrator);
        await member.Arrive(topic);
        await administrator.Arrive(topic);
        await member.UntilHere(_ => true);
        await Task.Delay(600);

        Assert.Equal((0, 0), (administrator.Presents.Count, member.Presents.Sum(here => here.People.Count)));
    }

    [Fact]
    public async Task Two_in_the_editor_of_one_post_are_told_of_each_other_and_readers_are_not()
    {
        var topic = await village.Start("Alice Moreau");
        var post = await village.Reply("Alice Moreau", topic);
        await using var alice = await Shown("Alice Moreau");
        await using var moderator = await Shown("Mo Rader", Role.Moderator);
        await using var reader = await Shown("Bob Lindqvist");
        await reader.Arrive(topic);
        await alice.Edit(post);
        await moderator.Edit(post);

        Assert.Equal([await Id("Mo Rader")], (await alice.UntilHere(here => here.Editing.Count == 1))!.Editing);
        Assert.Equal([await Id("Alice Moreau")], (await moderator.UntilHere(here => here.Editing.Count == 1))!.Editing);
        Assert.Equal(2, (await reader.UntilHere(here => here.People.Count == 2))!.People.Count);
        Assert.All(reader.Presents, here => Assert.Empty(here.Editing));
        var page = await (await Browser("Alice Moreau")).Page($"/posts/{post}/edit/others");
        Assert.Contains("Mo Rader is editing this, too.", page, StringComparison.Ordinal);

        // Who may not revise it is in no editor, whatever their line says.
        await reader.Edit(post);
        await Task.Delay(600);
        Assert.Equal([await Id("Mo Rader")], alice.Presents[^1].Editing);

        await moderator.Hub.InvokeAsync("Depart");
        Assert.Empty((await alice.UntilHere(here => here.Editing.Count == 0))!.Editing);
    }

    [Fact]
    public async Task Where_somebody_stands_without_a_name_nobody_is_there()
    {
        await village.Site.Verb<AllowMasks>().Run(village.Site.AdministratorId, "loans", true);
        var masked = await village.Site.Verb<AskQuestion>().Run(await Id("Greta Falk"), "loans", "Who lost the seal?", "It is not in its drawer.", [], AskedWhom.Space, [], masked: true);
        var opening = await village.Site.Store.Read(db => db.Posts.Where(p => p.TopicId == masked).Select(p => p.Id).SingleAsync());
        await using var greta = await Shown("Greta Falk");
        await using var bob = await Shown("Bob Lindqvist");
        await using var moderator = await Shown("Mo Rader", Role.Moderator);
        await bob.Arrive(masked);
        await greta.Arrive(masked);
        await greta.Write();
        await moderator.Edit(opening);
        await greta.Edit(opening);
        await Task.Delay(800);

        Assert.All(new[] { greta, bob, moderator }, line => Assert.Empty(line.Presents));
        Assert.Equal(HttpStatusCode.NotFound, await (await Browser("Bob Lindqvist")).Status($"/topics/{masked}/here"));
        Assert.DoesNotContain("Greta", await (await Browser("Mo Rader")).Page($"/posts/{opening}/edit/others"), StringComparison.Ordinal);
        Assert.DoesNotContain("data-here", await (await Browser("Bob Lindqvist")).Page($"/questions/{masked}/who-lost-the-seal"), StringComparison.Ordinal);

        // The same lines see each other elsewhere.
        var topic = await village.Start("Alice Moreau");
        foreach (var line in new[] { greta, bob, moderator }) await line.Arrive(topic);
        Assert.Equal(2, (await greta.UntilHere(here => here.People.Count == 2))!.People.Count);
    }

    [Fact]
    public async Task When_somebody_takes_the_own_name_off_all_who_are_there_are_told_that_nobody_is()
    {
        var question = await village.Start("Greta Falk", kind: TopicKind.Question);
        await village.Reply("Bob Lindqvist", question, part: Part.Answer);
        var opening = await village.Site.Store.Read(db => db.Posts.Where(p => p.TopicId == question && p.Part == Part.Opening).Select(p => p.Id).SingleAsync());
        await using var greta = await Shown("Greta Falk");
        await using var bob = await Shown("Bob Lindqvist");
        await greta.Arrive(question);
        await bob.Arrive(question);
        await bob.UntilHere(here => here.People.Count == 1);

        await village.Site.Verb<UnnamePost>().Run(await Id("Greta Falk"), opening);

        Assert.Empty((await bob.UntilHere(here => here.People.Count == 0))!.People);
        Assert.Equal(HttpStatusCode.NotFound, await (await Browser("Bob Lindqvist")).Status($"/topics/{question}/here"));

        // A draft says as little.
        await village.Site.Verb<SaveDraft>().Run(await Id("Greta Falk"), DraftPlace.EditOf(opening), new DraftText("Somebody must know, and soon."), null);
        await Shown("Mo Rader", Role.Moderator);
        Assert.DoesNotContain("is editing this", await (await Browser("Mo Rader")).Page($"/posts/{opening}/edit/others"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_it_is_in_the_database_but_the_choice()
    {
        var topic = await village.Start("Alice Moreau");
        var post = await village.Reply("Alice Moreau", topic);
        await using var alice = await Shown("Alice Moreau");
        await using var moderator = await Shown("Mo Rader", Role.Moderator);
        var browser = await Browser("Alice Moreau");
        await village.Site.Quiet();
        var before = await Rows.Of(village.Site);

        await alice.Arrive(topic);
        await moderator.Arrive(topic);
        await moderator.Write();
        await alice.UntilHere(here => here.Writing.Count == 1);
        await browser.Page($"/topics/{topic}/here");
        await alice.Edit(post);
        await moderator.Edit(post);
        await alice.UntilHere(here => here.Editing.Count == 1);
        await browser.Page($"/posts/{post}/edit/others");

        Assert.Equal(before, await Rows.Of(village.Site));
        await Choose("Alice Moreau", false);
        Assert.Equal(["Events", "People"], before.Except(await Rows.Of(village.Site)).Select(line => line.Split(' ')[0]));
    }

    [Fact]
    public async Task A_program_that_watches_with_a_token_is_nobodys_presence()
    {
        var topic = await village.Start("Alice Moreau");
        var token = await village.Site.Verb<MakeToken>().Run(await Id("Bob Lindqvist"), "watching");
        await Choose("Bob Lindqvist", true);
        await using var alice = await Shown("Alice Moreau");
        await using var program = new HubConnectionBuilder().WithUrl(new Uri(village.Site.Address, "/live"), options => options.AccessTokenProvider = () => Task.FromResult<string?>(token)).Build();
        var told = 0;
        program.On<LiveLine.Here>("present", _ => told++);
        await program.StartAsync();
        await alice.Arrive(topic);
        await program.InvokeAsync("Arrive", topic);
        await program.InvokeAsync("Write");
        await alice.UntilHere(_ => true);
        await Task.Delay(600);

        Assert.Equal((0, 0), (told, alice.Presents.Sum(here => here.People.Count)));
    }

    [Fact]
    public async Task A_line_that_says_too_much_is_refused_and_may_go_on_later()
    {
        var topic = await village.Start("Alice Moreau");
        await using var line = await village.Line("Alice Moreau");
        for (var i = 0; i < 40; i++) await line.Arrive(topic);

        await Assert.ThrowsAsync<HubException>(() => line.Write());
        await Task.Delay(10_200);
        await line.Write();
    }

    Task<long> Id(string name) => village.Site.Person(name);

    async Task Choose(string name, bool showsPresence) => await village.Site.Verb<ChoosePreferences>().Run(await Id(name), null, false, showsPresence);

    /// <summary>The line of somebody who shows that they are here.</summary>
    async Task<LiveLine> Shown(string name, Role role = Role.Member)
    {
        var line = await village.Line(name, role);
        await Choose(name, true);
        return line;
    }

    async Task<HttpClient> Browser(string name) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = await village.Cookies(name) }) { BaseAddress = village.Site.Address };
}
