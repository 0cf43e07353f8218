using System.Diagnostics;
using Community.Topics;

namespace Community.Tests.Search;

public sealed class WhileTypingTests
{
    [Fact]
    public async Task A_beginning_finds_topics_notes_people_and_subjects()
    {
        await using var village = await SearchVillage.Start(serving: false);
        var question = await village.Ask("Who pays when customs charges?", "The borrower did.", tags: ["customs-forms", "costs"]);
        var note = await village.Begin(TopicKind.Note, "Parcels through customs", "<p>Send the form.</p>");
        var text = await village.Ask("Norway", "The customs office rang.");
        await village.CatchUp();

        var found = await village.Typed("custo");
        Assert.Equal([note.Id], found.Notes.Select(topic => topic.Id));
        Assert.Equal([question.Id, text.Id], found.Topics.Select(topic => topic.Id));
        Assert.Equal("Who pays when <mark>customs</mark> charges?", found.Topics[0].TitleHtml);
        Assert.Equal(["customs-forms"], found.Tags);
        Assert.Equal(["customs-forms"], (await village.Typed("for")).Tags);
        Assert.Equal([village.Marta], (await village.Typed("kol")).People.Select(person => person.Id));
        Assert.Equal([village.Marta], (await village.Typed("marta ko", village.Hana)).People.Select(person => person.Id));
        Assert.Empty((await village.Typed("kol", 0)).People);
        Assert.Equal([question.Id], (await village.Typed("who pays when cus")).Topics.Select(topic => topic.Id));
        Assert.Equal([question.Id], (await village.Typed("charge customs ")).Topics.Select(topic => topic.Id));
    }

    [Theory]
    [InlineData("catalogui"), InlineData("cataloguing"), InlineData("cataloguing microfi"), InlineData("microfilms cat")]
    public async Task No_letter_more_loses_the_topic(string typed)
    {
        await using var village = await SearchVillage.Start(serving: false);
        var topic = await village.Ask("Cataloguing a microfilm", "How?");
        await village.CatchUp();

        for (var length = 3; length <= typed.Length; length++) Assert.Equal([topic.Id], (await village.Typed(typed[..length])).Topics.Select(found => found.Id));
    }

    [Fact]
    public async Task Words_are_completed_as_they_are_written_the_more_frequent_first_and_beside_the_word_before()
    {
        await using var village = await SearchVillage.Start(serving: false);
        await village.Ask("One", "Libraries lend.");
        await village.Ask("Two", "The librarian lends through libraries; see Z39.50 and e-books.");
        await village.Ask("Three", "Interlibrary loans of libraries are slow.");
        await village.Ask("Four", "Long ago, lorries came.");
        await village.CatchUp();

        Assert.Equal(["libraries", "librarian"], (await village.Typed("libra")).Completions);
        Assert.Equal(["Through libraries"], (await village.Typed("Through libra")).Completions);
        Assert.Equal(["interlibrary loans"], (await village.Typed("interlibrary lo")).Completions);
        Assert.Equal(["\"interlibrary loans"], (await village.Typed("\"interlibrary lo")).Completions);
        Assert.Equal(["e-books"], (await village.Typed("e-b")).Completions);
        Assert.Empty((await village.Typed("tag:libra")).Completions);
        Assert.Empty((await village.Typed("-libra")).Completions);
        Assert.Empty((await village.Typed("l")).Completions);
    }

    [Fact]
    public async Task Titles_that_begin_so_come_first_then_the_newer()
    {
        await using var village = await SearchVillage.Start(serving: false);
        var old = await village.Ask("Which form for customs?", "a");
        var begins = await village.Ask("Customs and parcels", "b");
        var newer = await village.Ask("The forms of customs", "c");
        await village.CatchUp();

        Assert.Equal([begins.Id, newer.Id, old.Id], (await village.Typed("cus")).Topics.Select(topic => topic.Id));
    }

    [Theory]
    [InlineData("*a*"), InlineData("((((((((((a"), InlineData("a\0b\u0007"), InlineData("\ud83d custo\udc00"), InlineData("\"\"\"\""), InlineData("kind:"), InlineData("tag:\"a"), InlineData("AND OR NOT ["), InlineData("…"), InlineData("ﬀﬀ ß İ")]
    public async Task Whatever_is_typed_is_answered(string text)
    {
        await using var village = await SearchVillage.Start(serving: false);
        await village.Ask("Customs", "Customs for all.", tags: "customs");
        await village.CatchUp();

        await village.Typed(text);
        await village.Meant(text);
    }

    [Fact]
    public async Task However_much_is_typed_it_is_answered_soon()
    {
        await using var village = await SearchVillage.Start(serving: false);
        for (var i = 0; i < 20; i++) await village.Ask($"Customs form {i}", "The customs office wants customs forms and the parcels.", tags: "customs");
        await village.CatchUp();
        string[] hostile = [string.Join(' ', Enumerable.Range(0, 1024).Select(i => $"custmos{i}")), string.Join(' ', Enumerable.Repeat("cusotms", 1024)), new string('a', 32_768), string.Concat(Enumerable.Repeat("custmos-", 4_096)), new string('(', 32_768), string.Join(' ', Enumerable.Repeat("custmos", 12))];
        foreach (var text in hostile.Prepend("warm up"))
        {
            var began = Stopwatch.GetTimestamp();
            await village.Typed(text);
            await village.Meant(text);
            var took = Stopwatch.GetElapsedTime(began);
            Assert.True(text == "warm up" || took < TimeSpan.FromSeconds(1), $"{text[..Math.Min(12, text.Length)]}… of {text.Length} letters took {took.TotalMilliseconds:0} ms");
        }
    }
}
