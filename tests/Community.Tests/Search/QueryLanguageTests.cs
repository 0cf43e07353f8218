using Community.Questions;
using Community.Search;
using Community.Topics;

namespace Community.Tests.Search;

/// <summary>One small index, asked in many ways: who runs this reads what each operator does.</summary>
public sealed class QueryLanguageTests : IAsyncLifetime
{
    SearchVillage village = null!;

    public async ValueTask InitializeAsync()
    {
        village = await SearchVillage.Start(serving: false);
        var answered = await village.Ask("Parcels to Norway", "Which form goes on a parcel?", null, null, "customs");
        var answer = await village.Reply(answered.Id, "The short green form. A shipment needs no more.");
        await new AcceptAnswer(village.Store, TimeProvider.System).Run(village.Marta, answered.Id, answer.Id);
        var waiting = await village.Ask("Parcel lost in Bergen", "Who pays for a lost volume?");
        await village.Reply(waiting.Id, "We do, says the parcel service.", village.Marta);
        await village.Ask("Shipment insurance", "Is a shipment insured?", null, village.Jonas);
        var closed = await village.Begin(TopicKind.Thread, "Parcel scales", "<p>The scales are broken.</p>");
        await village.Change(closed.Id, t => t.Close(Outcome.Decided, "New ones.", village.Marta, DateTime.UtcNow));
        await village.Begin(TopicKind.Note, "How a parcel leaves", "<p>Weigh it.</p>");
        var old = await village.Begin(TopicKind.Note, "Parcel stamps of old", "<p>Stamps.</p>");
        await village.Age(old.Id, 800);
        await village.Ask("Works council parcel", "secret", village.Works, village.Jonas);
        await village.CatchUp();
    }

    public ValueTask DisposeAsync() => village.DisposeAsync();

    [Theory]
    [InlineData("parcel OR shipment", "How a parcel leaves|Parcel lost in Bergen|Parcel scales|Parcel stamps of old|Parcels to Norway|Shipment insurance")]
    [InlineData("norway OR \"lost volume\"", "Parcel lost in Bergen|Parcels to Norway")]
    [InlineData("parcel -norway -lost", "How a parcel leaves|Parcel scales|Parcel stamps of old")]
    [InlineData("parcel -kind:note", "Parcel lost in Bergen|Parcel scales|Parcels to Norway")]
    [InlineData("parcel kind:note kind:thread", "How a parcel leaves|Parcel scales|Parcel stamps of old")]
    [InlineData("shipment in:title", "Shipment insurance")]
    [InlineData("in:title form", "")]
    [InlineData("customs in:title", "Parcels to Norway")]
    [InlineData("parcel is:answered", "Parcels to Norway")]
    [InlineData("parcel has:accepted", "Parcels to Norway")]
    [InlineData("is:unanswered", "Shipment insurance")]
    [InlineData("parcel is:closed", "Parcel scales")]
    [InlineData("parcel is:open kind:question", "Parcel lost in Bergen")]
    [InlineData("parcel -is:open", "Parcel scales|Parcels to Norway")]
    [InlineData("parcel is:verified", "How a parcel leaves")]
    [InlineData("is:due", "Parcel stamps of old")]
    [InlineData("is:outdated", "")]
    [InlineData("is:disputed", "")]
    [InlineData("shipment by:brandt", "Parcels to Norway|Shipment insurance")]
    [InlineData("by:\"Jonas Brandt\" insured", "Shipment insurance")]
    [InlineData("parcel by:me -kind:note", "Parcel lost in Bergen|Parcel scales|Parcels to Norway")]
    [InlineData("shipment -by:jonas", "")]
    [InlineData("parcel before:\"1 year\"", "Parcel stamps of old")]
    [InlineData("stamps OR scales after:2 months", "Parcel scales")]
    [InlineData("parcel before:1999", "")]
    [InlineData("parcel tag:customs", "Parcels to Norway")]
    [InlineData("kind:question -tag:customs", "Parcel lost in Bergen|Shipment insurance")]
    [InlineData("parcel space:works", "")]
    public async Task Operators_narrow(string typed, string titles) =>
        Assert.Equal(titles, string.Join('|', (await village.Search(typed)).Hits.Select(hit => hit.Title).Order(StringComparer.Ordinal)));

