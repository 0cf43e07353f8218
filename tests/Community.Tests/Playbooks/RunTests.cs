using Community.People;
using Community.Playbooks;
using Community.Spaces;
using Community.Topics;
using Microsoft.EntityFrameworkCore;
using static Community.Tests.VillageActs;

namespace Community.Tests.Playbooks;

/// <summary>Runs of playbooks: started, taken step by step, approved and ended, each by those who may; seen by those concerned, as long as they see the post.</summary>
public sealed class RunTests(Village village) : IClassFixture<Village>
{
    [Fact]
    public async Task Staff_who_see_a_post_start_a_playbook_with_a_reason_and_guests_do_not()
    {
        var (playbook, post) = (await village.Playbook(), await village.Opening(await village.Start(village.Writer, space: Village.Unit)));
        await Refused(Refusal.NotFound, () => village.Verb<StartRun>().Run(village.Guest, post, playbook, "x"));
        await Refused(Refusal.NotFound, () => village.Verb<StartRun>().Run(village.Colleague, post, playbook, "x"));
        await Refused(Refusal.NotFound, () => village.Verb<StartRun>().Run(village.Member, 99_999, playbook, "x"));
        Assert.Equal("PlaybookId", (await Refused(Refusal.NotFound, () => village.Verb<StartRun>().Run(village.Member, post, 99_999, "x"))).Field);
        Assert.Equal("Why", (await Refused(Refusal.Invalid, () => village.Verb<StartRun>().Run(village.Member, post, playbook, " "))).Field);

        var once = Once.Of("key", "x");
        var run = await village.Verb<StartRun>().Run(village.Member, post, playbook, "x", once);
        Assert.Equal(run, await village.Verb<StartRun>().Run(village.Member, post, playbook, "x", once));
        await Refused(Refusal.Conflict, () => village.Verb<StartRun>().Run(village.Member, post, playbook, "again"));

        // The author is not told by a refusal that there is one.
        Assert.NotEqual(run, await village.Verb<StartRun>().Run(village.Writer, post, playbook, "I was rude."));
    }

    [Fact]
    public async Task Steps_come_one_after_the_other_to_those_whose_they_are()
    {
        var run = await village.Running();
        await Refused(Refusal.Conflict, () => village.Verb<FinishStep>().Run(village.Steward, run, 2, null));
        await Refused(Refusal.NotFound, () => village.Verb<FinishStep>().Run(village.Steward, run, 9, null));
        await Refused(Refusal.Forbidden, () => village.Verb<FinishStep>().Run(village.UnitMember, run, 1, null));
        await Refused(Refusal.NotFound, () => village.Verb<FinishStep>().Run(village.Colleague, run, 1, null));
        await Refused(Refusal.Invalid, () => village.Verb<FinishStep>().Run(village.Member, run, 1, new string('x', RunStep.MaxLineLength + 1)));
        await village.Verb<FinishStep>().Run(village.Member, run, 1, "Said so.");
        await Refused(Refusal.Conflict, () => village.Verb<FinishStep>().Run(village.Member, run, 1, null));

        await Refused(Refusal.Forbidden, () => village.Verb<SkipStep>().Run(village.Member, run, 2, "Not needed."));
        Assert.Equal("Line", (await Refused(Refusal.Invalid, () => village.Verb<SkipStep>().Run(village.Steward, run, 2, " "))).Field);
        await village.Verb<SkipStep>().Run(village.Steward, run, 2, "Not needed.");
        await village.Verb<TakeStep>().Run(village.UnitMember, run, 3);
        await village.Verb<FinishStep>().Run(village.UnitMember, run, 3, null);

        var loaded = await village.Loaded(run);
        Assert.Equal([(StepState.Done, village.Member, "Said so."), (StepState.Skipped, village.Steward, "Not needed."), (StepState.Done, village.UnitMember, "")], loaded.Steps.Select(s => (s.State, s.ById!.Value, s.Line)));
        await village.Verb<FinishRun>().Run(village.Member, run, "It was put right.");
        Assert.Equal((RunState.Finished, "It was put right."), ((await village.Loaded(run)).State, (await village.Loaded(run)).Outcome));
    }

