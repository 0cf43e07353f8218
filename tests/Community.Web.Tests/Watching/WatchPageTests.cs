using System.Net;
using Community.Governance;
using Community.Spaces;
using Community.Topics;
using Community.Topics.Watching;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Watching;

/// <summary>Following, notices and unread by forms alone.</summary>
public sealed class WatchPageTests(RunningSite site) : IClassFixture<RunningSite>
{
    [Fact]
    public async Task Somebody_chooses_what_they_hear_and_takes_it_back()
    {
        var (writer, topic) = await Topic("choosing", "Where is the van?");
        using var reader = await site.SignedIn("Rita Reader");
        var address = $"/watching/topics/{topic}";
        Assert.Contains("Answers to you, your name, and what you keep.", await reader.Page(address), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await reader.PostForm(address, [("level", "Watch")], on: address)).StatusCode);
        await site.Verb<AddPost>().Run(writer, topic, Part.Reply, null, "In the yard.");
        await site.Verb<AddPost>().Run(writer, topic, Part.Reply, null, "No, at the dock.");
        await site.Quiet();
        var inbox = await reader.Page("/notifications");
        foreach (var said in new[] { "What you follow", "wrote 2 posts", "You chose to watch this." }) Assert.Contains(said, inbox, StringComparison.Ordinal);
        Assert.Contains("Where is the van?", await reader.Page("/watching"), StringComparison.Ordinal);
        Assert.Contains("As if you had not chosen", await reader.Page(address), StringComparison.Ordinal);

        await reader.PostForm(address, [("level", "")], on: address);
        Assert.DoesNotContain("Where is the van?", await reader.Page("/watching"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await reader.PostForm(address, [("level", "Shout")], on: address)).StatusCode);