    [Theory]
    [InlineData("OR parcel"), InlineData("parcel OR"), InlineData("is:strange parcel"), InlineData("before:soon parcel"), InlineData("after: parcel"), InlineData("in:body parcel")]
    [InlineData("has:wings parcel"), InlineData("parcel OR OR OR"), InlineData("by: parcel"), InlineData("after:99999999 parcel"), InlineData("after:9999y parcel"), InlineData("-before:1999 parcel")]
    public async Task What_is_no_operator_is_text(string typed) => Assert.Contains((await village.Search(typed)).Hits, hit => hit.Title == "Parcels to Norway");

    [Fact]
    public async Task Facets_count_what_choosing_them_shows()
    {
        var all = await village.Search("parcel shipment", village.Jonas);
        foreach (var state in all.Facets.State) Assert.Equal(state.Count, (await village.Search("parcel shipment", village.Jonas, new SearchRequest("") { State = Enum.Parse<StateWord>(state.Value, true) })).Total);
        foreach (var author in all.Facets.Author) Assert.Equal(author.Count, (await village.Search("parcel shipment", village.Jonas, new SearchRequest("") { Author = long.Parse(author.Value, null) })).Total);
        foreach (var year in all.Facets.Year) Assert.Equal(year.Count, (await village.Search("parcel shipment", village.Jonas, new SearchRequest("") { Year = int.Parse(year.Value, null) })).Total);
        foreach (var space in all.Facets.Space) Assert.Equal(space.Count, (await village.Search("parcel shipment", village.Jonas, new SearchRequest("", Space: space.Value))).Total);
        foreach (var tag in all.Facets.Tag) Assert.Equal(tag.Count, (await village.Search("parcel shipment", village.Jonas, new SearchRequest("", Tag: tag.Value))).Total);
        Assert.Equal(["answered", "closed", "due", "open", "unanswered", "verified"], all.Facets.State.Select(state => state.Value).Order(StringComparer.Ordinal));

        var chosen = await village.Search("parcel shipment", village.Jonas, new SearchRequest("") { Author = village.Jonas });
        Assert.Equal(all.Facets.Author, chosen.Facets.Author);
        Assert.True(chosen.Total < all.Total);
    }

    [Fact]
    public async Task Where_nothing_fits_it_says_what_to_leave_out()
    {
        var found = await village.Search("\"green stamps\" is:closed parcel");
        Assert.Equal(0, found.Total);
        Assert.Equal(["\"green stamps\"", ""], found.Looser.Select(looser => looser.Without));
        foreach (var looser in found.Looser) Assert.Equal(looser.Total, (await village.Search(looser.Request.Text, null, looser.Request)).Total);
    }

    [Fact]
    public async Task A_hit_says_why_it_stands_there()
    {
        var hits = (await village.Search("green form norway")).Hits;
        Assert.Equal("Parcels to Norway", hits[0].Title);
        Assert.Contains(hits[0].Why, reason => reason is { Kind: ReasonKind.Accepted, Text: "Jonas Brandt" });
        Assert.Contains(hits[0].Why, reason => reason is { Kind: ReasonKind.InTitle, Text: "norway" });
        Assert.Equal(1, hits[0].MorePosts);

        var notes = (await village.Search("parcel kind:note")).Hits;
        Assert.Equal(["How a parcel leaves", "Parcel stamps of old"], notes.Select(hit => hit.Title));
        Assert.Contains(notes[0].Why, reason => reason.Kind == ReasonKind.Written);
        Assert.Contains(notes[1].Why, reason => reason.Kind == ReasonKind.Stale);
        Assert.Contains((await village.Search("scales norway")).Hits[0].Why, reason => reason.Kind == ReasonKind.Lacks);
    }

    [Fact]
    public async Task More_from_a_topic_is_its_fitting_posts_behind_the_gate()
    {
        var topicId = (await village.Search("green form")).Hits[0].TopicId;
        Assert.Equal(2, (await village.InTopic("form", topicId, village.Marta)).Count);

        var works = (await village.Search("works council", village.Jonas)).Hits[0].TopicId;
        Assert.Single(await village.InTopic("secret", works, village.Jonas));
        Assert.Empty(await village.InTopic("secret", works, village.Marta));
    }
}
