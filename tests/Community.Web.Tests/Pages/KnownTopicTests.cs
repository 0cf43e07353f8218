using System.Text.Json;
using Community.Events;
using Community.Governance;
using Community.Questions;
using Community.Spaces;
using Community.Topics;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Web.Tests.Pages;

/// <summary>What is kept in memory about topics is what the database says, from the moment a verb has returned.</summary>
public sealed class KnownTopicTests(RunningSite site) : IClassFixture<RunningSite>
{
    static readonly Dictionary<string, Func<RunningSite, Asked, Task>> Changes = new()
    {
        ["another title"] = (s, q) => s.Verb<RetitleTopic>().Run(q.Asker, q.TopicId, "Another title", ["tape"]),
        ["another tag"] = (s, q) => s.Verb<RetitleTopic>().Run(q.Asker, q.TopicId, Title, ["glue"]),
        ["an answer"] = (s, q) => s.Verb<AddPost>().Run(s.AdministratorId, q.TopicId, Part.Answer, null, "Linen."),
        ["a comment"] = (s, q) => s.Verb<AddPost>().Run(s.AdministratorId, q.TopicId, Part.Comment, q.AnswerId, "Which one?"),
        ["accepted"] = (s, q) => s.Verb<AcceptAnswer>().Run(q.Asker, q.TopicId, q.AnswerId),
        ["answer withdrawn"] = (s, q) => s.Verb<WithdrawPost>().Run(q.Answerer, q.AnswerId),
        ["closed"] = (s, q) => s.Verb<CloseTopic>().Run(q.Asker, q.TopicId, Outcome.Answered, "It holds."),
        ["pinned"] = (s, q) => s.Verb<PinTopic>().Run(s.AdministratorId, q.TopicId, true),
        ["moved"] = (s, q) => s.Verb<MoveTopic>().Run(s.AdministratorId, q.TopicId, "elsewhere"),
        ["converted"] = (s, q) => s.Verb<ConvertTopic>().Run(s.AdministratorId, q.TopicId, TopicKind.Thread),
        ["name taken off"] = async (s, q) => await s.Verb<UnnamePost>().Run(q.Asker, s.Store.Read(db => Task.FromResult(db.Posts.First(p => p.TopicId == q.TopicId && p.Part == Part.Opening).Id)).Result),
    };

    const string Title = "Which tape for book spines?";

    public static TheoryData<string> Words => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Words))]
    public async Task What_is_in_memory_is_what_a_fresh_look_gives(string change)
    {
        var asked = await Ask();
        var known = site.Services.GetRequiredService<KnownTopics>();
        var before = JsonSerializer.Serialize(await known.Facts(asked.TopicId));

        site.Clock.Forward(TimeSpan.FromMinutes(1));
        await Changes[change](site, asked);

        var after = JsonSerializer.Serialize(await known.Facts(asked.TopicId));
        Assert.NotEqual(before, after);
        Assert.Equal(JsonSerializer.Serialize(await Fresh().Facts(asked.TopicId)), after);
    }

    [Fact]
    public async Task An_accepted_answer_that_went_out_of_sight_is_no_answer_in_the_list()
    {
        var asked = await Ask();
        await site.Verb<AcceptAnswer>().Run(asked.Asker, asked.TopicId, asked.AnswerId);
        Assert.True((await site.Services.GetRequiredService<KnownTopics>().Facts(asked.TopicId))!.IsAccepted);

        await site.Verb<RemovePost>().Run(site.AdministratorId, asked.AnswerId, "Spam.");

        Assert.False((await site.Services.GetRequiredService<KnownTopics>().Facts(asked.TopicId))!.IsAccepted);
    }

    KnownTopics Fresh() => new(site.Store, new Recent(site.Services.GetRequiredService<LastEvent>(), site.Store));

    async Task<Asked> Ask()
    {
        await Space("bindery");
        await Space("elsewhere");
        var (asker, answerer) = (await site.Person("Ana Ito"), await site.Person("Ben Sol"));
        var topicId = await site.Verb<StartTopic>().Run(asker, "bindery", TopicKind.Question, Title, "The old one dries out.", ["tape"]);
        return new Asked(asker, answerer, topicId, await site.Verb<AddPost>().Run(answerer, topicId, Part.Answer, null, "Linen tape."));
    }

    async Task Space(string slug)
    {
        if (await site.Store.Read(db => Task.FromResult(db.Spaces.Any(s => s.Slug == slug)))) return;

        await site.Verb<MakeSpace>().Run(site.AdministratorId, slug, slug, "", Tier.Institution);
    }

    sealed record Asked(long Asker, long Answerer, long TopicId, long AnswerId);
}
