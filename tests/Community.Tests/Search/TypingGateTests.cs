using Community.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Search;

/// <summary>A word, a subject or a title is offered only to who may read a post with it.</summary>
public sealed class TypingGateTests
{
    const string Canary = "xanthophyll", Misspelt = "xantophyll", Turned = "xanthohpyll";

    /// <summary>Words that complete, a title, a subject, and what is meant by the three that are misspelt.</summary>
    static readonly string[] Everything = ["completed xanthophyll", "completed xanthophyll-tag", "topic", "subject xanthophyll-tag", "meant xanthophyll", "meant xanthophyll", "meant xanthophyll"];

    [Fact]
    public async Task A_private_word_is_offered_to_members_and_to_nobody_else()
    {
        await using var village = await SearchVillage.Start(serving: false);
        await village.Ask("Rota " + Canary, $"The {Canary} rota.", village.Works, village.Jonas, Canary + "-tag");
        await village.Ask("The rota", "Open to all.");
        await village.CatchUp();

        foreach (var member in new[] { village.Jonas, village.Rosa }) Assert.Equal(Everything, await Offered(village, member));
        foreach (var outsider in new[] { village.Marta, village.Hana, 0 }) Assert.Empty(await Offered(village, outsider));
        Assert.Single((await village.Typed("rota", village.Hana)).Topics);
    }

    [Fact]
    public async Task What_nobody_published_or_was_taken_back_or_edited_away_is_offered_to_nobody()
    {
        await using var village = await SearchVillage.Start(serving: false);
        var withdrawn = await village.Ask("First " + Canary, Canary, tags: Canary + "-tag");
        var edited = await village.Ask("Second", Canary);
        var replied = await village.Ask("Third", "Nothing.");
        var reply = await village.Reply(replied.Id, Canary);
        await village.CatchUp();
        Assert.Equal(Everything, await Offered(village, village.Marta));

        await village.Change(withdrawn.Id, (t, db) => db.Add(t.Posts[0].Withdraw(village.Marta, DateTime.UtcNow)));
        await village.Change(edited.Id, t => t.Posts[0].Revise(SearchVillage.Text("<p>Corrected.</p>"), village.Marta, "", 1, DateTime.UtcNow));
        await village.Change(replied.Id, (t, db) => db.Add(t.Posts.Single(p => p.Id == reply.Id).Withdraw(village.Jonas, DateTime.UtcNow)));
        await village.CatchUp();

        foreach (var reader in new[] { village.Marta, village.Jonas, village.Rosa, 0 }) Assert.Empty(await Offered(village, reader));
    }

    [Fact]
    public async Task A_word_that_was_edited_away_is_offered_no_more()
    {
        await using var village = await SearchVillage.Start(serving: false);
        var edited = await village.Ask("First", $"{Canary} {Canary}-tag");
        await village.Ask("Second", "Nothing.");
        await village.CatchUp();
        Assert.Equal(Everything.Where(said => said is not "topic" && !said.StartsWith("subject", StringComparison.Ordinal)), await Offered(village, village.Marta));

        await village.Change(edited.Id, t => t.Posts[0].Revise(SearchVillage.Text("<p>Corrected.</p>"), village.Marta, "", 1, DateTime.UtcNow));
        await village.CatchUp();
        Assert.Empty(await Offered(village, village.Marta));
    }

    [Fact]
    public async Task An_index_that_is_behind_offers_nothing_of_what_was_taken_back_or_moved()
    {
        await using var village = await SearchVillage.Start(serving: false);
        var withdrawn = await village.Ask("First " + Canary, Canary, tags: Canary + "-tag");
        await village.CatchUp();
        Assert.Equal(Everything, await Offered(village, village.Hana));

        await village.Change(withdrawn.Id, t => t.MoveTo(village.Works, village.Rosa, DateTime.UtcNow));
        Assert.Empty(await Offered(village, village.Hana));
        Assert.Equal(Everything, await Offered(village, village.Jonas));
        await village.Change(withdrawn.Id, (t, db) => db.Add(t.Posts[0].Withdraw(village.Marta, DateTime.UtcNow)));
        Assert.Empty(await Offered(village, village.Jonas));
    }

