using System.Globalization;
using System.Net;
using Community.Governance;
using Community.Notes.Paths;
using Community.Spaces;
using Community.Topics;
using Community.Topics.Checks;
using Community.Web.Tests.Api;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Paths;

/// <summary>Paths as browsers and programs get them.</summary>
public sealed class PathPageTests(RunningSite site) : IClassFixture<RunningSite>
{
    [Fact]
    public async Task A_steward_makes_a_path_by_forms_alone_and_a_newcomer_walks_it_to_the_end()
    {
        var (space, steward) = (await Space("walk", Tier.Institution), await site.Person("Stella Steward"));
        await Enrol(space, steward, isSteward: true);
        var notes = new[] { await Note(space, steward, "First note"), await Note(space, steward, "Second note") };
        using var keeper = await site.SignedIn("Stella Steward");
        var made = (await keeper.PostForm("/paths/new", [("Title", "Desk, first weeks"), ("Lead", "Alone on a Saturday."), ("Space", space), ("Unit", "")])).Headers.Location!.OriginalString;
        Assert.Equal(HttpStatusCode.SeeOther, (await keeper.PostForm(made + "/stations", [("Note", $"{notes[1]}"), ("Why", "Comes later."), ("What", ""), ("Stage", "")], made)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await keeper.PostForm(made + "/stations", [("Note", ""), ("Why", "Comes first."), ("What", $"http://library.example/notes/{notes[0]}/first-note"), ("Stage", "Week one")], made)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await keeper.PostForm(made + "/stations", [("Why", "Ask her."), ("What", $"/people/{steward}")], made)).StatusCode);
        Assert.Contains("There is no such note, topic or person", await (await keeper.PostForm(made + "/stations", [("What", "somewhere"), ("Why", "Kept words")], made)).Text(), StringComparison.Ordinal);
        var path = Number(made);
        var stations = await Stations(path);
        await keeper.PostForm($"{made}/stations/{stations[1]}", [("Act", "up")], made);
        Assert.Equal([stations[1], stations[0], stations[2]], await Stations(path));

        await Enrol(space, await site.Person("Nina New"));
        using var newcomer = await site.SignedIn("Nina New");
        var address = $"/paths/{path}/desk-first-weeks";
        foreach (var (station, mark, home) in new[] { (stations[1], "read", "First note"), (stations[0], "tried", "Second note"), (stations[2], "asked", "Meet Stella Steward") })
        {
            var first = await newcomer.Page("/");
            Assert.True(first.Contains("Start here", StringComparison.Ordinal) && first.Contains(home, StringComparison.Ordinal), home);
            Assert.Equal($"{address}#station-{station}", (await newcomer.PostForm($"/paths/stations/{station}/progress?mark={mark}&on=true", [], address)).Headers.Location!.OriginalString);
        }

        Assert.Contains("You walked it to the end.", await newcomer.Page(address), StringComparison.Ordinal);
        Assert.DoesNotContain("Start here", await newcomer.Page("/"), StringComparison.Ordinal);
        Assert.DoesNotContain("3 of 3 walked", await keeper.Page(address), StringComparison.Ordinal);
        foreach (var other in new[] { "/paths", address, $"/paths/keep/{path}" })
            Assert.Equal(HttpStatusCode.NotFound, await site.Visitor().Status(other));
        Assert.Equal(HttpStatusCode.NotFound, await newcomer.Status(made));
    }

