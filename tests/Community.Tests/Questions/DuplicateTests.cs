using Community.Events;
using Community.Notifications;
using Community.Questions.Duplicates;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Questions;

/// <summary>A question that was asked before closes and leads to the other one, with whoever follows it.</summary>
public sealed class DuplicateTests(Village village) : IClassFixture<Village>
{
    [Fact]
    public async Task A_question_closes_with_a_reason_and_both_know_of_each_other_until_it_opens_again()
    {
        var (again, original) = (await Ask(village.Colleague), await Ask(village.Member));
        await Mark(village.Colleague, again, original);

        var closure = (await village.Topic(again)).Closures.Single();
        Assert.Equal((Outcome.Duplicate, "The same tape.", village.Colleague), (closure.Outcome, closure.Reason, closure.ById));
        Assert.Equal([(again, original)], await Links(again));
        Assert.Equal([EventKind.Started, EventKind.MarkedDuplicate], await Told(original));
        Assert.False((await village.Topic(original)).IsClosed);

        await village.Verb<UnmarkDuplicate>().Run(village.Steward, again, "Another tape after all.");
        Assert.False((await village.Topic(again)).IsClosed);
        Assert.Empty(await Links(again));
        Assert.Equal([EventKind.Started, EventKind.MarkedDuplicate, EventKind.MarkedDuplicate], await Told(original));
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<UnmarkDuplicate>().Run(village.Steward, again, "Once more."));
    }

    [Fact]
    public async Task Whoever_asked_again_hears_of_answers_to_the_first_as_long_as_it_leads_there()
    {
        var (again, original) = (await Ask(village.Colleague), await Ask(village.Member));
        await Mark(village.Steward, again, original);
        await village.Add(village.Writer, original, Part.Answer);
        Assert.Equal([village.Member, village.Colleague], await Heard(original));

        await village.Verb<ReopenTopic>().Run(village.Colleague, again, "Not the same.");
        await village.Add(village.Writer, original, Part.Answer);
        Assert.Equal([village.Member, village.Colleague, village.Member], await Heard(original));
    }

    [Fact]
    public async Task Who_may_not_see_the_first_question_does_not_follow_it()
    {
        var (again, original) = (await Ask(village.Guest, Village.Public), await Ask(village.Member, Village.Public));
        await Mark(village.Steward, again, original);
        var (third, inside) = (await Ask(village.Guest, Village.Unit), await Ask(village.Member, Village.Unit));
        await Mark(village.Steward, third, inside);
        Assert.Equal([village.Guest], await Followers(original));
        Assert.Equal([village.Guest], await Followers(inside));

        // What is moved where its follower does not read tells that one nothing.
        await village.Verb<MoveTopic>().Run(village.Administrator, original, Village.Institution);
        await village.Add(village.Writer, original, Part.Answer);
        Assert.Equal([village.Member], await Heard(original));
    }

    [Theory]
    [InlineData(Village.Unit, Village.Public, true)]
    [InlineData(Village.Institution, Village.Partners, true)]
    [InlineData(Village.Partners, Village.Public, true)]
    [InlineData(Village.Institution, Village.Institution, true)]
    [InlineData(Village.Institution, Village.Unit, false)]
    [InlineData(Village.Public, Village.Institution, false)]
    [InlineData(Village.Partners, Village.Institution, false)]
    // Gita is a guest in the Unit space, and does not read what all staff read.
    [InlineData(Village.Unit, Village.Institution, false)]
    public async Task A_question_leads_only_to_where_everybody_reads_who_reads_it(string from, string to, bool may)
    {
        var (again, original) = (await Ask(village.Member, from), await Ask(village.Writer, to));
        if (may) await Mark(village.Member, again, original);
        else await VillageActs.Refused(Refusal.Conflict, () => Mark(village.Member, again, original));
        Assert.Equal(may ? 1 : 0, (await Links(again)).Count);
    }

    [Fact]
    public async Task What_is_not_there_for_the_one_who_acts_is_refused_without_a_word_of_it()
    {
        var (mine, hidden, open) = (await Ask(village.Colleague), await Ask(village.Writer, Village.Unit), await Ask(village.Writer));
        await VillageActs.Refused(Refusal.NotFound, () => Mark(village.Colleague, hidden, mine));
        var refused = await VillageActs.Refused(Refusal.NotFound, () => Mark(village.Colleague, mine, hidden));
        var unknown = await VillageActs.Refused(Refusal.NotFound, () => Mark(village.Colleague, mine, 999_999));
        Assert.Equal((unknown.Sentence, "Of"), (refused.Sentence, refused.Field));
        await VillageActs.Refused(Refusal.Forbidden, () => Mark(village.Colleague, open, mine));
    }

    [Fact]
    public async Task Itself_notes_threads_chains_and_circles_are_refused()
    {
        var (one, two, three) = (await Ask(village.Member), await Ask(village.Member), await Ask(village.Member));
        var (note, thread) = (await village.Start(village.Member, TopicKind.Note), await village.Start(village.Member));
        foreach (var (from, to) in new[] { (one, one), (one, note), (one, thread), (thread, one), (note, one) }) await VillageActs.Refused(Refusal.Invalid, () => Mark(village.Member, from, to));
        await VillageActs.Refused(Refusal.Invalid, () => village.Verb<CloseTopic>().Run(village.Member, one, Outcome.Duplicate, "x"));
        await VillageActs.Refused(Refusal.Invalid, () => village.Verb<MarkDuplicate>().Run(village.Member, one, two, " "));

        await Mark(village.Member, one, two);
        await VillageActs.Refused(Refusal.Conflict, () => Mark(village.Member, one, three));
        await VillageActs.Refused(Refusal.Conflict, () => Mark(village.Member, two, one));
        var chain = await VillageActs.Refused(Refusal.Conflict, () => Mark(village.Member, three, one));
        Assert.Contains($"number {two}", chain.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_led_to_a_question_that_was_asked_before_itself_leads_on()
    {
        var (one, two, three) = (await Ask(village.Colleague), await Ask(village.Writer), await Ask(village.Member));
        await Mark(village.Colleague, one, two);
        await Mark(village.Writer, two, three);
        Assert.Equal([(one, three), (two, three)], [.. await Links(one), .. await Links(two)]);
        Assert.Equal([village.Writer, village.Colleague], await Followers(three));

        await village.Verb<ReopenTopic>().Run(village.Writer, two, "Not the same.");
        Assert.Equal([village.Colleague], await Followers(three));
        await village.Verb<ReopenTopic>().Run(village.Colleague, one, "Not the same.");
        Assert.Empty(await Followers(three));
        Assert.Empty(await Links(one));
    }

    [Fact]
    public async Task Of_two_who_lead_each_to_the_other_one_is_refused()
    {
        var (one, two) = (await Ask(village.Member), await Ask(village.Member));
        var both = await Task.WhenAll(Try(() => Mark(village.Member, one, two)), Try(() => Mark(village.Member, two, one)));
        Assert.Equal(1, both.Count(done => done));
        Assert.Equal(1, await village.Read(db => db.Topics.CountAsync(t => (t.Id == one || t.Id == two) && t.ClosedAt == null)));
    }

    Task<long> Ask(long personId, string space = Village.Institution) => village.Start(personId, TopicKind.Question, space);

    Task Mark(long personId, long topicId, long originalId) => village.Verb<MarkDuplicate>().Run(personId, topicId, originalId, "The same tape.");

    async Task<List<(long, long)>> Links(long from) =>
        (await village.Read(db => db.TopicLinks.AsNoTracking().Where(l => l.FromTopicId == from && l.Kind == LinkKind.Duplicate).ToListAsync())).ConvertAll(l => (l.FromTopicId, l.ToTopicId));

    /// <summary>Without who started it.</summary>
    Task<List<long>> Followers(long topicId) => village.Read(db => db.TopicFollows.Where(f => f.TopicId == topicId).OrderBy(f => f.PersonId).Select(f => f.PersonId).Distinct().ToListAsync());

    Task<List<EventKind>> Told(long topicId) => village.Read(db => db.Events.Where(e => e.TopicId == topicId).OrderBy(e => e.Id).Select(e => e.Kind).ToListAsync());

    async Task<List<long>> Heard(long topicId)
    {
        var notify = new NotifyPeople(village.Store, village.Clock);
        while (await notify.Step(TestContext.Current.CancellationToken)) { }
        return await village.Read(db => db.Notifications.Where(n => n.TopicId == topicId && n.Kind == NoticeKind.Answer).OrderBy(n => n.EventId).ThenBy(n => n.PersonId).Select(n => n.PersonId).ToListAsync());
    }

    static async Task<bool> Try(Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (RefusedException)
        {
            return false;
        }
    }
}