    [Fact]
    public async Task Of_two_who_take_the_same_step_at_once_one_has_it()
    {
        var terms = await village.Terms();
        var run = await village.Running(terms with { Steps = [terms.Steps[2]] });
        var second = await village.Person("Ulf Weber");
        await village.Verb<PlaceInUnit>().Run(null, second, "Circulation");

        var both = await Task.WhenAll(Try(village.UnitMember), Try(second));

        Assert.Single(both, done => done);
        var (taker, other) = both[0] ? (village.UnitMember, second) : (second, village.UnitMember);
        Assert.Equal(taker, (await village.Loaded(run)).Steps[0].TakenById);
        await Refused(Refusal.Conflict, () => village.Verb<FinishStep>().Run(other, run, 1, null));
        await Refused(Refusal.Conflict, () => village.Verb<TakeStep>().Run(other, run, 1, isTaken: false));
        await village.Verb<TakeStep>().Run(taker, run, 1, isTaken: false);
        await village.Verb<FinishStep>().Run(other, run, 1, null);

        async Task<bool> Try(long personId)
        {
            try
            {
                await new TakeStep(village.AnotherProgram(), village.Clock).Run(personId, run, 1);
                return true;
            }
            catch (RefusedException refused)
            {
                Assert.Equal(Refusal.Conflict, refused.Kind);
                return false;
            }
        }
    }

    [Fact]
    public async Task Nobody_approves_their_own_answer_and_only_what_was_approved_becomes_a_draft()
    {
        var run = await village.Running(await village.Terms(Doer.Owner));
        await Refused(Refusal.Conflict, () => village.Verb<ApproveReply>().Run(village.Steward, run, 0));
        await Refused(Refusal.Conflict, () => village.Verb<OpenReply>().Run(village.Member, run));
        await Refused(Refusal.Invalid, () => village.Verb<ProposeReply>().Run(village.Member, run, " "));
        await village.Verb<ProposeReply>().Run(village.Steward, run, "We are sorry.");
        await Refused(Refusal.Forbidden, () => village.Verb<ApproveReply>().Run(village.Steward, run, 1));
        await Refused(Refusal.Forbidden, () => village.Verb<ApproveReply>().Run(village.UnitMember, run, 1));
        await village.Verb<ProposeReply>().Run(village.Member, run, "We are sorry for that.");
        await Refused(Refusal.Conflict, () => village.Verb<ApproveReply>().Run(village.Steward, run, 1));
        Assert.Equal("Note", (await Refused(Refusal.Invalid, () => village.Verb<ApproveReply>().Run(village.Steward, run, 2, isApproved: false))).Field);
        await village.Verb<ApproveReply>().Run(village.Steward, run, 2, isApproved: false, "Say what we do.");
        await Refused(Refusal.Conflict, () => village.Verb<OpenReply>().Run(village.Member, run));
        await village.Verb<ProposeReply>().Run(village.Member, run, "We are sorry, and changed the sign.");
        await village.Verb<ApproveReply>().Run(village.Administrator, run, 3);
        await Refused(Refusal.Conflict, () => village.Verb<ApproveReply>().Run(village.Steward, run, 3));

        var place = await village.Verb<OpenReply>().Run(village.Member, run);
        var draft = Assert.Single(await village.Read(db => db.DraftsOf(village.Member).Where(d => d.Place == place.ToString()).ToListAsync()));
        Assert.Equal("We are sorry, and changed the sign.", DraftText.OfJson(draft.Text).Body);
        await Refused(Refusal.Conflict, () => village.Verb<OpenReply>().Run(village.Member, run));

        await village.Verb<ProposeReply>().Run(village.Member, run, "Another one.");
        Assert.False((await village.Loaded(run)).IsApproved);
    }

    [Fact]
    public async Task The_template_is_filled_in_and_stands_where_an_answer_goes()
    {
        var run = await village.Running();
        var post = (await village.Loaded(run)).PostId;
        await Refused(Refusal.Conflict, () => village.Verb<ProposeReply>().Run(village.Member, run, "x"));

        var place = await village.Verb<OpenReply>().Run(village.Member, run);

        var draft = await village.Read(db => db.DraftsOf(village.Member).Where(d => d.Place == place.ToString()).Select(d => d.Text).FirstAsync());
        Assert.Equal(DraftPlace.ReplyIn((await village.Post(post)).TopicId), place);
        Assert.Equal($"Dear Wendy Dvořák, about /posts/{post} in cataloguing: {{unknown}}", DraftText.OfJson(draft).Body);

        await village.Verb<CloseTopic>().Run(village.Steward, (await village.Post(post)).TopicId, Outcome.Decided, "Enough.");
        await Refused(Refusal.Conflict, () => village.Verb<OpenReply>().Run(village.Steward, run));
    }

