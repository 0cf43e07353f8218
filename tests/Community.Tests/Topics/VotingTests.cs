using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Topics;

public sealed class VotingTests(Village village) : IClassFixture<Village>
{
    [Fact]
    public async Task One_person_has_one_vote_that_can_be_changed_and_taken_back()
    {
        var post = await village.Opening(await village.Start(village.Writer));
        var scores = new List<int>();

        foreach (var value in new[] { 1, 1, -1, -1, 0, 0, 1 }) scores.Add(await Vote(village.Member, post, value));

        Assert.Equal([1, 1, -1, -1, 0, 0, 1], scores);
        Assert.Equal(1, await village.Read(db => db.Votes.CountAsync(v => v.PostId == post)));
    }

    [Fact]
    public async Task The_votes_of_several_people_add_up()
    {
        var post = await village.Opening(await village.Start(village.Writer));

        await Vote(village.Member, post, 1);
        await Vote(village.Steward, post, 1);

        Assert.Equal(1, await Vote(village.Colleague, post, -1));
        Assert.Equal(1, (await village.Post(post)).Score);
    }

    [Fact]
    public async Task Nobody_votes_on_the_own_post()
    {
        var post = await village.Opening(await village.Start(village.Administrator));

        Assert.Equal("Nobody votes on their own post.", (await VillageActs.Refused(Refusal.Forbidden, () => Vote(village.Administrator, post, 1))).Message);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-2)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public async Task A_vote_is_one_step_up_or_down(int value)
    {
        var post = await village.Opening(await village.Start(village.Writer));

        await VillageActs.Refused(Refusal.Invalid, () => Vote(village.Member, post, value));
        Assert.Equal(0, (await village.Post(post)).Score);
    }

    [Fact]
    public async Task A_post_out_of_sight_takes_no_votes_and_keeps_those_it_has()
    {
        var post = await village.Opening(await village.Start(village.Writer));
        await Vote(village.Member, post, 1);
        await village.Verb<WithdrawPost>().Run(village.Writer, post);

        await VillageActs.Refused(Refusal.Conflict, () => Vote(village.Steward, post, 1));
        await village.Verb<RestorePost>().Run(village.Writer, post);

        Assert.Equal(2, await Vote(village.Steward, post, 1));
    }

    [Fact]
    public async Task A_score_is_what_was_imported_and_what_was_voted_here()
    {
        var space = (await village.Topic(await village.Start(village.Writer))).SpaceId;
        var post = await village.Store.Write(async db =>
        {
            var text = new PostText("Old.", "<p>Old.</p>", [], [], []);
            var topic = Topic.Imported(TopicKind.Question, space, "Imported", village.Writer, village.Clock.Now(), null);
            var opening = topic.AddImported(Part.Opening, null, village.Writer, null, 7, village.Clock.Now(), [new ImportedText(text, village.Writer, "", village.Clock.Now())]);
            db.Topics.Add(topic);
            await db.SaveChangesAsync();
            return opening.Id;
        });

        Assert.Equal(6, await Vote(village.Member, post, -1));
        Assert.Equal(7, await Vote(village.Member, post, 0));
    }

    Task<int> Vote(long personId, long postId, int value) => village.Verb<CastVote>().Run(personId, postId, value);
}
