using Community.Glossary;
using Community.Search;

namespace Community.Tests.Search;

/// <summary>A glossary lets words be found by what else they are called, for those who may read it.</summary>
public sealed class WidenedTests
{
    [Fact]
    public async Task A_term_is_found_by_its_synonym_and_the_other_way_round_after_its_own_words()
    {
        await using var village = await SearchVillage.Start(serving: false);
        var shortly = await village.Ask("Fees of ILL", "What does ILL cost?");
        var written = await village.Ask("Fees of an interlibrary loan", "Who pays?");
        await village.Ask("A loan of chairs", "For the library.");
        await village.Define(village.Marta, null, TermText.Of("ILL", "Lending between libraries.", ["interlibrary loan"]));
        await village.CatchUp();

        var byTerm = (await village.Search("ILL")).Hits;
        Assert.Equal([shortly.Id, written.Id], byTerm.Select(hit => hit.TopicId));
        Assert.Contains(byTerm[1].Why, reason => reason is { Kind: ReasonKind.AlsoSaid, Text: "interlibrary loan" });
        Assert.Equal(written.Id, (await village.Search("interlibrary loan")).Hits[0].TopicId);
        Assert.Contains((await village.Search("interlibrary loan")).Hits, hit => hit.TopicId == shortly.Id);
    }

    [Fact]
    public async Task A_term_of_a_space_widens_nothing_for_who_may_not_read_there()
    {
        await using var village = await SearchVillage.Start(serving: false);
        await village.Ask("Zephyr", "A wind.");
        await village.Define(village.Jonas, "works", TermText.Of("Nightingale", "Moving house.", ["zephyr"]));
        await village.CatchUp();

        Assert.Single((await village.Search("Nightingale", village.Jonas)).Hits);
        Assert.Empty((await village.Search("Nightingale", village.Marta)).Hits);
    }
}
