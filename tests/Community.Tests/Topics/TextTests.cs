using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Topics;

public sealed class TextTests(Village village) : IClassFixture<Village>
{
    [Theory]
    [InlineData(1)]
    [InlineData(200)]
    public async Task A_title_within_its_limits_is_kept_as_typed(int length)
    {
        var title = new string('ß', length);

        Assert.Equal(title, (await village.Topic(await village.Start(village.Writer, title: title))).Title);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\n ")]
    [InlineData("201")]
    public async Task A_title_outside_its_limits_is_refused_with_a_sentence(string title)
    {
        var typed = title == "201" ? new string('x', 201) : title;

        var refused = await VillageActs.Refused(Refusal.Invalid, () => village.Start(village.Writer, title: typed));

        Assert.Equal(("A title has 1 to 200 characters.", "Title"), (refused.Message, refused.Field));
    }

    [Fact]
    public async Task A_text_of_the_greatest_length_is_kept_whole()
    {
        var body = string.Concat(Enumerable.Repeat("linen tape, \n", 6_000))[..PostText.MaxLength];

        Assert.Equal(body, await Stored(body));
    }

    [Fact]
    public async Task A_text_over_the_limit_is_refused_with_its_length()
    {
        var refused = await VillageActs.Refused(Refusal.Invalid, () => village.Start(village.Writer, body: new string('x', PostText.MaxLength + 1)));

        Assert.Equal(("The text has 65537 characters; at most 65536 fit. Split it into two posts.", "Body"), (refused.Message, refused.Field));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    public async Task An_empty_text_is_refused(string body)
    {
        var topic = await village.Start(village.Writer);

        Assert.Equal("Body", (await VillageActs.Refused(Refusal.Invalid, () => village.Start(village.Writer, body: body))).Field);
        Assert.Equal("Body", (await VillageActs.Refused(Refusal.Invalid, () => village.Add(village.Writer, topic, Part.Reply, body: body))).Field);
        Assert.Equal("Body", (await VillageActs.Refused(Refusal.Invalid, async () => await village.Verb<RevisePost>().Run(village.Writer, await village.Opening(topic), new Edit(body, null, null)))).Field);
    }

    [Theory]
    [InlineData("  leading and trailing  \r\n\r\n\ttab   ")]
    [InlineData("e\u0301 is not \u00e9, and \u200b\u202e\ufeff stay")]
    [InlineData("<script>alert(1)</script> <b onclick=x>")]
    [InlineData("constructor __proto__ ' OR 1=1 -- %00")]
    [InlineData("👩‍👩‍👧‍👦 \U0001F3F4\U000E0067\U000E0062")]
    public async Task A_source_is_kept_character_by_character(string body) => Assert.Equal(body, await Stored(body));

    [Fact]
    public async Task U_0000_becomes_U_FFFD_everywhere()
    {
        var topic = await village.Start(village.Writer, title: "a\0b", body: "c\0d");
        await village.Verb<CloseTopic>().Run(village.Writer, topic, Outcome.Nothing, "e\0f");

        var seen = await village.Topic(topic);
        var post = await village.Post(await village.Opening(topic));
        Assert.Equal(("a\uFFFDb", "c\uFFFDd", "e\uFFFDf"), (seen.Title, post.Revisions.Single().Source, seen.Closures.Single().Reason));
        Assert.Contains("c\uFFFDd", post.Revisions.Single().Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_half_of_a_character_does_no_harm()
    {
        var topic = await village.Start(village.Writer, title: "half \ud83d", body: "half \udc00 \ud83d");

        Assert.StartsWith("half ", (await village.Topic(topic)).Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_refused_for_a_word()
    {
        foreach (var word in new[] { "constructor", "null", "undefined", "NaN", "DROP TABLE", "../../etc/passwd", "javascript:" })
            await village.Start(village.Writer, title: word, body: word);
    }

    async Task<string> Stored(string body)
    {
        var opening = await village.Opening(await village.Start(village.Writer, body: body));
        return await village.Read(db => db.Revisions.Where(r => r.PostId == opening).Select(r => r.Source).SingleAsync());
    }
}
