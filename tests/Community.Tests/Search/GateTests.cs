using Community.Governance;
using Community.People;
using Community.Search;
using Community.Spaces;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Search;

public sealed class GateTests
{
    const string Canary = "xanthophyll";

    [Fact]
    public async Task A_private_word_is_found_by_members_and_by_nobody_else()
    {
        await using var village = await SearchVillage.Start(serving: false);
        await village.Ask("Rota " + Canary, "Secret " + Canary, village.Works, village.Jonas, Canary);
        await village.Ask("Open", "Nothing here.");
        await village.CatchUp();

        foreach (var query in new[] { Canary, "rota", $"tag:{Canary}", $"\"secret {Canary}\"", "space:works", "-nothing" })
        {
            Assert.Equal(1, (await village.Search(query, village.Jonas)).Hits.Count(hit => hit.Title.StartsWith("Rota", StringComparison.Ordinal)));
            Assert.Equal(1, (await village.Search(query, village.Rosa)).Hits.Count(hit => hit.Title.StartsWith("Rota", StringComparison.Ordinal)));
            foreach (var outsider in new[] { await village.Search(query, village.Marta), await village.Search(query, village.Hana), await village.SearchAsNobody(query) })
            {
                Assert.Equal(0, outsider.Total);
                Assert.Empty(outsider.Hits);
                Assert.Equal("", string.Concat(All(outsider.Facets).Select(facet => facet.Value)));
            }
        }
    }

    [Fact]
    public async Task A_lost_right_counts_at_once()
    {
        await using var village = await SearchVillage.Start(serving: false);
        await village.Ask("Rota", Canary, village.Works, village.Jonas);
        await village.Ask("Desk", Canary);
        await village.CatchUp();
        Assert.Equal(2, (await village.Search(Canary, village.Jonas)).Total);

        await village.Alter(db => db.UnitMemberships.ExecuteDeleteAsync());
        Assert.Equal(1, (await village.Search(Canary, village.Jonas)).Total);

        await village.Alter(async db =>
        {
            (await db.Spaces.SingleAsync(s => s.Id == village.Desk)).Recharter("Desk", "", Tier.Unit, null, DateTime.UtcNow);
        });
        Assert.Equal(0, (await village.Search(Canary, village.Jonas)).Total);
        Assert.Equal(0, (await village.SearchAsNobody(Canary)).Total);
    }

    [Fact]
    public async Task A_stale_index_shows_nothing_that_was_taken_back_moved_or_changed()
    {
        await using var village = await SearchVillage.Start(serving: false);
        var withdrawn = await village.Ask("First", Canary);
        var moved = await village.Ask("Second", Canary);
        var changed = await village.Ask("Third", Canary);
        var kept = await village.Ask("Fourth", "Nothing.");
        var reply = await village.Reply(kept.Id, Canary);
        await village.CatchUp();
        Assert.Equal(4, (await village.Search(Canary)).Hits.Count);
        await village.Change(kept.Id, (t, db) => db.Add(t.Posts.Single(p => p.Id == reply.Id).Withdraw(village.Jonas, DateTime.UtcNow)));
        await village.Change(withdrawn.Id, (t, db) => db.Add(t.Posts[0].Withdraw(village.Marta, DateTime.UtcNow)));
        await village.Change(moved.Id, t => t.MoveTo(village.Works, village.Rosa, DateTime.UtcNow));
        await village.Change(changed.Id, t => t.Posts[0].Revise(SearchVillage.Text("<p>Corrected.</p>"), village.Marta, "", 1, DateTime.UtcNow));

        var hit = Assert.Single((await village.Search(Canary)).Hits);
        Assert.Equal(("Third", "Corrected."), (hit.Title, hit.ExcerptHtml));
    }

    [Fact]
    public async Task Quoted_words_belong_to_the_post_they_came_from()
    {
        await using var village = await SearchVillage.Start(serving: false);
        await village.Begin(TopicKind.Thread, "Quoting", $"""<blockquote class="quote" data-post="1" data-rev="1"><blockquote><p>inner</p></blockquote><p>{Canary}</p></blockquote><p>Agreed entirely.</p>""");
        await village.CatchUp();

        Assert.Equal(0, (await village.Search(Canary)).Total);
        Assert.Equal("<mark>Agreed</mark> entirely.", (await village.Search("agreed")).Hits.Single().ExcerptHtml);
    }

    [Fact]
    public async Task People_are_found_by_those_who_are_signed_in()
    {
        await using var village = await SearchVillage.Start(serving: false);
        await village.CatchUp();

        Assert.Equal("Marta Kolár", (await village.Search("kolar", village.Hana)).People.Single().Name);
        Assert.Equal(village.Marta, (await village.Search("customs")).People.Single().Id);
        Assert.Equal(village.Jonas, (await village.Search("works")).People.Single().Id);
        Assert.Empty((await village.SearchAsNobody("kolar")).People);

        await village.Alter(async db =>
        {
            (await db.People.SingleAsync(p => p.Id == village.Marta)).Close(null, DateTime.UtcNow);
        });
        Assert.Empty((await village.Search("kolar", village.Jonas)).People);
        await village.CatchUp();
        Assert.True((await village.Check()).IsRight);
    }

    static IEnumerable<Facet> All(SearchFacets facets) => [.. facets.Kind, .. facets.Space, .. facets.Tag, .. facets.Author, .. facets.State];
}