    [Fact]
    public async Task A_lost_right_counts_at_once_and_what_is_taken_back_within_a_second()
    {
        await using var village = await SearchVillage.Start();
        var topic = await village.Ask("Desk " + Canary, Canary, tags: Canary + "-tag");
        await village.Within(5, Canary, results => results.Total == 1);
        await village.Ask("Works " + Canary, Canary, village.Works, village.Jonas, Canary + "-tag");
        await village.Within(5, Canary, results => results.Total == 2, village.Jonas);
        await village.Change(topic.Id, (t, db) => db.Add(t.Posts[0].Withdraw(village.Marta, DateTime.UtcNow)));
        await Task.Delay(1_000, TestContext.Current.CancellationToken);

        Assert.Empty(await Offered(village, village.Marta));
        Assert.Equal(Everything, await Offered(village, village.Jonas));
        await village.Alter(db => db.UnitMemberships.ExecuteDeleteAsync());
        Assert.Empty(await Offered(village, village.Jonas));
    }

    [Fact]
    public async Task Where_many_hidden_posts_have_a_word_the_one_in_sight_still_counts_and_the_others_never_do()
    {
        await using var village = await SearchVillage.Start(serving: false);
        for (var i = 0; i < 40; i++) await village.Ask($"Works {i}", "zebrafinch zebralike zebramussel zebrawood", village.Works, village.Jonas);
        await village.Ask("Desk", "zebracrossing");
        await village.CatchUp();

        Assert.Equal(["zebracrossing"], (await village.Typed("zebr", village.Hana)).Completions);
        Assert.Equal(["zebrafinch", "zebralike", "zebramussel"], (await village.Typed("zebr", village.Jonas)).Completions);
        Assert.Null(await village.Meant("zebrafinhc", village.Hana));
        Assert.Equal("zebrafinch", await village.Meant("zebrafinhc", village.Jonas));
    }

    [Fact]
    public async Task A_joined_word_that_is_out_of_sight_brings_no_topic_with_one_of_its_parts_and_marks_none()
    {
        await using var village = await SearchVillage.Start(serving: false);
        await village.Ask("Rota", "Of xanthophyll-slips, and of organizing.", village.Works, village.Jonas, "xanthium-slips");
        await village.Ask("Slips", "How to fill in slips.");
        await village.Ask("The organ", "It plays.");
        await village.Ask("Xanthium and slips", "A plant.");
        await village.CatchUp();

        Assert.Empty((await village.Typed("xanthop", village.Hana)).Topics);
        Assert.Empty((await village.Typed("organi", village.Hana)).Topics);
        Assert.Equal("<mark>Xanthium</mark> and slips", Assert.Single((await village.Typed("xanth", village.Hana)).Topics).TitleHtml);
        Assert.Single((await village.Typed("xanthop", village.Jonas)).Topics);
        Assert.Single((await village.Typed("organi", village.Jonas)).Topics);
    }

    /// <summary>Everything that is offered to this reader and says the word.</summary>
    static async Task<List<string>> Offered(SearchVillage village, long reader)
    {
        var found = await village.Typed("xantho", reader);
        List<string> said =
        [
            .. found.Completions.Where(Says).Select(word => "completed " + word), .. found.Topics.Concat(found.Notes).Where(topic => Says(topic.Title)).Select(_ => "topic"),
            .. found.Tags.Where(Says).Select(tag => "subject " + tag),
        ];
        foreach (var typed in new[] { Misspelt, Turned, "xantho phyll" })
            if (await village.Meant(typed, reader) is { } meant && Says(meant)) said.Add("meant " + meant);

        return said;
    }

    static bool Says(string text) => text.Contains(Canary, StringComparison.Ordinal);
}
