using System.IO.Compression;
using System.Net;
using Community.Governance;
using Community.People.Retention;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Web.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Web.Tests.Privacy;

/// <summary>What is stored, said in plain words; what is one's own, handed out; leaving; rules and holds: by forms alone.</summary>
public sealed class PrivacyPageTests(RunningSite site) : IClassFixture<RunningSite>
{
    [Fact]
    public async Task Every_table_of_the_model_is_in_one_class_of_data_and_no_class_names_another()
    {
        using var scope = site.Services.CreateScope();
        var classes = await scope.ServiceProvider.GetRequiredService<DataClasses>().All(site.Clock.Now(), TestContext.Current.CancellationToken);
        var named = classes.SelectMany(one => one.Tables).ToList();
        var tables = scope.ServiceProvider.GetRequiredService<CommunityContext>().Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Distinct().ToList();

        Assert.Equal(tables.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
        Assert.All(classes, one => Assert.True(one is { What.Length: > 0, Why.Length: > 0, HowLong.Length: > 0, WhoSees.Length: > 0 }));
    }

    [Fact]
    public async Task Anybody_reads_what_is_stored_and_how_long_as_administrators_have_it()
    {
        using var visitor = site.Visitor();
        using var administrator = await site.SignedIn();
        using var other = await site.SignedIn("Olga Other");
        Assert.Contains("Nobody; the program itself", await visitor.Page("/privacy"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await other.Status("/admin/retention"));
        Assert.Equal(HttpStatusCode.NotFound, await visitor.Status("/account/data"));
        Assert.Equal(HttpStatusCode.NotFound, await visitor.Status("/account/leave"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.PostForm("/admin/retention", [("days[Notices]", "2")])).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await administrator.PostForm("/admin/retention", [("days[Notices]", "321"), ("days[Drafts]", "")])).StatusCode);
        Assert.Contains("321 days", await other.Page("/privacy"), StringComparison.Ordinal);
        Assert.Contains("value=\"321\"", await administrator.Page("/admin/retention"), StringComparison.Ordinal);
        Assert.Null(await site.Store.Read(db => db.ForgottenBefore(RetentionKind.Drafts, site.Clock.Now(), default)));
    }

    [Fact]
    public async Task Holds_are_put_on_and_ended_by_forms()
    {
        using var administrator = await site.SignedIn();
        await site.Person("Hanno Held");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.PostForm("/admin/holds", [("Kind", "person"), ("What", "Nobody At All"), ("Reason", "A court asked.")], on: "/admin/retention")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.PostForm("/admin/holds", [("Kind", "topic"), ("What", "that one"), ("Reason", "A court asked.")], on: "/admin/retention")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await administrator.PostForm("/admin/holds", [("Kind", "person"), ("What", "Hanno Held"), ("Reason", "A court asked.")], on: "/admin/retention")).StatusCode);
        Assert.Contains("Hanno Held", await administrator.Page("/admin/retention"), StringComparison.Ordinal);

        using var held = await site.SignedIn("Hanno Held");
        Assert.Contains("put your account on hold", await held.Page("/account/leave"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await held.PostForm("/account/leave", [("Password", RunningSite.Password), ("NameGone", "true")])).StatusCode);
        var id = await site.Store.Read(db => db.LegalHolds.Select(h => h.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.SeeOther, (await administrator.PostForm($"/admin/holds/{id}/end", [], on: "/admin/retention")).StatusCode);
        Assert.Contains("One that has ended", await administrator.Page("/admin/retention"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ones_own_data_comes_as_a_zip()
    {
        await site.Verb<MakeSpace>().Run(site.AdministratorId, "own", "Own", "", Tier.Institution);
        using var browser = await site.SignedIn("Doris Data");
        await site.Verb<StartTopic>().Run(await site.Person("Doris Data"), "own", TopicKind.Thread, "A title of mine", "The quokka sings.", []);

        var answer = await browser.PostForm("/account/data", []);

        Assert.Equal(("application/zip", "my-data.zip"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.FileName!.Trim('"')));
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        using var text = new StreamReader(zip.GetEntry("Revisions.json")!.Open());
        Assert.Contains("The quokka sings.", await text.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_leaves_under_a_neutral_name_is_signed_out_and_is_called_so_everywhere()
    {
        await site.Verb<MakeSpace>().Run(site.AdministratorId, "left-behind", "Left behind", "", Tier.Institution);
        var person = await site.Person("Vera Vanishes");
        var topic = await site.Verb<StartTopic>().Run(person, "left-behind", TopicKind.Thread, "What stays of us?", "The marmot knows.", []);
        using var browser = await site.SignedIn("Vera Vanishes");
        using var other = await site.SignedIn("Olga Other");
        Assert.Contains("Vera Vanishes", await other.Page($"/threads/{topic}/what-stays-of-us"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.PostForm("/account/leave", [("Password", "not it"), ("NameGone", "true")])).StatusCode);

        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostForm("/account/leave", [("Password", RunningSite.Password), ("NameGone", "true")])).StatusCode);
        await site.Quiet();

        Assert.Equal(HttpStatusCode.NotFound, await browser.Status("/account/data"));
        foreach (var surface in new[] { $"/threads/{topic}/what-stays-of-us", "/search?q=marmot", $"/people/{person}", "/spaces/left-behind", $"/topics/{topic}/feed.atom" })
            Assert.DoesNotContain("Vera", await (await other.GetAsync(new Uri(surface, UriKind.Relative))).Text(), StringComparison.Ordinal);
        Assert.Contains("Former member", await other.Page($"/threads/{topic}/what-stays-of-us"), StringComparison.Ordinal);
        Assert.DoesNotContain("marmot", await other.Page("/search?q=Vanishes"), StringComparison.Ordinal);
    }
}
