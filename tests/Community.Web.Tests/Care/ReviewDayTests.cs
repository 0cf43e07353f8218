using Community.Governance;
using Community.Notes.Care;
using Community.Spaces;
using Community.Topics;

namespace Community.Web.Tests.Care;

/// <summary>The clock passes the day of a review: on a site of its own, because all sessions grow old with it.</summary>
public sealed class ReviewDayTests
{
    [Fact]
    public async Task The_day_passes_and_the_note_is_due_on_its_page_in_lists_in_search_and_among_the_notices()
    {
        await using var site = await RunningSite.Start();
        await site.Verb<MakeSpace>().Run(null, "desk", "Desk", "", Tier.Public);
        var note = await site.Verb<StartTopic>().Run(await site.Person("Nora Keeper"), "desk", TopicKind.Note, "How the desk closes", "Lights last.", []);
        await site.Verb<TendNotes>().Run();
        Assert.Contains("Verified", await site.Visitor().Page("/notes"), StringComparison.Ordinal);

        site.Clock.Forward(TimeSpan.FromDays(370));
        for (var hour = 0; hour < 2; hour++) await site.Verb<RemindStewards>().Run();
        var nora = await site.SignedIn("Nora Keeper");
        await site.Quiet();
        foreach (var path in new[] { "/notes", $"/notes/{note}/how-the-desk-closes", "/due", "/search?q=is:due" }) Assert.Contains("How the desk closes", await nora.Page(path), StringComparison.Ordinal);
        Assert.Contains("Due for review", await nora.Page("/notes"), StringComparison.Ordinal);
        Assert.Contains("Due for review", await site.Visitor().Page($"/notes/{note}/how-the-desk-closes"), StringComparison.Ordinal);
        Assert.Contains("Due since", await nora.Page("/due"), StringComparison.Ordinal);
        Assert.Single((await nora.Page("/notifications")).Split("Its review is due").Skip(1));

        await nora.PostForm($"/topics/{note}/check", [("due", "true")], "/due");
        Assert.Contains("Nothing is due", await nora.Page("/due"), StringComparison.Ordinal);
        Assert.Contains("Verified", await site.Visitor().Page("/notes"), StringComparison.Ordinal);
    }
}
