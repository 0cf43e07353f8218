using System.Net;
using Community.Topics;

namespace Community.Web.Tests.Live;

public sealed class NotifiedTests(LiveVillage village) : IClassFixture<LiveVillage>
{
    [Fact]
    public async Task The_bell_counts_up_for_who_is_answered_and_down_when_they_are_done_and_when_the_answer_is_taken_back()
    {
        var question = await village.Start("Greta Falk", kind: TopicKind.Question);
        await using var line = await village.Line("Greta Falk");
        await using var other = await village.Line("Bob Lindqvist");

        var answer = await village.Reply("Bob Lindqvist", question, part: Part.Answer);
        Assert.Equal(1, (await line.UntilBell(1))[^1]);
        await village.Reply("Carla Nunes", question, part: Part.Answer);
        Assert.Equal(2, (await line.UntilBell(2))[^1]);
        await village.Site.Verb<WithdrawPost>().Run(await village.Site.Person("Bob Lindqvist"), answer);

        using var browser = await village.Site.SignedIn("Greta Falk");
        var page = await browser.Page("/notifications");
        Assert.Contains("Who wraps wet volumes?", page, StringComparison.Ordinal);
        Assert.Contains("Carla Nunes", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Bob Lindqvist", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"bubble\">1</span>", page, StringComparison.Ordinal);

        var done = await browser.PostForm("/notifications/done", [("topic", $"{question}"), ("upTo", "999999")], on: "/notifications");
        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        Assert.Equal(0, (await line.UntilBell(0))[^1]);
        Assert.DoesNotContain("Carla Nunes", await browser.Page("/notifications"), StringComparison.Ordinal);
        Assert.Contains("Carla Nunes", await browser.Page("/notifications?for=done"), StringComparison.Ordinal);
        Assert.Empty(other.Bells);
    }

    [Fact]
    public async Task Notices_stand_by_topic_twenty_a_page_and_the_next_page_goes_on()
    {
        for (var i = 0; i < 23; i++) await village.Reply("Bob Lindqvist", await village.Start("Hana Ito", body: $"Number {i}."), $"Reply number {i}.");
        await using var line = await village.Line("Hana Ito");
        using var browser = await village.Site.SignedIn("Hana Ito");
        var first = await browser.Page("/notifications");
        for (var i = 0; i < 100 && !first.Contains("Reply number 22.", StringComparison.Ordinal); i++) first = await browser.Page("/notifications");

        var next = first.Split("href=\"/notifications?before=")[1].Split('"')[0];
        var second = await browser.Page($"/notifications?before={next}");

        Assert.Equal(20, first.Split("class=\"is-unread\"").Length - 1);
        Assert.Equal(3, second.Split("class=\"is-unread\"").Length - 1);
        Assert.Contains("Reply number 2.", second, StringComparison.Ordinal);
        Assert.DoesNotContain("Reply number 3.", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_session_there_are_no_notices()
    {
        using var visitor = village.Site.Visitor();

        Assert.Equal(HttpStatusCode.NotFound, await visitor.Status("/notifications"));
    }
}