    [Fact]
    public async Task Words_at_a_station_that_are_not_taken_stay_where_they_were_typed()
    {
        var space = await Space("kept-words", Tier.Institution);
        await site.Verb<KeepGuardRule>().Run(null, null, GuardKind.Card, new GuardWords("Cards", null, CheckDigit.None, GuardAct.Justify, "Anybody can pay with it.", null, null, null, null));
        var path = await site.Verb<MakePath>().Run(site.AdministratorId, space, "Kept words", "");
        var station = await site.Verb<AddStation>().Run(site.AdministratorId, path, await Note(space, site.AdministratorId, "To be read"), null, "Before.");
        using var browser = await site.SignedIn();

        var answer = await browser.PostForm($"/paths/keep/{path}/stations/{station}", [("Act", "explain"), ("Why", "Pay with 4111 1111 1111 1111."), ("Stage", "Week one")], $"/paths/keep/{path}");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Text();
        var field = page.Split($"id=\"why-{station}\"")[1].Split('>')[0];
        Assert.Contains("value=\"Pay with 4111 1111 1111 1111.\"", field, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", field, StringComparison.Ordinal);
        Assert.Contains("value=\"Week one\"", page.Split($"id=\"stage-{station}\"")[1].Split('>')[0], StringComparison.Ordinal);
        Assert.Contains("Put it in other words, and send it again.", page, StringComparison.Ordinal);
        var below = page.Split("id=\"add\"")[1];
        Assert.DoesNotContain("Pay with", below, StringComparison.Ordinal);
        Assert.DoesNotContain("aria-invalid", below, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_90_days_home_does_not_say_where_to_start()
    {
        await using var other = await RunningSite.Start();
        var slug = await other.Verb<MakeSpace>().Run(other.AdministratorId, "ninety", "Ninety", "", Tier.Institution);
        await other.Verb<EnrolPerson>().Run(other.AdministratorId, slug, await other.Person("Nils New"), false);
        var path = await other.Verb<MakePath>().Run(other.AdministratorId, slug, "Ninety days", "");
        await other.Verb<AddStation>().Run(other.AdministratorId, path, await other.Verb<StartTopic>().Run(other.AdministratorId, slug, TopicKind.Note, "To begin with", "Text.", []), null, "");
        using (var browser = await other.SignedIn("Nils New")) Assert.Contains("To begin with", Start(await browser.Page("/")), StringComparison.Ordinal);

        other.Clock.Forward(TimeSpan.FromDays(89));
        using (var browser = await other.SignedIn("Nils New")) Assert.Contains("To begin with", Start(await browser.Page("/")), StringComparison.Ordinal);
        other.Clock.Forward(TimeSpan.FromDays(1.1));
        using (var browser = await other.SignedIn("Nils New")) Assert.Equal("", Start(await browser.Page("/")));
    }

    [Fact]
    public async Task Counts_and_titles_of_a_station_in_a_closed_space_are_for_its_readers()
    {
        var (open, closed) = (await Space("mixed", Tier.Institution), await Space("mixed-closed", Tier.Unit));
        var path = await site.Verb<MakePath>().Run(site.AdministratorId, open, "Mixed path", "");
        await site.Verb<AddStation>().Run(site.AdministratorId, path, await Note(open, site.AdministratorId, "Open note"), null, "");
        var hidden = await site.Verb<AddStation>().Run(site.AdministratorId, path, await Note(closed, site.AdministratorId, "Quagga in the cellar"), null, "Because of the quagga.");
        using var colleague = await site.SignedIn("Carl Colleague");
        foreach (var page in new[] { $"/paths/{path}/mixed-path", "/paths", "/" }) Assert.DoesNotContain("quagga", await colleague.Page(page), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("0 of 1 walked", await colleague.Page($"/paths/{path}/mixed-path"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await colleague.PostForm($"/paths/stations/{hidden}/progress?mark=read&on=true", [], $"/paths/{path}/mixed-path")).StatusCode);
        using var administrator = await site.SignedIn();
        Assert.Contains("Quagga in the cellar", await administrator.Page($"/paths/{path}/mixed-path"), StringComparison.Ordinal);

        var program = await site.Program(await site.Person("Carl Colleague"));
        var answer = await program.Read($"paths/{path}");
        Assert.DoesNotContain("quagga", answer.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(1, answer["count"].GetInt32());
        Assert.Equal(404, (await program.Call("PUT", $"paths/{path}/stations/{hidden}/progress", new { read = true })).Status);
    }

    [Fact]
    public async Task A_program_reads_a_path_and_marks_its_persons_progress()
    {
        var space = await Space("by-api", Tier.Partners);
        var path = await site.Verb<MakePath>().Run(site.AdministratorId, space, "By a program", "");
        var station = await site.Verb<AddStation>().Run(site.AdministratorId, path, await Note(space, site.AdministratorId, "To be read"), null, "Why not.");
        var (ada, ben, guest) = (await site.Program(await site.Person("Ada Api")), await site.Program(await site.Person("Ben Api")), await site.Program(await site.Person("Gert Guest", Role.Guest)));

        var marked = await ada.Call("PUT", $"paths/{path}/stations/{station}/progress", new { read = true, asked = true });
        Assert.Equal((200, 1), (marked.Status, marked["done"].GetInt32()));
        await ada.Call("PUT", $"paths/{path}/stations/{station}/progress", new { asked = false });
        var own = (await ada.Read($"paths/{path}"))["stations"][0];
        Assert.NotEqual(System.Text.Json.JsonValueKind.Null, own.GetProperty("readAt").ValueKind);
        Assert.Equal(0, (await ben.Read($"paths/{path}"))["done"].GetInt32());
        Assert.Contains("By a program", (await ben.Read($"paths?space={space}")).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await guest.Read($"paths/{path}")).Status);
        Assert.Equal(404, (await ada.Call("PUT", $"paths/{path + 1}/stations/{station}/progress", new { read = true })).Status);
    }

    [Fact]
    public async Task A_buddy_sees_what_both_may_see_and_nothing_after_it_ended()
    {
        var (open, closed) = (await Space("buddy", Tier.Institution), await Space("buddy-closed", Tier.Unit));
        var newcomer = await site.Person("Noor New");
        await Enrol(closed, newcomer);
        var path = await site.Verb<MakePath>().Run(site.AdministratorId, open, "Buddied path", "");
        foreach (var topic in new[] { await Note(open, site.AdministratorId, "Seen by both"), await Note(closed, site.AdministratorId, "Wombat behind a door") })
            await site.Verb<MarkStation>().Run(newcomer, path, await site.Verb<AddStation>().Run(site.AdministratorId, path, topic, null, ""), read: true);
        using var own = await site.SignedIn("Noor New");
        using var buddy = await site.SignedIn("Bea Buddy");
        using var third = await site.SignedIn("Tom Third");
        Assert.DoesNotContain("Noor New", await buddy.Page("/paths/buddies"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await own.PostForm("/paths/buddies", [("buddy", "Nobody Known")])).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await own.PostForm("/paths/buddies", [("buddy", "bea buddy")])).StatusCode);
        var shown = await buddy.Page("/paths/buddies");
        Assert.True(shown.Contains("Noor New", StringComparison.Ordinal) && shown.Contains("Seen by both", StringComparison.Ordinal) && shown.Contains("1 of 1 walked", StringComparison.Ordinal), shown);
        Assert.DoesNotContain("Wombat", shown, StringComparison.OrdinalIgnoreCase);
        foreach (var page in new[] { await third.Page("/paths/buddies"), await third.Page($"/paths/{path}/buddied-path"), await buddy.Page($"/paths/{path}/buddied-path") }) Assert.DoesNotContain("Noor New", page, StringComparison.Ordinal);

        await own.PostForm("/paths/buddies/end", [], "/paths/buddies");
        Assert.DoesNotContain("Noor New", await buddy.Page("/paths/buddies"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_newcomers_ask_marks_the_note_for_those_who_keep_it_alone()
    {
        var (space, closed) = (await Space("unclear", Tier.Institution), await Space("unclear-closed", Tier.Unit));
        var keeper = await site.Person("Kea Keeper");
        var note = await Note(space, keeper, "Unclear note");
        var newcomer = await site.Person("Ned New");
        await Enrol(closed, newcomer);
        var comment = await site.Verb<AddPost>().Run(newcomer, note, Part.Comment, null, "Which tray?");
        await site.Verb<StartTopic>().Run(newcomer, space, TopicKind.Question, "Where is the tray?", $"The [note](/notes/{note}/unclear-note) does not say.", []);
        await site.Verb<StartTopic>().Run(newcomer, closed, TopicKind.Question, "A platypus question", $"See [it](/notes/{note}/unclear-note).", []);
        using var steward = await site.SignedIn("Kea Keeper");
        using var other = await site.SignedIn("Ola Other");
        var address = $"/notes/{note}/unclear-note";

        var page = await steward.Page(address);
        Assert.Contains("2 times somebody new asked", page, StringComparison.Ordinal);
        Assert.Contains("Where is the tray?", page, StringComparison.Ordinal);
        Assert.DoesNotContain("platypus", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Unclear to newcomers", await other.Page(address), StringComparison.Ordinal);

        await site.Verb<WithdrawPost>().Run(newcomer, comment);
        Assert.Contains("Somebody new asked about it", await steward.Page(address), StringComparison.Ordinal);
    }

    static string Start(string home) => home.Split("class=\"start-here\"") is [_, var rest] ? rest.Split("</section>")[0] : "";

    static long Number(string address) => long.Parse(address.Split('/')[3], CultureInfo.InvariantCulture);

    Task<List<long>> Stations(long path) => site.Store.Read(db => db.PathStations.Where(s => s.PathId == path).OrderBy(s => s.Order).Select(s => s.Id).ToListAsync());

    Task<string> Space(string slug, Tier tier) => site.Verb<MakeSpace>().Run(site.AdministratorId, slug, slug, "", tier);

    Task Enrol(string space, long personId, bool isSteward = false) => site.Verb<EnrolPerson>().Run(site.AdministratorId, space, personId, isSteward);

    Task<long> Note(string space, long by, string title) => site.Verb<StartTopic>().Run(by, space, TopicKind.Note, title, "How it is done.", []);
}
