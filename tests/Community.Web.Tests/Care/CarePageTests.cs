using System.Net;
using Community.Governance;
using Community.Notes;
using Community.Notes.Care;
using Community.Notes.Links;
using Community.Questions;
using Community.Spaces;
using Community.Topics;
using Community.Web.Tests.Api;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Web.Tests.Care;

/// <summary>How notes are kept true, as browsers and programs get it: Nora and Stig keep notes, Rita reads them, Olga is staff and reads no closed space.</summary>
public sealed class CarePageTests(RunningSite site) : IClassFixture<RunningSite>
{
    const string Closed = "care-closed", Open = "care-open";

    [Fact]
    public async Task A_reader_doubts_a_note_its_steward_finds_it_due_and_checks_it_and_nobody_needs_scripts()
    {
        var (nora, rita) = (await site.SignedIn("Nora Keeper"), await site.SignedIn("Rita Reader"));
        var note = await Note("Nora Keeper", Open, "Where the trolley stands");
        var page = $"/notes/{note}/where-the-trolley-stands";
        Assert.Contains("Is this still true?", await rita.Page(page), StringComparison.Ordinal);
        Assert.DoesNotContain("Yes, checked", await rita.Page(page), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await rita.PostForm($"/topics/{note}/still-true", [("answer", "No"), ("word", "")], page)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await rita.PostForm($"/topics/{note}/still-true", [("answer", "No"), ("word", "It was moved to the cellar.")], page)).StatusCode);

