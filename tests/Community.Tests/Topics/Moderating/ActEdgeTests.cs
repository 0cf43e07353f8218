using Community.Events;
using Community.Governance;
using Community.Notes.Refining;
using Community.People.Retention;
using Community.Playbooks;
using Community.Tests.Playbooks;
using Community.Tests.Privacy;
using Community.Topics;
using Community.Topics.Masks;
using Community.Topics.Moderating;
using Microsoft.EntityFrameworkCore;
using static Community.Tests.VillageActs;

namespace Community.Tests.Topics.Moderating;

/// <summary>Ways around an act that are none, and what its records do not tell.</summary>
public sealed class ActEdgeTests(Village village) : IClassFixture<Village>
{
    [Fact]
    public async Task Nobody_brings_back_their_own_post_nor_one_of_which_a_purge_waits()
    {
        var own = await village.Add(village.Steward, await village.Start(village.Writer), Part.Reply);
        await village.Verb<HidePost>().Run(village.Moderator, own, "Perhaps.", null);
        await Refused(Refusal.Forbidden, () => village.Verb<ReinstatePost>().Run(village.Steward, own, "It is fine."));

        var post = await village.Add(village.Member, await village.Start(village.Writer), Part.Reply);
        var purge = await village.Verb<AskPurge>().Run(village.Moderator, post, "A court asks for it.", 7);
        await Refused(Refusal.Conflict, () => village.Verb<ReinstatePost>().Run(village.Steward, post, "It is fine."));
        var act = await village.Read(db => db.Removals.Where(r => r.PostId == post).Select(r => r.Id).SingleAsync());
        var appeal = await village.Verb<AppealAct>().Run(village.Member, act, null, "It is true.");
        await Refused(Refusal.Conflict, () => village.Verb<JudgeAppeal>().Run(village.Administrator, appeal, true, "So it is."));
        await village.Verb<DecidePurge>().Run(village.Administrator, purge, false);
        await village.Verb<ReinstatePost>().Run(village.Steward, post, "It is fine.");
    }

    [Fact]
    public async Task What_was_hidden_until_it_is_decided_and_stays_is_in_sight_again()
    {
        var post = await village.Add(village.Member, await village.Start(village.Writer), Part.Reply);
        var flagged = await village.Verb<FlagPost>().Run(village.Writer, post, ReasonClass.Privacy, "Whose name is that?");
        await village.Verb<HidePost>().Run(village.Steward, post, "Perhaps.", null);

        await village.Verb<DecideCase>().Run(village.Moderator, flagged, CaseOutcome.Kept, null, "It is her own.");

        Assert.Equal(Standing.Published, (await village.Post(post)).Standing);
        Assert.Equal(CaseOutcome.Kept, await village.Read(db => db.FlagCases.Where(c => c.Id == flagged).Select(c => c.Outcome).SingleAsync()));
    }

    [Fact]
    public async Task Who_is_suspended_neither_suggests_nor_works_in_a_run()
    {
        var note = await village.Start(village.Writer, TopicKind.Note, body: "One.");
        var run = await village.Running();
        var person = village.Member;
        await village.Verb<SuspendPerson>().Run(village.Moderator, person, 3, 2, "Insults.");

        await Refused(Refusal.Forbidden, () => village.Verb<SuggestChange>().Run(person, note, 1, "Two.", "It is so."));
        await Refused(Refusal.Forbidden, () => village.Verb<FinishStep>().Run(person, run, 1, null));
        var (post, playbook) = (await village.Opening(note), await village.Playbook());
        await Refused(Refusal.Forbidden, () => village.Verb<StartRun>().Run(person, post, playbook, "x"));
        await village.Verb<SuspendPerson>().Run(village.Moderator, person, 0, null, "Over.");
        await village.Verb<FinishStep>().Run(person, run, 1, null);
    }

    [Fact]
    public async Task Who_judged_an_appeal_does_not_read_out_of_their_data_who_asked_without_a_name()
    {
        await village.Verb<AllowMasks>().Run(village.Administrator, Village.Institution, true);
        var asker = await village.Person("Unnamed Una");
        var question = await village.Verb<Community.Questions.Asking.AskQuestion>().Run(asker, Village.Institution, "Whom do I tell?", "About that.", [], Community.Questions.Asking.AskedWhom.Space, [], masked: true);
        await village.Verb<RemovePost>().Run(village.Administrator, await village.Opening(question), "Off topic.", 1);
        var act = await village.Read(db => db.Removals.Where(r => r.Post.TopicId == question).Select(r => r.Id).SingleAsync());
        var appeal = await village.Verb<AppealAct>().Run(asker, act, null, "It is on topic.");
        await village.Verb<JudgeAppeal>().Run(village.Moderator, appeal, false, "It is not.");

        var files = await village.OwnData(village.Moderator);

        Assert.Contains("RemovalId", files["Appeals.acts.json"], StringComparison.Ordinal);
        Assert.Contains("Off topic.", (await village.OwnData(asker))["Removals.own.json"], StringComparison.Ordinal);
        Assert.DoesNotContain("ById", (await village.OwnData(asker))["Removals.own.json"], StringComparison.Ordinal);
        Assert.All(files.Values, file => Assert.DoesNotMatch($"[^0-9.:-]{asker}[^0-9.:-]", file));
    }

    [Fact]
    public async Task A_revision_of_a_text_that_its_author_took_back_goes_out_with_nobody_elses_data()
    {
        var post = await village.Add(village.Member, await village.Start(village.Writer), Part.Reply, body: "canary of the author");
        await village.Verb<RevisePost>().Run(village.Moderator, post, new Edit("canary of the author, mended", null, 1));
        Assert.Contains("canary of the author, mended", (await village.OwnData(village.Moderator))["Revisions.json"], StringComparison.Ordinal);

        await village.Verb<WithdrawPost>().Run(village.Member, post);

        Assert.All((await village.OwnData(village.Moderator)).Values, file => Assert.DoesNotContain("canary", file, StringComparison.Ordinal));
        Assert.Contains("canary of the author", (await village.OwnData(village.Member))["Revisions.json"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Holds_and_what_is_kept_how_long_stand_in_the_audit_log()
    {
        var topic = await village.Start(village.Writer);
        var hold = await village.Verb<HoldThings>().Run(village.Administrator, null, topic, null, null, "A court asks.");
        await village.Verb<EndHold>().Run(village.Administrator, hold);

        var words = await village.Read(db => db.AuditRecords.Where(r => r.Kind == EventKind.RetentionChanged).OrderBy(r => r.Id).Select(r => r.Words).ToListAsync());
        Assert.Equal([$"hold on topic {topic}: A court asks.", $"hold on topic {topic} ended"], words);
    }
}
