namespace Community.Tests.Search;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("interlibary loan", "interlibrary loan")]
    [InlineData("custmos", "customs")]
    [InlineData("Custmos parcles", "Customs parcels")]
    [InlineData("\"interlibary loan\" -vuocher kind:question", "\"interlibrary loan\" -vuocher kind:question")]
    [InlineData("tag:custmos parcles space:\"dekz\"", "tag:custmos parcels space:\"dekz\"")]
    [InlineData("inter library", "interlibrary")]
    [InlineData("interlibraryloan", "interlibrary loan")]
    [InlineData("Who  pays for custmos, really?", "Who  pays for customs, really?")]
    [InlineData("INTERLIBARY", "INTERLIBRARY")]
    public async Task What_is_misspelt_is_offered_as_posts_have_it(string typed, string meant)
    {
        await using var village = await Lending();

        Assert.Equal(meant, await village.Meant(typed));
        Assert.True((await village.Search(meant)).Total > 0 || typed.Contains("tag:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("interlibrary loans"), InlineData("loaned"), InlineData("kolar"), InlineData("Z39.5 parcel"), InlineData("ILK parcel"), InlineData("custms4"), InlineData("carcelLoan"), InlineData("xylophone"), InlineData("or"), InlineData("tag:custmos"), InlineData("-custmos"), InlineData("")]
    public async Task What_is_there_or_is_no_word_stays_as_it_was_typed(string typed)
    {
        await using var village = await Lending();

        Assert.Null(await village.Meant(typed));
    }

    [Fact]
    public async Task The_word_that_stands_beside_the_others_wins_over_the_more_frequent()
    {
        await using var village = await SearchVillage.Start(serving: false);
        for (var i = 0; i < 8; i++) await village.Ask($"Note {i}", "A shelf with a form.");
        await village.Ask("Microfilm", "The microfilm ford.");
        await village.CatchUp();

        Assert.Equal("form", await village.Meant("forn"));
        Assert.Equal("shelf form", await village.Meant("shelf forn"));
        Assert.Equal("microfilm ford", await village.Meant("microfilm forz"));
    }

    [Fact]
    public async Task A_rare_slip_beside_a_common_word_is_offered_and_a_word_of_its_own_is_not()
    {
        await using var village = await SearchVillage.Start(serving: false);
        for (var i = 0; i < 24; i++) await village.Ask($"Topic {i}", "The catalogue of parcels.");
        await village.Ask("Slip", "The catalouge.");
        await village.CatchUp();

        Assert.Equal("catalogue", await village.Meant("catalouge"));
        Assert.Equal(1, (await village.Search("catalouge")).Total);
        Assert.Null(await village.Meant("catalogue"));
    }

    static async Task<SearchVillage> Lending()
    {
        var village = await SearchVillage.Start(serving: false);
        await village.Ask("Interlibrary loan to Norway", "An interlibrary loan is a loan; who pays for customs and parcels?", tags: "lending");
        await village.Ask("Library", "Parcels of the library go by van, says ILL. Z39.50 is a protocol.");
        await village.CatchUp();
        return village;
    }
}