    [Fact]
    public async Task Those_concerned_and_those_who_moderate_see_a_run_and_its_author_does_not()
    {
        var terms = await village.Terms(Doer.Person(village.Colleague));
        var run = await village.Running(terms);
        foreach (var sees in new[] { village.Member, village.Steward, village.UnitMember, village.Colleague, village.Moderator, village.Administrator }) Assert.True(await village.Sees(sees, run));
        var staff = await village.Person("Otto Outside");
        foreach (var blind in new[] { village.Writer, staff, village.Guest, village.Stranger }) Assert.False(await village.Sees(blind, run));

        // Also an author who moderates sees only what concerns them.
        var own = await village.Verb<StartRun>().Run(village.Member, await village.Opening(await village.Start(village.Moderator)), await village.Playbook(), "x");
        Assert.Equal((false, true), (await village.Sees(village.Moderator, own), await village.Sees(village.Administrator, own)));
        await Refused(Refusal.NotFound, () => village.Verb<StopRun>().Run(village.Moderator, own, "Mine."));
    }

    [Fact]
    public async Task Who_loses_sight_of_the_post_no_longer_sees_the_run()
    {
        var member = await village.Person("Lena Leaving");
        await village.Enrol(Village.Unit, member);
        var run = await village.Running(space: Village.Unit, starter: member);
        Assert.True(await village.Sees(member, run));

        await village.Verb<DismissPerson>().Run(village.Administrator, Village.Unit, member);

        Assert.False(await village.Sees(member, run));
        await Refused(Refusal.NotFound, () => village.Verb<FinishStep>().Run(member, run, 1, null));
        await Refused(Refusal.NotFound, () => village.Verb<StopRun>().Run(member, run, "x"));
        await Refused(Refusal.NotFound, () => village.Verb<OpenReply>().Run(member, run));
        await village.Verb<FinishStep>().Run(village.Steward, run, 1, "For Lena.");
    }

    [Fact]
    public async Task A_run_is_stopped_with_a_reason_by_those_who_end_it_and_by_moderators()
    {
        var run = await village.Running();
        await Refused(Refusal.Conflict, () => village.Verb<FinishRun>().Run(village.Member, run, "Done."));
        await Refused(Refusal.Forbidden, () => village.Verb<StopRun>().Run(village.UnitMember, run, "Enough."));
        Assert.Equal("Outcome", (await Refused(Refusal.Invalid, () => village.Verb<StopRun>().Run(village.Moderator, run, ""))).Field);
        await village.Verb<StopRun>().Run(village.Moderator, run, "It was a test.");
        foreach (var act in new Func<Task>[] { () => village.Verb<StopRun>().Run(village.Moderator, run, "x"), () => village.Verb<FinishRun>().Run(village.Member, run, "x"), () => village.Verb<TakeStep>().Run(village.Member, run, 1), () => village.Verb<OpenReply>().Run(village.Member, run) })
            await Refused(Refusal.Conflict, act);
    }

    [Fact]
    public async Task Where_the_owner_has_left_administrators_stand_in()
    {
        var owner = await village.Person("Olga Owner");
        var terms = await village.Terms(Doer.Owner) with { OwnerId = owner };
        var run = await village.Running(terms with { Steps = [terms.Steps[1]] });
        await Refused(Refusal.Forbidden, () => village.Verb<FinishStep>().Run(village.Member, run, 1, null));
        await village.Verb<ClosePerson>().Run(null, owner);

        await village.Verb<ProposeReply>().Run(village.Member, run, "We are sorry.");
        await village.Verb<ApproveReply>().Run(village.Administrator, run, 1);
        await village.Verb<FinishStep>().Run(village.Administrator, run, 1, null);
        await village.Verb<FinishRun>().Run(village.Administrator, run, "Done.");
    }
}