        Assert.Contains("Disputed", await rita.Page("/notes"), StringComparison.Ordinal);
        Assert.Contains("It was moved to the cellar.", await nora.Page(page), StringComparison.Ordinal);
        Assert.Contains("It was moved to the cellar.", await nora.Page("/due"), StringComparison.Ordinal);
        Assert.Equal("/due", (await nora.PostForm($"/topics/{note}/check", [("due", "true"), ("word", "")], "/due")).Headers.Location!.OriginalString);
        Assert.DoesNotContain("Where the trolley stands", await nora.Page("/due"), StringComparison.Ordinal);
        Assert.Contains("Verified", await rita.Page(page), StringComparison.Ordinal);
        await site.Quiet();
        Assert.Contains("answered your doubt", await rita.Page("/notifications"), StringComparison.Ordinal);
        Assert.Contains("says that it is no longer true", await nora.Page("/notifications"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_outdated_note_says_so_on_top_with_the_reason_until_it_is_taken_back()
    {
        var nora = await site.SignedIn("Nora Keeper");
        var note = await Note("Nora Keeper", Open, "How the fax is sent");
        var page = $"/notes/{note}/how-the-fax-is-sent";
        Assert.Equal(HttpStatusCode.SeeOther, (await nora.PostForm($"/topics/{note}/outdate", [("reason", "The fax was sold.")], $"/topics/{note}/care")).StatusCode);
        foreach (var browser in new[] { nora, site.Visitor() }) Assert.Contains("do not rely on this", await browser.Page(page), StringComparison.Ordinal);
        Assert.Contains("Outdated", await site.Visitor().Page("/notes"), StringComparison.Ordinal);

        await nora.PostForm($"/topics/{note}/revive", [], $"/topics/{note}/care");
        Assert.DoesNotContain("do not rely on this", await site.Visitor().Page(page), StringComparison.Ordinal);
        Assert.Contains("took back that it is outdated", await nora.Page($"/topics/{note}/care"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_positions_come_back_with_what_was_typed_when_one_cannot_be_taken_and_then_stand_on_the_note()
    {
        var nora = await site.SignedIn("Nora Keeper");
        await site.Person("Rita Reader");
        var note = await Note("Nora Keeper", Open, "Which tape holds");
        Task<HttpResponseMessage> Dispute(string link) => nora.PostForm($"/topics/{note}/dispute",
            [("one", "Nora Keeper"), ("oneText", "Linen holds."), ("oneLink", "/posts/1"), ("other", "Rita Reader"), ("otherText", "Paper does."), ("otherLink", link)], $"/topics/{note}/care");

        var refused = await Dispute("javascript:alert(1)");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Paper does.", await refused.Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await Dispute("https://tape.example/")).StatusCode);
        Assert.Contains("Rita Reader says", await nora.Page($"/notes/{note}/which-tape-holds"), StringComparison.Ordinal);
        // Visitors know authors alone.
        var page = await site.Visitor().Page($"/notes/{note}/which-tape-holds");
        Assert.Contains("Somebody says", page, StringComparison.Ordinal);
        Assert.Contains("https://tape.example/", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Rita Reader", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revision_is_a_check_when_its_box_is_ticked_which_only_stewards_have()
    {
        var nora = await site.SignedIn("Nora Keeper");
        var note = await Note("Nora Keeper", Open, "Revised with a tick");
        var opening = await Opening(note);
        Assert.Contains("this counts as a check", await nora.Page($"/posts/{opening}/edit"), StringComparison.Ordinal);
        await nora.PostForm($"/posts/{opening}/edit", [("Title", "Revised with a tick"), ("Body", "Two."), ("BaseRevision", "1")]);
        Assert.False(await site.Store.Read(db => db.NoteChecks.AnyAsync(c => c.TopicId == note)));
        await nora.PostForm($"/posts/{opening}/edit", [("Title", "Revised with a tick"), ("Body", "Three."), ("BaseRevision", "2"), ("IsCheck", "true")]);
        Assert.True(await site.Store.Read(db => db.NoteChecks.AnyAsync(c => c.TopicId == note && c.RevisionNumber == 3)));

        await site.Verb<HandOverNote>().Run(await site.Person("Nora Keeper"), note, Keeper.Person(await site.Person("Stig Keeper")), "Yours.");
        Assert.DoesNotContain("this counts as a check", await nora.Page($"/posts/{opening}/edit"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evidence_on_the_list_is_what_was_asked_and_what_leads_nowhere_and_tells_nothing_of_what_is_hidden()
    {
        var stig = await site.SignedIn("Stig Keeper");
        var (hidden, gone) = (await Note("Nora Keeper", Closed, "Secret of the vault"), 987_654);
        var note = await Note("Stig Keeper", Open, "Links and questions", $"See [one](/notes/{hidden}), [two](/notes/{gone}) and [three](https://library.example/form).");
        await site.Verb<AddPost>().Run(await site.Person("Rita Reader"), note, Part.Comment, null, "Which form is it now?");
        await site.Verb<AddPost>().Run(await site.Person("Rita Reader"), note, Part.Comment, null, "Thank you for this.");
        await site.Verb<StartTopic>().Run(await site.Person("Rita Reader"), Open, TopicKind.Question, "Does step two of it hold?", $"In [the note](/notes/{note}/links-and-questions).", []);
        await site.Verb<EnrolPerson>().Run(site.AdministratorId, Closed, await site.Person("Nora Keeper"), true);
        await site.Verb<StartTopic>().Run(await site.Person("Nora Keeper"), Closed, TopicKind.Question, "Hidden question of the vault?", $"In [the note](/notes/{note}/links-and-questions).", []);
        await site.Store.Write(async db =>
        {
            var link = db.OutsideLinks.Add(new OutsideLink(note, "https://library.example/form", DateTime.UtcNow)).Entity;
            link.Answered(LinkAnswer.Gone, 404, DateTime.UtcNow);
            await db.SaveChangesAsync();
        });
        await site.Verb<TendNotes>().Run();

        var due = await stig.Page("/due");
        Assert.Contains("Which form is it now?", due, StringComparison.Ordinal);
        Assert.DoesNotContain("Thank you for this.", due, StringComparison.Ordinal);
        Assert.Contains("Does step two of it hold?", due, StringComparison.Ordinal);
        Assert.Contains("answered 404", due, StringComparison.Ordinal);
        Assert.DoesNotContain("vault", due, StringComparison.Ordinal);
        // What may not be seen looks like what is not there.
        Assert.Contains($"<code>/notes/{hidden}</code>", due, StringComparison.Ordinal);
        Assert.Contains($"<code>/notes/{gone}</code>", due, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_read_the_space_finds_neither_the_care_nor_its_acts_and_a_right_that_is_lost_counts_at_once()
    {
        var stig = await site.SignedIn("Stig Keeper");
        var note = await Note("Nora Keeper", Closed, "Quokka of the closed shelf");
        await site.Verb<EnrolPerson>().Run(site.AdministratorId, Closed, await site.Person("Stig Keeper"), false);
        await site.Verb<AppointNoteSteward>().Run(await site.Person("Nora Keeper"), note, await site.Person("Stig Keeper"), true);
        await site.Verb<SayStillTrue>().Run(site.AdministratorId, note, Verdict.No, "Quokka doubt.");
        Assert.Contains("Quokka", await stig.Page("/due"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await stig.Status($"/topics/{note}/care"));
        await site.Quiet();
        Assert.Contains("Quokka", await stig.Page("/notifications"), StringComparison.Ordinal);

        await site.Verb<DismissPerson>().Run(site.AdministratorId, Closed, await site.Person("Stig Keeper"));
        foreach (var browser in new[] { stig, await site.SignedIn("Olga Outside"), await site.SignedIn("Gina Guest", Role.Guest), site.Visitor() })
        {
            Assert.Equal(HttpStatusCode.NotFound, await browser.Status($"/topics/{note}/care"));
            foreach (var path in new[] { "/due", "/notifications", "/notes", "/search?q=quokka", "/" }) Assert.DoesNotContain("Quokka", await browser.Page(path), StringComparison.Ordinal);
        }

        foreach (var (act, field) in new[] { ("check", "word"), ("still-true", "word"), ("outdate", "reason"), ("revive", "x"), ("settle", "outcome"), ("review", "x"), ("hand-over", "why"), ("appoint", "why"), ("relieve", "why"), ("dispute", "x") })
            Assert.Equal(HttpStatusCode.NotFound, (await stig.PostForm($"/topics/{note}/{act}", [(field, "word"), ("answer", "No"), ("person", "Rita Reader")], "/account")).StatusCode);
        foreach (var path in new[] { "/due?of=spaces", "/due/orphans" }) Assert.Equal(HttpStatusCode.NotFound, await stig.Status(path));
        Assert.Equal(HttpStatusCode.NotFound, await site.Visitor().Status("/due"));
    }

    [Fact]
    public async Task What_readers_say_is_not_shown_to_the_public_and_a_withdrawn_note_shows_nothing_of_its_care()
    {
        var nora = await site.SignedIn("Nora Keeper");
        var note = await Note("Nora Keeper", Open, "Wombat hours");
        await site.Verb<SayStillTrue>().Run(await site.Person("Rita Reader"), note, Verdict.No, "Wombat closes at five.");
        var page = $"/notes/{note}/wombat-hours";
        Assert.Contains("Wombat closes at five.", await nora.Page(page), StringComparison.Ordinal);
        Assert.DoesNotContain("closes at five", await site.Visitor().Page(page), StringComparison.Ordinal);

        await site.Verb<WithdrawPost>().Run(await site.Person("Nora Keeper"), await Opening(note));
        Assert.Equal(HttpStatusCode.NotFound, await nora.Status($"/topics/{note}/care"));
        foreach (var browser in new[] { nora, await site.SignedIn("Rita Reader") })
        {
            Assert.DoesNotContain("Wombat", await browser.Page("/due"), StringComparison.Ordinal);
            Assert.DoesNotContain("closes at five", await browser.Page($"/notes/{note}/-"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task When_the_last_steward_is_closed_the_administrator_is_told_before_and_the_spaces_steward_appoints_after()
    {
        var leaver = await site.Person("Lea Leaver");
        var (ruth, stella) = (await site.SignedIn(), await site.SignedIn("Stella Of The Space"));
        var note = await Note("Lea Leaver", Open, "Only Lea knew");
        await site.Verb<EnrolPerson>().Run(site.AdministratorId, Open, await site.Person("Stella Of The Space"), true);
        Assert.Contains("1 practice note is in their hands alone", await ruth.Page($"/admin/people/{leaver}"), StringComparison.Ordinal);
        await ruth.PostForm($"/admin/people/{leaver}/close", [], $"/admin/people/{leaver}");

        Assert.Contains("Only Lea knew", await stella.Page("/due/orphans"), StringComparison.Ordinal);
        Assert.Contains("For now the space's stewards", await stella.Page($"/notes/{note}/only-lea-knew"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await stella.PostForm($"/topics/{note}/appoint", [("person", "Rita Reader"), ("due", "true")], "/due/orphans")).StatusCode);
        Assert.DoesNotContain("Only Lea knew", await stella.Page("/due/orphans"), StringComparison.Ordinal);
        Assert.Contains("Rita Reader", await stella.Page($"/notes/{note}/only-lea-knew"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notes_that_nobody_keeps_are_given_to_somebody_together()
    {
        var leaver = await site.Person("Max Mover");
        var (ruth, stella) = (await site.SignedIn(), await site.SignedIn("Stella Of The Space"));
        await site.Person("Rita Reader");
        var notes = new[] { await Note("Max Mover", Open, "First of Max"), await Note("Max Mover", Open, "Second of Max"), await Note("Max Mover", Open, "Third of Max") };
        await site.Verb<EnrolPerson>().Run(site.AdministratorId, Open, await site.Person("Stella Of The Space"), true);
        await ruth.PostForm($"/admin/people/{leaver}/close", [], $"/admin/people/{leaver}");
        Task<HttpResponseMessage> Appoint(params (string, string)[] fields) => stella.PostForm("/due/orphans", fields, "/due/orphans");

        var nobody = await Appoint(("topics", $"{notes[0]}"), ("person", "Nobody At All"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nobody.StatusCode);
        Assert.Contains("First of Max", await nobody.Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Appoint(("person", "Rita Reader"))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await Appoint(("topics", $"{notes[0]}"), ("topics", $"{notes[1]}"), ("person", "Rita Reader"))).StatusCode);
        var left = await stella.Page("/due/orphans");
        Assert.Equal((false, false, true), (left.Contains("First of Max", StringComparison.Ordinal), left.Contains("Second of Max", StringComparison.Ordinal), left.Contains("Third of Max", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignedIn("Rita Reader")).PostForm("/due/orphans", [("topics", $"{notes[2]}"), ("person", "Rita Reader")], "/due")).StatusCode);
    }

    [Fact]
    public async Task Programs_read_state_stewards_and_dates_and_check_once_for_each_key()
    {
        var note = await Note("Nora Keeper", Closed, "Of the programs");
        await site.Verb<SayStillTrue>().Run(site.AdministratorId, note, Verdict.No, "Not any more.");
        var (nora, olga) = (await site.Program(await site.Person("Nora Keeper")), await site.Program(await site.Person("Olga Outside")));
        var read = await nora.Read($"topics/{note}");
        Assert.Equal("disputed", read["state"].GetString());
        Assert.Equal(("person", "Nora Keeper"), (read["stewards"][0].GetProperty("kind").GetString(), read["stewards"][0].GetProperty("name").GetString()));
        Assert.True(read["reviewAt"].GetDateTime() > read["checkedAt"].GetDateTime());

        for (var times = 0; times < 2; times++) Assert.Equal("verified", (await nora.Call("POST", $"notes/{note}/checks", new { word = "Looked." }, "once"))["state"].GetString());
        Assert.Equal(1, await site.Store.Read(db => db.NoteChecks.CountAsync(c => c.TopicId == note)));
        Assert.Equal(404, (await olga.Call("POST", $"notes/{note}/checks", new { })).Status);
        var open = await Note("Nora Keeper", Open, "Of other programs");
        Assert.Equal(403, (await olga.Call("POST", $"notes/{open}/checks", new { })).Status);
        Assert.Equal(422, (await nora.Call("POST", $"notes/{await site.Verb<StartTopic>().Run(site.AdministratorId, Open, TopicKind.Thread, "A thread", "Text.", [])}/checks", new { })).Status);
    }

    [Theory]
    [InlineData("doubted"), InlineData("checked"), InlineData("outdated"), InlineData("review"), InlineData("tended"), InlineData("disputed")]
    public async Task What_lists_know_of_a_note_is_what_the_database_says_from_the_moment_a_verb_has_returned(string change)
    {
        var (keeper, note) = (await site.Person("Nora Keeper"), await Note("Nora Keeper", Open, "Remembered " + change));
        var known = site.Services.GetRequiredService<KnownTopics>();
        var before = (await known.Facts(note))!.Note;
        site.Clock.Forward(TimeSpan.FromMinutes(1));
        await (change switch
        {
            "doubted" => site.Verb<SayStillTrue>().Run(await site.Person("Rita Reader"), note, Verdict.No, "No."),
            "checked" => site.Verb<CheckNote>().Run(keeper, note),
            "outdated" => site.Verb<OutdateNote>().Run(keeper, note, "No."),
            "review" => site.Verb<ChooseReview>().Run(keeper, note, 2),
            "disputed" => site.Verb<DisputeNote>().Run(keeper, note, new Side(keeper, "Yes.", "/posts/1"), new Side(await site.Person("Rita Reader"), "No.", "/posts/2")),
            _ => Tend(),
        });

        var stands = await site.Store.Read(db => db.NoteCares.AsNoTracking().SingleAsync(c => c.TopicId == note));
        Assert.Equal(stands.Standing, (await known.Facts(note))!.Note);
        Assert.Equal(change == "tended", before == stands.Standing);
    }

    async Task Tend()
    {
        while (await site.Verb<TendNotes>().Run() > 0)
        {
        }
    }

    async Task<long> Note(string author, string space, string title, string body = "As it is done.")
    {
        var (tier, id) = (space == Closed ? Tier.Unit : Tier.Public, await site.Person(author));
        if (!await site.Store.Read(db => db.Spaces.AnyAsync(s => s.Slug == space))) await site.Verb<MakeSpace>().Run(null, space, space, "", tier);
        if (tier == Tier.Unit) await site.Verb<EnrolPerson>().Run(site.AdministratorId, space, id, true);
        return await site.Verb<StartTopic>().Run(id, space, TopicKind.Note, title, body, []);
    }

    Task<long> Opening(long topicId) => site.Store.Read(db => db.Posts.Where(p => p.TopicId == topicId && p.Part == Part.Opening).Select(p => p.Id).SingleAsync());
}
