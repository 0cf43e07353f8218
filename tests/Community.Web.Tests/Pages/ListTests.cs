using System.Net;
using Community.Questions;
using Community.Topics;
using Community.Web.Tests.Gate;

namespace Community.Web.Tests.Pages;

[Collection(nameof(GateVillage))]
public sealed class ListTests(GateVillage village)
{
    [Theory]
    [InlineData("/questions?state=unanswered")]
    [InlineData("/spaces/gate-public?state=unanswered")]
    public async Task A_question_whose_accepted_answer_was_taken_back_is_unanswered_again(string list)
    {
        var title = "Unanswered again " + list.Length;
        var topic = await village.Start(GateVillage.Spaces[3], title, TopicKind.Question);
        var answer = await village.Verb<AddPost>().Run(village.IdOf("member"), topic, Part.Answer, null, "Like this.");
        await village.Verb<AcceptAnswer>().Run(village.IdOf("author"), topic, answer);
        Assert.DoesNotContain(title, await village["colleague"].Page(list), StringComparison.Ordinal);

        await village.Verb<WithdrawPost>().Run(village.IdOf("member"), answer);

        Assert.Contains(title, await village["colleague"].Page(list), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_is_paged_without_gap_or_double()
    {
        for (var i = 0; i < 65; i++) await village.Start(GateVillage.Spaces[2], $"Paged number {i:00}.");
        var seen = new List<string>();
        var pages = 0;
        for (string? path = "/spaces/gate-partners"; path is not null && pages < 10; pages++)
        {
            var page = await village["guest"].Page(path);
            seen.AddRange(Enumerable.Range(0, 65).Select(i => $"Paged number {i:00}.").Where(title => page.Contains(title, StringComparison.Ordinal)));
            var end = page.IndexOf("\" rel=\"next\"", StringComparison.Ordinal);
            path = end < 0 ? null : page[(page.LastIndexOf('"', end - 1) + 1)..end];
        }

        Assert.Equal(65, seen.Distinct().Count());
        Assert.Equal(65, seen.Count);
        // Other tests write in this space, too.
        Assert.InRange(pages, 3, 10);
    }

    [Fact]
    public async Task A_bookmark_shows_to_its_owner_only()
    {
        var topic = await village.Start(GateVillage.Spaces[3], "Kept for later");
        await village.Verb<BookmarkPost>().Run(village.IdOf("colleague"), await village.Opening(topic), true);

        Assert.Contains("Kept for later", await village["colleague"].Page("/bookmarks"), StringComparison.Ordinal);
        Assert.DoesNotContain("Kept for later", await village["member"].Page("/bookmarks"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await village[GateVillage.Visitor].Status("/bookmarks"));
    }
}
