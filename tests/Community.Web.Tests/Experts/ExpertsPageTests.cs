using System.Diagnostics;
using System.Net;
using Community.Experts;
using Community.Governance;
using Community.People;
using Community.Spaces;
using Community.Topics;
using Community.Web.Tests.Api;
using Community.Web.Tests.Live;

namespace Community.Web.Tests.Experts;

/// <summary>Who knows, as a browser and a program get it.</summary>
public sealed class ExpertsPageTests(LiveVillage village) : IClassFixture<LiveVillage>
{
    RunningSite Site => village.Site;

    [Fact]
    public async Task A_person_stands_there_with_what_shows_it_and_links_to_it()
    {
        var (topic, answer) = await Answered("Priya Shows", "bindwort");
        await Site.Verb<Community.Questions.AcceptAnswer>().Run(await Site.Person("Anton Asks"), topic, answer);
        using var reader = await Site.SignedIn("Rae Reader");

        var page = await Within(reader, "/experts?q=bindwort", "Accepted answer");
        Assert.Contains("Priya Shows", page, StringComparison.Ordinal);
        Assert.Contains($"Accepted answer: <a href=\"/posts/{answer}\">What is bindwort?</a>", page, StringComparison.Ordinal);
        Assert.Contains("<a class=\"tag\" href=\"/tags/bindwort-tag\">", page, StringComparison.Ordinal);
        Assert.Contains("/experts?q=bindwort&space=loans", page, StringComparison.Ordinal);
        Assert.Contains("You are not listed for this.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Anton Asks", page, StringComparison.Ordinal);

        Assert.Contains("A person for any subject", await reader.Page("/experts"), StringComparison.Ordinal);
        var nobody = await reader.Page("/experts?q=nobody+ever&space=loans");
        Assert.Contains("/new/question?title=nobody%20ever&space=loans", nobody, StringComparison.Ordinal);
        using var visitor = Site.Visitor();
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (await visitor.Status("/experts"), await reader.Status("/experts?q=bindwort&space=staff-matters")));
    }

    [Fact]
    public async Task Who_hides_or_avoids_it_is_gone_from_page_and_call_with_the_next_request()
    {
        await Answered("Hal Hides", "quillmoss");
        using var own = await Site.SignedIn("Hal Hides");
        using var reader = await Site.SignedIn("Rae Reader");
        using var program = await Site.Program(await Site.Person("Rae Reader"));
        using var ownProgram = await Site.Program(await Site.Person("Hal Hides"));
        await Within(reader, "/experts?q=quillmoss+care", "Hal Hides");
        Assert.Contains("Hal Hides", await program.Page("/api/v1/experts?q=quillmoss"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await own.PostForm("/account/knowing", [("hidden", "true")], "/account")).StatusCode);
        Assert.Contains("You are named to nobody.", await own.Page("/account"), StringComparison.Ordinal);
        await Gone();
        Assert.Contains("You, and only you see it", await own.Page("/experts?q=quillmoss+care"), StringComparison.Ordinal);
        Assert.DoesNotContain("Hal Hides", await ownProgram.Page("/api/v1/experts?q=quillmoss"), StringComparison.Ordinal);

        await own.PostForm("/account/knowing", [("hidden", "false")], "/account");
        Assert.Contains("Hal Hides", await reader.Page("/experts?q=quillmoss+care"), StringComparison.Ordinal);
        await own.PostForm("/account/knowing/avoided", [("subject", "Quillmoss")], "/account");
        await Gone();
        Assert.Contains("<b>Quillmoss</b>", await own.Page("/account"), StringComparison.Ordinal);
        var refused = await own.PostForm("/account/knowing/avoided", [("subject", new string('q', 101))], "/account");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(new string('q', 101), await refused.Text(), StringComparison.Ordinal);

        async Task Gone()
        {
            Assert.DoesNotContain("Hal Hides", await reader.Page("/experts?q=quillmoss+care"), StringComparison.Ordinal);
            Assert.DoesNotContain("Hal Hides", await program.Page("/api/v1/experts?q=quillmoss"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Evidence_of_a_space_that_one_may_not_read_names_nobody()
    {
        foreach (var name in new[] { "Petra Private", "Una Unit" }) await Site.Verb<EnrolPerson>().Run(Site.AdministratorId, "staff-matters", await Site.Person(name), false);
        await Answered("Petra Private", "canarywort", "staff-matters", "Una Unit");
        using var member = await Site.SignedIn("Una Unit");
        await Within(member, "/experts?q=canarywort", "Petra Private");

        foreach (var outsider in new[] { await Site.SignedIn("Rae Reader"), await Site.SignedIn("Guest Of Nobody", Role.Guest), await Site.Program(await Site.Person("Rae Reader")) })
            foreach (var place in new[] { "/experts?q=canarywort", "/experts?q=canarywort&space=staff-matters", "/api/v1/experts?q=canarywort", "/api/v1/experts?q=canarywort&space=staff-matters" })
                Assert.DoesNotContain("Petra Private", await outsider.Page(place), StringComparison.Ordinal);

        await Site.Verb<DismissPerson>().Run(Site.AdministratorId, "staff-matters", await Site.Person("Una Unit"));
        Assert.DoesNotContain("Petra Private", await member.Page("/experts?q=canarywort"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_left_and_who_is_a_guest_are_marked()
    {
        await Site.Verb<MakeSpace>().Run(Site.AdministratorId, "partners-marked", "Partners", "", Tier.Partners);
        var guest = await Site.Person("Gita Guest", Role.Guest);
        await Site.Verb<EnrolPerson>().Run(Site.AdministratorId, "partners-marked", guest, false);
        await Answered("Gita Guest", "markfern", "partners-marked");
        await Answered("Leo Left", "markfern", "partners-marked");
        await Site.Verb<ClosePerson>().Run(Site.AdministratorId, await Site.Person("Leo Left"));
        using var reader = await Site.SignedIn("Rae Reader");

        var page = await Within(reader, "/experts?q=markfern", "Has left");
        Assert.Contains("sees invited spaces only", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("Gita Guest", StringComparison.Ordinal) < page.IndexOf("Leo Left", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_steward_says_how_long_evidence_counts_on_the_charters_page()
    {
        using var admin = await Site.SignedIn();
        Assert.Equal(HttpStatusCode.SeeOther, (await admin.PostForm("/spaces/loans/half-life", [("months", "12")], "/spaces/loans/charter")).StatusCode);
        Assert.Matches("<option value=\"12\" selected", await admin.Page("/spaces/loans/charter"));
        await admin.PostForm("/spaces/loans/half-life", [("months", "")], "/spaces/loans/charter");
        Assert.Matches("<option (value=\"\" )?selected[^>]*>It does not age", await admin.Page("/spaces/loans/charter"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.PostForm("/spaces/loans/half-life", [("months", "-3")], "/spaces/loans/charter")).StatusCode);

        using var member = await Site.SignedIn("Rae Reader");
        Assert.Equal(HttpStatusCode.Forbidden, (await member.PostForm("/spaces/loans/half-life", [("months", "12")], "/account")).StatusCode);
        Assert.Null(await Site.Store.Read(db => Task.FromResult(db.HalfLives.Single().Months)));
    }

    [Theory]
    [InlineData(""), InlineData("?q="), InlineData("?q=%22%22&page=-7"), InlineData("?q=AND+[*&page=999999999"), InlineData("?q=%F0%9F%A6%8A%ED%A0%80%00"), InlineData("?q=-customs"), InlineData("?q=a&q=b&page=1&page=2")]
    public async Task Whatever_is_asked_the_page_answers(string query) => Assert.Equal(HttpStatusCode.OK, await (await Site.SignedIn("Rae Reader")).Status("/experts" + query));

    /// <summary>Somebody answers what a word is; gives topic and answer.</summary>
    async Task<(long Topic, long Answer)> Answered(string name, string word, string space = "loans", string by = "Anton Asks")
    {
        var topic = await Site.Verb<StartTopic>().Run(await Site.Person(by), space, TopicKind.Question, $"What is {word}?", "It came with a parcel.", [word + "-tag"]);
        return (topic, await Site.Verb<AddPost>().Run(await Site.Person(name), topic, Part.Answer, null, $"Care for {word} like this."));
    }

    static async Task<string> Within(HttpClient browser, string path, string wanted)
    {
        var began = Stopwatch.StartNew();
        while (true)
        {
            var page = await browser.Page(path);
            if (page.Contains(wanted, StringComparison.Ordinal)) return page;
            Assert.True(began.Elapsed.TotalSeconds < 5, page);
            await Task.Delay(50);
        }
    }
}
