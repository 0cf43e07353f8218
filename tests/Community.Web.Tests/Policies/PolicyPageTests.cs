using System.Net;
using System.Text.RegularExpressions;
using Community.Governance;
using Community.Policies;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Policies;

/// <summary>Policies by forms alone: written, released, acknowledged, changed, and who has not yet.</summary>
public sealed partial class PolicyPageTests(RunningSite site) : IClassFixture<RunningSite>
{
    [Fact]
    public async Task A_policy_goes_from_a_template_over_its_release_to_who_knows_it_and_asks_again_when_it_changes()
    {
        await site.Person("Olga Owner");
        using var administrator = await site.SignedIn("Ada Admin", Role.Administrator);
        using var owner = await site.SignedIn("Olga Owner");
        using var reader = await site.SignedIn("Rita Reader");
        using var guest = await site.SignedIn("Gil Guest", Role.Guest);

        var template = await administrator.Page("/policies/new?preset=Strict");
        Assert.Contains("Know the handbook", template, StringComparison.Ordinal);
        var made = await administrator.PostForm("/policies/new", [.. Fields("Be **kind**.\n\nSay who you are."), ("Owner", "olga owner")]);
        Assert.Equal(HttpStatusCode.SeeOther, made.StatusCode);
        var address = made.Headers.Location!.ToString();
        var id = await site.Store.Read(db => db.Policies.Where(p => p.Title == "How we speak").Select(p => p.Id).SingleAsync());

        // A draft: owner and administrators, nobody else, whatever the address.
        Assert.Contains("A draft, seen by owner", await owner.Page(address), StringComparison.Ordinal);
        foreach (var path in new[] { address, address + "?version=1", $"/policies/{id}/report", $"/policies/{id}/edit", $"/policies/{id}/differences?from=1&to=1", "/policies/new" })
            foreach (var other in new[] { reader, guest }) Assert.Equal(HttpStatusCode.NotFound, await other.Status(path));
        foreach (var path in new[] { $"/policies/{id}/edit", "/policies/new" }) Assert.Equal(HttpStatusCode.NotFound, await owner.Status(path));
        Assert.DoesNotContain("How we speak", await reader.Page("/policies"), StringComparison.Ordinal);

        await Release(administrator, id, address, 1);
        foreach (var other in new[] { reader, guest })
        {
            Assert.Contains("to be acknowledged", await other.Page("/policies"), StringComparison.Ordinal);
            var page = await other.Page(address);
            foreach (var text in new[] { "<strong>kind</strong>", "Networks", "ours", "In force", "Olga Owner", "/acknowledge" }) Assert.Contains(text, page, StringComparison.Ordinal);
            foreach (var text in new[] { "/report", "/edit\"", "/release" }) Assert.DoesNotContain(text, page, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.SeeOther, (await reader.PostForm($"/policies/{id}/acknowledge", [("version", "1")], on: address)).StatusCode);
        Assert.DoesNotContain("/acknowledge", await reader.Page(address), StringComparison.Ordinal);
        var report = await owner.Page($"/policies/{id}/report");
        Assert.Contains("Gil Guest", report, StringComparison.Ordinal);
        Assert.DoesNotContain("Rita Reader", report, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await reader.Status($"/policies/{id}/report"));

        // A small change does not ask again; another one does, and shows what changed.
        Assert.Equal(HttpStatusCode.SeeOther, (await administrator.PostForm($"/policies/{id}/edit", [.. Fields("Be **kind**!\n\nSay who you are."), ("IsMinor", "true"), ("Owner", "Olga Owner")])).StatusCode);
        Assert.DoesNotContain("Be <strong>kind</strong>!", await reader.Page(address), StringComparison.Ordinal);
        await Release(administrator, id, address, 2);
        Assert.DoesNotContain("to be acknowledged", await reader.Page("/policies"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await administrator.PostForm($"/policies/{id}/edit", [.. Fields("Be **kind**!\n\nSay who you are and where."), ("Owner", "Olga Owner")])).StatusCode);
        await Release(administrator, id, address, 3);
        Assert.Contains("You know version 1.", await reader.Page(address), StringComparison.Ordinal);
        Assert.Matches("<ins>.*where", await reader.Page($"/policies/{id}/differences?from=1&to=3"));
        Assert.Contains("Rita Reader", await owner.Page($"/policies/{id}/report"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visitor_finds_no_policies_and_a_form_that_is_refused_keeps_what_was_typed()
    {
        using var visitor = site.Visitor();
        Assert.NotEqual(HttpStatusCode.OK, await visitor.Status("/policies"));

        using var administrator = await site.SignedIn("Ada Admin", Role.Administrator);
        var refused = await administrator.PostForm("/policies/new", [("Title", ""), ("Body", "Kept words."), ("EffectiveOn", "2099-01-01"), ("Kind", "Conduct")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Kept words.", await refused.Text(), StringComparison.Ordinal);
    }

    (string, string)[] Fields(string body) =>
        [("Title", "How we speak"), ("Kind", "SocialMedia"), ("Body", body), ("Summary", ""), ("EffectiveOn", site.Clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), ("Scope", "Networks | ours")];

    static async Task Release(HttpClient administrator, long id, string address, int version)
    {
        var page = await administrator.Page($"{address}?version={version}");
        var edition = Edition().Match(page).Groups[1].Value;
        Assert.Equal(HttpStatusCode.SeeOther, (await administrator.PostForm($"/policies/{id}/release", [("version", $"{version}"), ("edition", edition)], on: $"{address}?version={version}")).StatusCode);
    }

    [GeneratedRegex("name=\"edition\" value=\"(\\d+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Edition();
}
