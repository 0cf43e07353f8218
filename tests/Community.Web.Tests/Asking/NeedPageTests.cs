using System.Globalization;
using System.Net;
using Community.Governance;
using Community.Questions.Asking;
using Community.Questions.Promise;
using Community.Spaces;
using Community.Topics;

namespace Community.Web.Tests.Asking;

/// <summary>By which day a question needs its answer, by forms alone.</summary>
public sealed class NeedPageTests(RunningSite site) : IClassFixture<RunningSite>
{
    [Fact]
    public async Task It_is_said_while_asking_shown_at_the_head_and_in_the_list_and_changed_later()
    {
        await Space("needing");
        using var asker = await site.SignedIn("Anna Asker");
        using var other = await site.SignedIn("Olaf Other");
        var day = DateTime.UtcNow.AddDays(10);

        foreach (var (typed, why, said) in new[] { ("", "The course starts", "Say both by which day"), (Iso(day), "", "Say both by which day"), (Iso(day.AddDays(-20)), "The course starts", "That day is over."), (Iso(day.AddDays(90)), "The course starts", "within the next 90 days"), ("soon", "The course starts", "no day that can be read") })
        {
            var refused = await asker.PostForm("/new/question", [.. Form("Which scanner?"), ("NeededBy", typed), ("NeedReason", why)]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            var page = await refused.Text();
            foreach (var kept in new[] { said, "Kept words.", why.Length > 0 ? $"name=\"NeedReason\" value=\"{why}\"" : "", typed.Length > 0 ? $"name=\"NeededBy\" value=\"{typed}\"" : "" }) Assert.Contains(kept, page, StringComparison.Ordinal);
        }

        var late = await Ask(asker, "Which scanner, late?");
        var needed = await Ask(asker, "Which scanner?", ("NeededBy", Iso(day)), ("NeedReason", "The course starts"));
        await site.Quiet();
        Assert.Contains($">{day.ToString("dddd d MMMM", CultureInfo.GetCultureInfo("en-GB"))}", await other.Page($"/questions/{needed}/which-scanner"), StringComparison.Ordinal);
        Assert.Contains("The course starts", await other.Page($"/questions/{needed}/which-scanner"), StringComparison.Ordinal);
        var oldest = await other.Page("/unanswered?space=needing");
        Assert.True(oldest.IndexOf($"/questions/{late}/", StringComparison.Ordinal) < oldest.IndexOf($"/questions/{needed}/", StringComparison.Ordinal));
        Assert.Contains("needed by", oldest, StringComparison.Ordinal);
        var byNeed = await other.Page("/unanswered?space=needing&sort=need");
        Assert.True(byNeed.IndexOf($"/questions/{late}/", StringComparison.Ordinal) > byNeed.IndexOf($"/questions/{needed}/", StringComparison.Ordinal));

        Assert.DoesNotContain($"/questions/{needed}/need", await other.Page($"/questions/{needed}/which-scanner"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.PostForm($"/questions/{needed}/need", [("NeededBy", Iso(day)), ("NeedReason", "No")], on: $"/questions/{needed}/which-scanner")).StatusCode);
        var wrong = await asker.PostForm($"/questions/{needed}/need", [("NeededBy", "2020-01-01"), ("NeedReason", "Typed once more")], on: $"/questions/{needed}/which-scanner");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("value=\"Typed once more\"", await wrong.Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await asker.PostForm($"/questions/{needed}/need", [("NeededBy", Iso(day.AddDays(1))), ("NeedReason", "It was moved")], on: $"/questions/{needed}/which-scanner")).StatusCode);
        Assert.Contains("It was moved", await other.Page($"/questions/{needed}/which-scanner"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await asker.PostForm($"/questions/{needed}/need/end", [], on: $"/questions/{needed}/which-scanner")).StatusCode);
        Assert.DoesNotContain("It was moved", await other.Page($"/questions/{needed}/which-scanner"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_by_need_goes_on_where_a_page_ends()
    {
        await Space("many-needs");
        var anna = await site.Person("Anna Asker");
        var asked = new List<long>();
        for (var i = 0; i < 34; i++)
            asked.Add(await site.Verb<AskQuestion>().Run(anna, "many-needs", $"Question {i}", "Text.", [], AskedWhom.Nobody, [], needed: i < 32 ? new NeededBy(DateOnly.FromDateTime(DateTime.UtcNow).AddDays(80 - i), "Then.") : null));
        using var reader = await site.SignedIn("Olaf Other");

        var seen = new List<long>();
        for (var next = "/unanswered?space=many-needs&sort=need"; next is not null;)
        {
            var page = await reader.Page(next);
            seen.AddRange(System.Text.RegularExpressions.Regex.Matches(page, @"<h2><a href=""/questions/(\d+)/").Select(m => long.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)));
            next = System.Text.RegularExpressions.Regex.Match(page, @"href=""(/unanswered\?[^""]*after=[^""]*)""") is { Success: true } found ? found.Groups[1].Value : null;
        }

        Assert.Equal([.. asked.Take(32).Reverse(), .. asked.Skip(32)], seen);
    }

    [Fact]
    public async Task Programs_say_it_and_read_it_and_those_who_may_not_read_the_question_do_not()
    {
        await Space("needed-closed", Tier.Unit);
        var anna = await site.Person("Anna Asker");
        await site.Verb<EnrolPerson>().Run(site.AdministratorId, "needed-closed", anna, asSteward: false);
        var question = await site.Verb<StartTopic>().Run(anna, "needed-closed", TopicKind.Question, "Hidden", "Text.", []);
        using var other = await site.SignedIn("Olaf Other");
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostForm($"/questions/{question}/need", [("NeededBy", Iso(DateTime.UtcNow)), ("NeedReason", "No")], on: "/unanswered")).StatusCode);

        await site.Verb<SayNeed>().Run(anna, question, DateOnly.FromDateTime(DateTime.UtcNow), "canaryreason");
        Assert.DoesNotContain("canaryreason", await other.Page("/unanswered?sort=need"), StringComparison.Ordinal);
    }

    static string Iso(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static (string, string)[] Form(string title) => [("Space", "needing"), ("Title", title), ("Body", "Kept words.")];

    static async Task<long> Ask(HttpClient browser, string title, params (string, string)[] more)
    {
        var asked = await browser.PostForm("/new/question", [.. Form(title), .. more]);
        Assert.Equal(HttpStatusCode.SeeOther, asked.StatusCode);
        return long.Parse(asked.Headers.Location!.ToString().Split('/')[2], CultureInfo.InvariantCulture);
    }

    async Task Space(string slug, Tier tier = Tier.Institution)
    {
        await site.Verb<MakeSpace>().Run(site.AdministratorId, slug, slug, "", tier);
        await site.Verb<EnrolPerson>().Run(site.AdministratorId, slug, await site.Person("Stella Steward"), asSteward: true);
    }
}
