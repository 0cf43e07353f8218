using Community.Experts;
using Community.Notes;
using Community.Questions.Finding;
using Community.Tests.Search;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Experts;

/// <summary>What answered others before they had to ask speaks for those who wrote and keep it.</summary>
public sealed class FindEvidenceTests
{
    [Fact]
    public async Task Of_two_who_wrote_the_same_the_one_comes_first_whose_note_was_found()
    {
        await using var village = await SearchVillage.Start(serving: false);
        var found = await village.Begin(TopicKind.Note, "Sending customs forms", "<p>In a pouch.</p>", by: village.Hana);
        await village.Begin(TopicKind.Note, "Sending customs forms", "<p>In a pouch.</p>", by: village.Rosa);
        await village.CatchUp();
        Assert.Equal("Rosa, Hana", await village.NamesOf("customs forms", village.Marta));

        await Find(village, village.Jonas, found);
        await Find(village, village.Marta, found);
        var people = await village.WhoKnows("customs forms", village.Marta);
        Assert.Equal(["Hana", "Rosa"], people.Select(person => person.Name.Split(' ')[0]));
        Assert.Equal(1, people[0].Counts[EvidenceKind.Found]);
        Assert.Contains(people[0].Evidence, one => one.Why == "answered somebody before they had to ask");
    }

    [Fact]
    public async Task What_somebody_found_of_the_own_shows_nothing_and_what_was_taken_back_neither()
    {
        await using var village = await SearchVillage.Start(serving: false);
        var note = await village.Begin(TopicKind.Note, "Sending customs forms", "<p>In a pouch.</p>", by: village.Hana);
        await village.CatchUp();
        await Find(village, village.Hana, note);
        var back = await Find(village, village.Jonas, note);
        await new TakeBackFind(village.Store, TimeProvider.System).Run(village.Jonas, back);
        Assert.Equal(["practice note"], (await village.WhoKnows("customs forms", village.Marta)).Single().Evidence.Select(one => one.Why));
    }

    [Fact]
    public async Task Whoever_keeps_the_note_gets_the_credit_too()
    {
        await using var village = await SearchVillage.Start(serving: false);
        var note = await village.Begin(TopicKind.Note, "Sending customs forms", "<p>In a pouch.</p>", by: village.Hana);
        await village.Store.Write(async db =>
        {
            db.NoteStewardships.Add(new NoteStewardship(await db.Topics.SingleAsync(t => t.Id == note.Id), village.Rosa, DateTime.UtcNow));
            await db.SaveChangesAsync();
        });
        await village.CatchUp();
        await Find(village, village.Jonas, note);
        Assert.Equal("Hana, Rosa", await village.NamesOf("customs forms", village.Marta));
    }

    static async Task<long> Find(SearchVillage village, long person, Topic note) => await new FindAnswer(village.Store, TimeProvider.System).Run(person, note.Id, "Where do customs forms go?");
}
