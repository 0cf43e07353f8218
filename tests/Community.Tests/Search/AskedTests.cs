using Community.Events;
using Community.Search;
using Community.Search.Asked;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Search;

/// <summary>What is kept of searches.</summary>
public sealed class AskedTests
{
    [Fact]
    public async Task A_row_has_the_words_and_the_day_and_nothing_that_leads_to_a_person()
    {
        await using var village = await AskedVillage.Start();
        var key = await village.Look("  Wedding   LEAVE, “parental” ", village.Library.Jonas);
        await village.Write();

        var row = Assert.Single(await village.Rows());
        var columns = await village.Store.Read(db => Task.FromResult(db.Model.FindEntityType(typeof(AskedSearch))!.GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal).ToList()));
        Assert.Equal(["By", "Day", "Found", "Group", "Id", "IsNarrowed", "Position", "SpaceId", "Words"], columns);
        Assert.Equal((village.Clock.GetUtcNow().UtcDateTime.Date, "wedding leave, parental", "leav parent wed", 0, null, false, Asker.Staff, null), (row.Day, row.Words, row.Group, row.Found, row.SpaceId, row.IsNarrowed, row.By, row.Position));
        Assert.NotNull(key);
        var everything = string.Join('|', await village.Store.Read(db => db.Database.SqlQueryRaw<string>(
            """SELECT "Id" || '|' || "Day" || '|' || "Words" || '|' || "Group" || '|' || "Found" || '|' || "By" || '|' || COALESCE("SpaceId", 0) || '|' || COALESCE("Position", 0) AS "Value" FROM "AskedSearches" """).ToListAsync()));
        Assert.DoesNotContain(key, everything, StringComparison.Ordinal);
        Assert.DoesNotContain("jonas", everything, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, await village.Store.Read(db => db.Events.CountAsync(e => e.ActorId == village.Library.Jonas)));
    }

    [Fact]
    public async Task The_same_person_counts_once_a_day_and_somebody_else_again()
    {
        await using var village = await AskedVillage.Start();
        foreach (var text in new[] { "return slips", "the return slip", "slip return" }) await village.Look(text);
        await village.Look("return slip", village.Library.Jonas);
        await village.Write();
        Assert.Equal(2, (await village.Rows()).Count);

        village.Clock.Pass(TimeSpan.FromDays(1));
        await village.Look("return slip");
        await village.Write();
        var rows = await village.Rows();
        Assert.Equal(3, rows.Count);
        Assert.Single(rows.Select(row => row.Group).Distinct());
    }

    [Theory]
    [InlineData("marta.kolar@library.example"), InlineData("card 0049 30 1234567"), InlineData("Brandt sick leave"), InlineData("jonas BRANDT"), InlineData("kolar"), InlineData("   "), InlineData("kind:note"), InlineData("-without")]
    public async Task What_looks_like_a_person_or_has_no_words_is_not_kept(string text)
    {
        await using var village = await AskedVillage.Start();
        await village.Look(text, village.Library.Jonas);
        await village.Look("kept");
        await village.Write();

        Assert.Equal(["kept"], (await village.Rows()).Select(row => row.Words));
    }

    [Fact]
    public async Task The_first_result_that_was_opened_is_kept_also_when_the_row_is_written_already()
    {
        await using var village = await AskedVillage.Start();
        await village.Library.Ask("Return slips", "Where do they go?");
        var (before, after) = (await village.Look("return slips"), await village.Look("where slips", village.Library.Jonas));
        village.Lately.Open(before!, 3);
        await village.Write();
        village.Lately.Open(after!, 1);
        village.Lately.Open(after!, 7);
        village.Lately.Open("no such key", 1);
        await village.Write();

        Assert.Equal([("return slips", 3), ("where slips", 1)], (await village.Rows()).Select(row => (row.Words, row.Position)).OrderBy(row => row.Words, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Many_searches_are_one_transaction_and_a_flood_is_bounded()
    {
        await using var village = await AskedVillage.Start();
        await village.Library.CatchUp();
        var results = await village.Library.Search("anything");
        for (var i = 0; i < AskedLately.MostWaiting + 500; i++) await village.Look(results, $"searched thing{i / 100}x{i % 100}y");
        await village.Write();

        Assert.Equal(AskedLately.MostWaiting, await village.Store.Read(db => db.AskedSearches.CountAsync()));
    }

    [Fact]
    public async Task Searches_are_forgotten_after_thirteen_months_and_gaps_with_them()
    {
        await using var village = await AskedVillage.Start();
        await village.Miss("fax machine");
        var forget = new ForgetSearches(village.Store, village.Clock);
        village.Clock.Pass(TimeSpan.FromDays(390));
        Assert.Equal(0, await forget.Run());
        Assert.Equal(2, (await village.Rows()).Count);

        village.Clock.Pass(TimeSpan.FromDays(10));
        Assert.Equal(3, await forget.Run());
        Assert.Empty(await village.Rows());
        Assert.Empty(await village.Gaps());
    }

    [Fact]
    public async Task What_was_found_where_not_all_staff_read_is_not_noted()
    {
        await using var village = await AskedVillage.Start();
        await village.Library.Ask("Ochrelark", "ochrelark", village.Library.Works, village.Library.Jonas);
        Assert.Null(await village.Look("ochrelark", village.Library.Jonas));
        Assert.Null(await village.Look("ochrelark tape", village.Library.Jonas, new SearchRequest("", Kind: TopicKind.Question)));
        Assert.Null(await village.Look("anything", village.Library.Jonas, new SearchRequest("", Space: "works")));
        Assert.Null(await village.Look("space:works anything", village.Library.Jonas));
        Assert.NotNull(await village.Look("ochrelark"));
    }
}
