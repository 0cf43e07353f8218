using System.Net;
using Community.Governance;
using Community.People;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.People;

public sealed class AccountTests(RunningSite site) : IClassFixture<RunningSite>
{
    [Fact]
    public async Task A_session_ended_on_one_device_is_out_on_the_other_within_five_seconds()
    {
        using var here = await site.SignedIn("Dora Devices");
        using var there = await site.SignedIn("Dora Devices");
        Assert.Equal(HttpStatusCode.OK, await there.Status("/account"));
        var id = await site.Store.Read(async db =>
        {
            var personId = await site.Person("Dora Devices");
            return await db.Sessions.Where(s => s.PersonId == personId && s.EndedAt == null).OrderByDescending(s => s.CreatedAt).Select(s => s.Id).FirstAsync();
        });

        Assert.Equal(HttpStatusCode.SeeOther, (await here.PostForm($"/account/sessions/{id}/end", [], on: "/account")).StatusCode);

        Assert.Equal(HttpStatusCode.OK, await here.Status("/account"));
        Assert.Equal(HttpStatusCode.NotFound, await there.Status("/account"));
    }

    [Fact]
    public async Task A_session_ended_by_another_program_is_out_within_five_seconds()
    {
        using var browser = await site.SignedIn("Paul Program");
        var personId = await site.Person("Paul Program");
        Assert.Equal(HttpStatusCode.OK, await browser.Status("/account"));

        await site.Verb<EndOtherSessions>().Run(personId, Guid.Empty);

        await Task.Delay(TimeSpan.FromSeconds(4));
        Assert.Equal(HttpStatusCode.NotFound, await browser.Status("/account"));
    }

    [Fact]
    public async Task A_new_password_signs_the_other_devices_out_and_the_old_one_works_no_more()
    {
        using var here = await site.SignedIn("Nora New");
        using var there = await site.SignedIn("Nora New");

        var answer = await here.PostForm("/account/password", [("old", RunningSite.Password), ("password", "seven otters count the rain")], on: "/account");

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await here.Status("/account"));
        Assert.Equal(HttpStatusCode.NotFound, await there.Status("/account"));
        using var again = site.Visitor();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await again.PostForm("/sign-in", [("email", RunningSite.EmailOf("Nora New")), ("password", RunningSite.Password)])).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await again.PostForm("/sign-in", [("email", RunningSite.EmailOf("Nora New")), ("password", "seven otters count the rain")])).StatusCode);
    }

    [Theory]
    [InlineData("not the old one, sorry", "seven otters count the rain", "This is not your old password.")]
    [InlineData(RunningSite.Password, "fourteen chars", "at least 15 characters")]
    [InlineData(RunningSite.Password, "Walter Wishes!!", "little more than a name")]
    public async Task A_password_that_cannot_be_taken_is_refused_with_a_sentence(string old, string password, string sentence)
    {
        using var browser = await site.SignedIn("Walter Wishes");

        var answer = await browser.PostForm("/account/password", [("old", old), ("password", password)], on: "/account");
        var page = await answer.Text();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.DoesNotContain($"value=\"{password}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_somebody_else()
    {
        using var browser = await site.SignedIn("Ada Alone");
        using var other = await site.SignedIn("Otto Other");
        var otto = await site.Person("Otto Other");
        var id = await site.Store.Read(db => db.Sessions.Where(s => s.PersonId == otto).Select(s => s.Id).FirstAsync());

        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostForm($"/account/sessions/{id}/end", [], on: "/account")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await other.Status("/account"));
    }

    [Fact]
    public async Task What_others_see_is_saved_and_a_role_sent_along_changes_nothing()
    {
        using var browser = await site.SignedIn("Olga Over");

        await browser.PostForm("/account/profile", [("name", "Olga Overpost"), ("position", "Cataloguer"), ("askMeAbout", "MARC\nseries"), ("role", "Administrator"), ("Role", "3"), ("IsImported", "true")], on: "/account");

        var personId = await site.Person("Olga Over");
        var person = await site.Store.Read(db => db.People.SingleAsync(p => p.Id == personId));
        Assert.Equal(("Olga Overpost", "Cataloguer", "MARC\nseries", Role.Member, false), (person.Name, person.Position, person.AskMeAbout, person.Role, person.IsImported));
    }

    [Fact]
    public async Task A_name_that_cannot_be_taken_keeps_what_was_typed()
    {
        using var browser = await site.SignedIn("Tilda Typed");

        var answer = await browser.PostForm("/account/profile", [("name", " "), ("position", "Something long that I typed")], on: "/account");
        var page = await answer.Text();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("A name has 1 to 100 characters.", page, StringComparison.Ordinal);
        Assert.Contains("Something long that I typed", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Zone_and_keys_are_kept()
    {
        using var browser = await site.SignedIn("Zoe Zone");

        await browser.PostForm("/account/preferences", [("zone", "Europe/Vienna")], on: "/account");

        var page = await browser.Page("/account");
        Assert.Contains("data-keys=\"off\"", page, StringComparison.Ordinal);
        Assert.Contains("<option value=\"Europe/Vienna\" selected=\"selected\">", page, StringComparison.Ordinal);
    }
}
