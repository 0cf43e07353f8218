using Community.Notes.Care;
using Community.Search;
using Community.Topics;

namespace Community.Tests.Search;

/// <summary>What is said of a note's care is what a search knows of it, from the next step on.</summary>
public sealed class NoteStateTests : IAsyncLifetime
{
    SearchVillage village = null!;

    public async ValueTask InitializeAsync() => village = await SearchVillage.Start(serving: false);

    public ValueTask DisposeAsync() => village.DisposeAsync();

    [Fact]
    public async Task The_words_for_states_follow_what_readers_and_stewards_say()
    {
        var note = (await village.Begin(TopicKind.Note, "How a parcel leaves", "<p>Weigh it.</p>")).Id;
        await village.CatchUp();
        Assert.Equal("verified", await States());

        await new SayStillTrue(village.Store, village.Guards, TimeProvider.System).Run(village.Jonas, note, Verdict.No, "The scales are gone.");
        await village.CatchUp();
        Assert.Equal("disputed", await States());

        await new OutdateNote(village.Store, village.Guards, TimeProvider.System).Run(village.Marta, note, "We send nothing more.");
        await village.CatchUp();
        Assert.Equal("outdated", await States());
        Assert.Contains((await village.Search("parcel")).Hits[0].Why, reason => reason.Kind == ReasonKind.Outdated);

        await new CheckNote(village.Store, village.Guards, TimeProvider.System).Run(village.Marta, note);
        await village.CatchUp();
        Assert.Equal("verified", await States());
        Assert.Contains((await village.Search("parcel")).Hits[0].Why, reason => reason.Kind == ReasonKind.Fresh);
    }

    [Fact]
    public async Task An_outdated_note_stands_below_a_like_one_that_holds()
    {
        var outdated = (await village.Begin(TopicKind.Note, "Parcels to Norway", "<p>The green form.</p>")).Id;
        var holds = (await village.Begin(TopicKind.Note, "Parcels to Norway", "<p>The green form.</p>")).Id;
        foreach (var (first, second) in new[] { (outdated, holds), (holds, outdated) })
        {
            await new OutdateNote(village.Store, village.Guards, TimeProvider.System).Run(village.Marta, second, "The form is white now.");
            await village.CatchUp();
            Assert.Equal([first, second], (await village.Search("green form norway")).Hits.Select(hit => hit.TopicId));
            await new ReviveNote(village.Store, TimeProvider.System).Run(village.Marta, second);
        }
    }

    async Task<string> States()
    {
        var found = new List<string>();
        foreach (var word in new[] { "verified", "due", "disputed", "outdated" })
            if ((await village.Search($"parcel is:{word}")).Total == 1) found.Add(word);
        return string.Join(' ', found);
    }
}
