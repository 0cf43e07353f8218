using System.Net;
using System.Text.RegularExpressions;
using Community.Governance;
using Community.Questions;
using Community.Reports;
using Community.Spaces;
using Community.Topics;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Answers;

/// <summary>In what order the page of a question shows its answers, why, and what of its comments is folded.</summary>
public sealed partial class AnswerOrderPageTests(RunningSite site) : IClassFixture<RunningSite>
{
    [Fact]
    public async Task What_worked_since_the_accepted_answer_failed_stands_first_and_the_page_says_so()
    {
        var (question, address) = await Question("order-a", "Which tape?");
        var (accepted, worked) = (await Answer(question, "Plastic tape."), await Answer(question, "Linen tape."));
        await site.Verb<AcceptAnswer>().Run(await site.Person("Ann Asker"), question, accepted);
        using var reader = await site.SignedIn("Rita Reader");
        Assert.Equal([accepted, worked], Shown(await reader.Page(address)));
        Assert.Equal($"[{accepted},{worked}]", await reader.Page($"/questions/{question}/order"));

        await site.Verb<ReportPost>().Run(await site.Person("Rita Reader"), accepted, ReportOutcome.Failed, "Law", null, "It dried out.");
        foreach (var name in new[] { "Olaf Other", "Petra Person" }) await site.Verb<ReportPost>().Run(await site.Person(name), worked, ReportOutcome.Worked, "Maps", null, "");
        // The author's own word weighs nothing.
        await site.Verb<ReportPost>().Run(await site.Person("Hal Helper"), worked, ReportOutcome.Worked, "Here", null, "");

        var page = await reader.Page(address);
        Assert.Equal([worked, accepted], Shown(page));
        Assert.Contains("Stands first: worked for 2 people since the accepted answer was said not to work.", page, StringComparison.Ordinal);
        Assert.Contains("Accepted, but since then it did not work for one; what worked for others stands before it.", page, StringComparison.Ordinal);
        Assert.Contains("Stands first: worked for 2 people", await reader.Page($"/posts/{worked}/fragment"), StringComparison.Ordinal);
        Assert.Equal($"[{worked},{accepted}]", await reader.Page($"/questions/{question}/order"));
        Assert.Equal([accepted, worked], Shown(await reader.Page(address + "?sort=time")));
    }

    [Fact]
    public async Task Pages_go_on_where_the_one_before_ended_and_a_permalink_leads_to_the_page_of_its_answer()
    {
        var (question, address) = await Question("order-b", "Which box?");
        var helper = await site.Person("Hal Helper");
        var answers = new List<long>();
        for (var i = 0; i < TopicLoading.PageSize + 3; i++) answers.Add(await Answer(question, $"Box {i}."));
        var (last, best) = (answers[^1], answers[^2]);
        await site.Verb<AcceptAnswer>().Run(await site.Person("Ann Asker"), question, last);
        await site.Verb<CastVote>().Run(await site.Person("Rita Reader"), best, 1);
        using var reader = await site.SignedIn("Rita Reader");
        List<long> expected = [last, best, .. answers.Take(answers.Count - 2)];

        var first = await reader.Page(address);
        var next = Next().Match(first).Groups[1].Value;
        Assert.Equal(expected.Take(TopicLoading.PageSize), Shown(first));
        Assert.Equal(expected.Skip(TopicLoading.PageSize), Shown(await reader.Page(next)));
        Assert.Equal($"{address}#post-{last}", await Leads(last));
        Assert.Equal($"{address}#post-{expected[TopicLoading.PageSize - 1]}", await Leads(expected[TopicLoading.PageSize - 1]));
        Assert.Equal($"{next}#post-{expected[TopicLoading.PageSize]}", await Leads(expected[TopicLoading.PageSize]));
        Assert.Equal($"{next}#post-{expected[^1]}", await Leads(expected[^1]));
        // Addresses from before named the score, too, and what is gone begins again.
        Assert.Equal(expected.Skip(2).Take(3), Shown(await reader.Page($"{address}?after=1.{best}")).Take(3));
        Assert.Equal(expected[0], Shown(await reader.Page($"{address}?after=999999"))[0]);

        async Task<string> Leads(long post) => (await reader.GetAsync(new Uri($"/posts/{post}", UriKind.Relative))).Headers.Location!.ToString();
    }