        // Not for them: no page, no choice.
        var (_, closed) = await Topic("choosing-closed", "The code", Tier.Unit);
        Assert.Equal(HttpStatusCode.NotFound, await reader.Status($"/watching/topics/{closed}"));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.PostForm($"/watching/topics/{closed}", [("level", "Watch")], on: address)).StatusCode);
        using var visitor = site.Visitor();
        foreach (var page in new[] { "/watching", address, "/notifications?for=muted" }) Assert.Equal(HttpStatusCode.NotFound, await visitor.Status(page));
    }

    [Fact]
    public async Task A_notice_is_put_off_muted_and_heard_of_again()
    {
        var (writer, topic) = await Topic("putting-off", "Which glue is it?");
        using var reader = await site.SignedIn("Paul Patient");
        var paul = await site.Person("Paul Patient");
        await site.Verb<ChooseWatch>().Run(paul, new WatchSubject(TopicId: topic), WatchLevel.Watch);
        await site.Verb<AddPost>().Run(writer, topic, Part.Reply, null, "Wheat starch.");
        await site.Quiet();
        Assert.Contains("Which glue is it?", await reader.Page("/notifications"), StringComparison.Ordinal);

        await reader.PostForm("/notifications/later", [("topic", $"{topic}"), ("upTo", "999999"), ("until", "morning")], on: "/notifications");
        Assert.DoesNotContain("Which glue is it?", await reader.Page("/notifications"), StringComparison.Ordinal);
        Assert.Contains("Which glue is it?", await reader.Page("/notifications?for=later"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await reader.PostForm("/notifications/later", [("topic", $"{topic}"), ("upTo", "999999"), ("until", "soon")], on: "/notifications")).StatusCode);

        await reader.PostForm("/notifications/mute", [("topic", $"{topic}"), ("upTo", "999999")], on: "/notifications");
        Assert.Contains("Which glue is it?", await reader.Page("/notifications?for=muted"), StringComparison.Ordinal);
        await site.Verb<AddPost>().Run(writer, topic, Part.Reply, null, "Or methyl cellulose.");
        await site.Quiet();
        Assert.DoesNotContain("Which glue is it?", await reader.Page("/notifications"), StringComparison.Ordinal);
        await reader.PostForm($"/watching/topics/{topic}", [("level", ""), ("back", "muted")], on: "/notifications?for=muted");
        Assert.Contains("Nothing is muted", await reader.Page("/notifications?for=muted"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_chosen_of_mails_is_kept_where_a_time_is_missing()
    {
        using var reader = await site.SignedIn("Mira Mails");
        (string, string)[] chosen = [("toYou", "Never"), ("kept", "Weekly"), ("followed", "Daily"), ("spaces", "Never"), ("digestDay", "Thursday")];
        var refused = await reader.PostForm("/account/mail", [.. chosen, ("digestMinute", "")], on: "/account/mail");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.Text();
        foreach (var kept in new[] { "name=\"toYou\" value=\"Never\" checked", "name=\"kept\" value=\"Weekly\" checked", "value=\"Thursday\" selected", "Choose a time of day" }) Assert.Contains(kept, page, StringComparison.Ordinal);
        Assert.Contains("name=\"toYou\" value=\"AtOnce\" checked", await reader.Page("/account/mail"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await reader.PostForm("/account/mail", [.. chosen, ("digestMinute", "07:30")], on: "/account/mail")).StatusCode);
        foreach (var kept in new[] { "name=\"toYou\" value=\"Never\" checked", "value=\"07:30\"" }) Assert.Contains(kept, await reader.Page("/account/mail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unread_is_what_was_joined_and_followed_without_what_is_muted_and_all_is_read_at_once()
    {
        using var reader = await site.SignedIn("Una Unread");
        var una = await site.Person("Una Unread");
        var (writer, joined) = await Topic("joined", "Read me in the joined space");
        await site.Verb<JoinSpace>().Run(una, "joined");
        var muted = await site.Verb<StartTopic>().Run(writer, "joined", TopicKind.Thread, "Mute me there", "Text.", []);
        var (_, elsewhere) = await Topic("elsewhere", "Follow me elsewhere");
        await site.Verb<ChooseWatch>().Run(una, new WatchSubject(TopicId: muted), WatchLevel.Mute);
        await site.Verb<ChooseWatch>().Run(una, new WatchSubject(TopicId: elsewhere), WatchLevel.Follow);
        await site.Quiet();
        var page = await reader.Page("/unread");
        foreach (var (title, isThere) in new[] { ("Read me in the joined space", true), ("Follow me elsewhere", true), ("Mute me there", false) }) Assert.Equal((title, isThere), (title, page.Contains(title, StringComparison.Ordinal)));

        var newest = await site.Store.Read(db => db.Posts.MaxAsync(p => p.Id));
        await reader.PostForm("/unread/read", [("upTo", $"{newest}"), ("read", "true")], on: "/unread");
        page = await reader.Page("/unread");
        Assert.Contains("You have read it all", page, StringComparison.Ordinal);
        Assert.Contains("Undo", page, StringComparison.Ordinal);
        await site.Verb<AddPost>().Run(writer, joined, Part.Reply, null, "Something new.");
        await site.Quiet();
        Assert.Contains("Read me in the joined space", await reader.Page("/unread"), StringComparison.Ordinal);
        await reader.PostForm("/unread/read", [("upTo", "0"), ("read", "false")], on: "/unread");
        Assert.Contains("Follow me elsewhere", await reader.Page("/unread"), StringComparison.Ordinal);
    }

    async Task<(long Writer, long Topic)> Topic(string space, string title, Tier tier = Tier.Institution)
    {
        var writer = await site.Person("Wendel Writer");
        await site.Verb<MakeSpace>().Run(null, space, space, "", tier);
        if (tier == Tier.Unit) await site.Verb<EnrolPerson>().Run(site.AdministratorId, space, writer, false);
        return (writer, await site.Verb<StartTopic>().Run(writer, space, TopicKind.Thread, title, "Text.", []));
    }
}
