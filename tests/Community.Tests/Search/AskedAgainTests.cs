using Community.Notes.Answering;
using Community.Questions.Finding;
using Community.Search.Gaps;
using Community.Spaces;
using Community.Topics;

namespace Community.Tests.Search;

/// <summary>Questions that several have and that no note answers.</summary>
public sealed class AskedAgainTests(Village village) : IClassFixture<Village>
{
    [Fact]
    public async Task What_most_have_comes_first_until_a_note_answers_it_and_nobody_counts_what_they_may_not_see()
    {
        var (once, twice, often) = (await Ask("Once"), await Ask("Twice"), await Ask("Often"));
        var hidden = await village.Start(village.Writer, TopicKind.Question, space: Village.Unit);
        await village.Verb<FindAnswer>().Run(village.Member, twice, "");
        foreach (var person in new[] { village.Member, village.Steward }) await village.Verb<FindAnswer>().Run(person, often, "");
        await village.Verb<FindAnswer>().Run(village.Member, hidden, "");
        Assert.Equal([(often, 3), (twice, 2)], await Best(village.Colleague));
        Assert.Equal([(often, 3), (twice, 2), (hidden, 2)], await Best(village.Member));

        // The same, asked in a closed space: counts for those who may see it.
        var same = await village.Start(village.Writer, TopicKind.Question, space: Village.Unit);
        await village.Store.Write(async db =>
        {
            db.TopicLinks.Add(new TopicLink(same, once, LinkKind.Duplicate));
            await db.SaveChangesAsync();
        });
        Assert.DoesNotContain((once, 2), await Best(village.Colleague));
        Assert.Contains((once, 2), await Best(village.Member));

        var note = await village.Start(village.Writer, TopicKind.Note, space: Village.Unit);
        await village.Verb<AnswerWithNote>().Run(village.Writer, often, note);
        Assert.Equal([(often, 3), (twice, 2)], await Best(village.Colleague));
        Assert.DoesNotContain((often, 3), await Best(village.Member));
        await village.Verb<CloseTopic>().Run(village.Writer, twice, Outcome.Answered, "It is.");
        Assert.Equal([(often, 3)], await Best(village.Colleague));
    }

    Task<long> Ask(string title) => village.Start(village.Writer, TopicKind.Question, title: title);

    async Task<List<(long, int)>> Best(long person)
    {
        await using var db = village.Context();
        return [.. (await new AskedAgain(db, [new AskedElsewhere(), new FoundInstead()]).Best(await db.Viewer(person), 10)).Select(one => (one.TopicId, one.People))];
    }
}