    [Fact]
    public async Task Comments_are_folded_after_three_and_a_permalink_unfolds_them()
    {
        var (question, address) = await Question("order-c", "Which glue?");
        var answer = await Answer(question, "Starch.");
        var comments = new List<long>();
        foreach (var text in new[] { "One.", "Two.", "Three.", "Four.", "Five." }) comments.Add(await site.Verb<AddPost>().Run(await site.Person("Ann Asker"), question, Part.Comment, answer, text));
        using var reader = await site.SignedIn("Rita Reader");

        var page = await reader.Page(address);
        Assert.Contains("2 more comments", page, StringComparison.Ordinal);
        Assert.Equal((false, true), (Fold(page).Contains($"id=\"post-{comments[2]}\"", StringComparison.Ordinal), Fold(page).Contains($"id=\"post-{comments[3]}\"", StringComparison.Ordinal)));
        Assert.DoesNotContain($"data-fold=\"comments-{answer}\" open", page, StringComparison.Ordinal);
        Assert.Contains("2 more comments", await reader.Page($"/posts/{comments[4]}/fragment"), StringComparison.Ordinal);

        var leads = (await reader.GetAsync(new Uri($"/posts/{comments[4]}", UriKind.Relative))).Headers.Location!.ToString();
        Assert.Equal($"{address}?shown={comments[4]}#post-{comments[4]}", leads);
        Assert.Contains($"data-fold=\"comments-{answer}\" open", await reader.Page(leads.Split('#')[0]), StringComparison.Ordinal);
        Assert.Equal($"{address}#post-{comments[1]}", (await reader.GetAsync(new Uri($"/posts/{comments[1]}", UriKind.Relative))).Headers.Location!.ToString());
    }

    [Fact]
    public async Task The_order_of_what_one_may_not_see_is_not_there()
    {
        var (question, _) = await Question("order-d", "Which lock?", Tier.Unit, "Ann Asker");
        await Answer(question, "The blue one.", "Ann Asker");
        using var other = await site.SignedIn("Olaf Other");
        var thread = await site.Verb<StartTopic>().Run(await site.Person("Ann Asker"), "order-d", TopicKind.Thread, "Lunch", "Who comes?", []);
        using var asker = await site.SignedIn("Ann Asker");

        Assert.Equal(HttpStatusCode.NotFound, await other.Status($"/questions/{question}/order"));
        Assert.Equal(HttpStatusCode.NotFound, await asker.Status($"/questions/{thread}/order"));
        Assert.Equal(HttpStatusCode.OK, await asker.Status($"/questions/{question}/order"));
    }

    static List<long> Shown(string page) => [.. Answers().Matches(page).Select(match => long.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture))];

    static string Fold(string page) => page[page.IndexOf("<details data-fold", StringComparison.Ordinal)..].Split("</details>")[0];

    async Task<(long Id, string Address)> Question(string space, string title, Tier tier = Tier.Institution, string? member = null)
    {
        await site.Verb<MakeSpace>().Run(site.AdministratorId, space, space, "", tier);
        if (member is not null) await site.Verb<EnrolPerson>().Run(site.AdministratorId, space, await site.Person(member), false);
        var id = await site.Verb<StartTopic>().Run(await site.Person("Ann Asker"), space, TopicKind.Question, title, "It dries out.", []);
        return (id, $"/questions/{id}/{title.ToLowerInvariant().Replace(' ', '-').TrimEnd('?')}");
    }

    async Task<long> Answer(long question, string text, string by = "Hal Helper") => await site.Verb<AddPost>().Run(await site.Person(by), question, Part.Answer, null, text);

    [GeneratedRegex("<article class=\"post answer\" id=\"post-([0-9]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Answers();

    [GeneratedRegex("href=\"([^\"]*[?&]after=[^\"]*)\" rel=\"next\"", RegexOptions.NonBacktracking)]
    private static partial Regex Next();
}
