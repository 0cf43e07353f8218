using Community.Events;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Topics;

public sealed class TagTests(Village village) : IClassFixture<Village>
{
    [Fact]
    public async Task A_synonym_gives_its_tag_also_when_a_topic_gets_new_ones()
    {
        await village.Start(village.Writer, tags: "interlibrary-loan");
        await village.Verb<DescribeTag>().Run(village.Member, "interlibrary-loan", "From elsewhere.", ["ILL", "Fernleihe"]);

        var topic = await village.Start(village.Writer, tags: ["ill", "customs"]);
        Assert.Equal("customs interlibrary-loan", await TagsOf(topic));

        await village.Verb<RetitleTopic>().Run(village.Writer, topic, "T", ["#Fernleihe", "interlibrary-loan"]);
        Assert.Equal("interlibrary-loan", await TagsOf(topic));
    }

    [Fact]
    public async Task Words_become_tags_in_one_form()
    {
        var topic = await village.Start(village.Writer, tags: ["  Inter-Library  Loan ", "#C#", "c++", "übersee", ""]);

        Assert.Equal("c# c++ inter-library-loan übersee", await TagsOf(topic));
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("<b>")]
    [InlineData("a,b")]
    [InlineData("--x")]
    [InlineData("?q=1")]
    public async Task A_word_that_is_no_subject_is_refused(string word) =>
        Assert.Equal("Tags", (await VillageActs.Refused(Refusal.Invalid, () => village.Start(village.Writer, tags: word))).Field);

    [Fact]
    public async Task A_topic_has_at_most_eight()
    {
        Assert.Equal(8, (await TagsOf(await village.Start(village.Writer, tags: [.. Enumerable.Range(1, 8).Select(i => $"t{i}")]))).Split(' ').Length);

        await VillageActs.Refused(Refusal.Invalid, () => village.Start(village.Writer, tags: [.. Enumerable.Range(1, 9).Select(i => $"t{i}")]));
    }

    [Fact]
    public async Task A_synonym_of_two_subjects_is_refused()
    {
        await village.Start(village.Writer, tags: ["binding", "glueing"]);
        await village.Verb<DescribeTag>().Run(village.Member, "binding", "", ["spine"]);

        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<DescribeTag>().Run(village.Member, "glueing", "", ["spine"]));
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<DescribeTag>().Run(village.Member, "glueing", "", ["binding"]));
        await VillageActs.Refused(Refusal.NotFound, () => village.Verb<DescribeTag>().Run(village.Member, "no-such", "", []));
    }

    [Fact]
    public async Task Describing_takes_away_synonyms_that_are_no_longer_named()
    {
        await village.Start(village.Writer, tags: "shelving");
        await village.Verb<DescribeTag>().Run(village.Member, "shelving", "", ["racks", "stacks"]);
        await village.Verb<DescribeTag>().Run(village.Member, "shelving", "", ["stacks", "shelving"]);

        Assert.Equal(["stacks"], await village.Read(db => db.TagSynonyms.Where(s => s.Name == "racks" || s.Name == "stacks").Select(s => s.Name).ToListAsync()));
        Assert.Equal(2, await village.Read(db => db.Events.CountAsync(e => e.Kind == EventKind.TagChanged && db.Set<Tag>().Any(t => t.Id == e.SubjectId && t.Name == "shelving"))));
    }

    async Task<string> TagsOf(long topic) => string.Join(' ', (await village.Topic(topic)).Tags.Select(t => t.Tag!.Name).Order(StringComparer.Ordinal));
}
