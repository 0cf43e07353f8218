using Community.Governance;
using Community.Notifications;
using Community.People;
using Community.People.Retention;
using Community.Spaces;
using Community.Topics;
using Community.Topics.Checks;
using Community.Topics.Holding;
using Community.Topics.Moderating;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Topics.Moderating;

public sealed class ActTests(Village village) : IClassFixture<Village>
{
    [Fact]
    public async Task What_was_hidden_by_a_steward_is_lifted_or_removed_and_each_act_cites_its_rule()
    {
        var reply = await Reply();
        await VillageActs.Refused(Refusal.Forbidden, () => village.Verb<HidePost>().Run(village.Colleague, reply, "No.", 1));
        await village.Verb<HidePost>().Run(village.Steward, reply, "Seems to name a reader.", 1);
        await VillageActs.Refused(Refusal.Forbidden, () => village.Verb<RemovePost>().Run(village.Steward, reply, "It does.", 1));

        await village.Verb<RemovePost>().Run(village.Moderator, reply, "It does.", 1);

        var acts = await village.Read(db => db.Removals.Where(r => r.PostId == reply).OrderBy(r => r.Id).ToListAsync());
        Assert.Equal([(RemovalKind.Hidden, true, "1. Readers stay unnamed", ReasonClass.Privacy), (RemovalKind.Removed, false, "1. Readers stay unnamed", ReasonClass.Privacy)], acts.Select(r => (r.Kind, r.IsSuperseded, r.RuleCited, r.ReasonClass)));
        Assert.Null(acts[1].LiftedAt);
        await VillageActs.Refused(Refusal.Forbidden, () => village.Verb<ReinstatePost>().Run(village.Steward, reply, "No."));

        var other = await Reply();
        await village.Verb<HidePost>().Run(village.Steward, other, "Perhaps.", null);
        await village.Verb<ReinstatePost>().Run(village.Steward, other, "It is fine.");
        Assert.Equal(Standing.Published, (await village.Post(other)).Standing);
        await VillageActs.Refused(Refusal.Invalid, () => village.Verb<HidePost>().Run(village.Steward, other, "Perhaps.", 999));
    }

    [Fact]
    public async Task A_purge_takes_two_people_and_leaves_nothing_of_the_text()
    {
        var topic = await village.Start(village.Writer);
        var post = await village.Add(village.Member, topic, Part.Reply, body: "canary-purged of Mrs Smith");
        await village.Verb<RevisePost>().Run(village.Member, post, new Edit("canary-purged again", "canary-purged summary", 1));
        var quoting = await village.Add(village.Writer, topic, Part.Reply, body: $"> [!quote post={post} rev=1]\n> canary-purged of Mrs Smith\n\nWhat I say stays.");
        await village.Verb<SaveDraft>().Run(village.Member, DraftPlace.EditOf(post), new DraftText("canary-purged draft"), null);

        var purge = await village.Verb<AskPurge>().Run(village.Moderator, post, "A court asks for it.", 7);
        Assert.Equal(Standing.Removed, (await village.Post(post)).Standing);
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<AskPurge>().Run(village.Administrator, post, "Again.", 7));
        await VillageActs.Refused(Refusal.Forbidden, () => village.Verb<DecidePurge>().Run(village.Moderator, purge, true));
        await VillageActs.Refused(Refusal.Forbidden, () => village.Verb<DecidePurge>().Run(village.Steward, purge, true));
        await village.Verb<DecidePurge>().Run(village.Administrator, purge, true);

        Assert.DoesNotContain("canary-purged", string.Join('\n', await village.Read(db => db.Revisions.Select(r => r.Source + r.Html + r.Summary).ToListAsync())), StringComparison.Ordinal);
        Assert.False(await village.Read(db => db.Drafts.AnyAsync(d => d.Text.Contains("canary-purged"))));
        var left = (await village.Post(quoting)).Revisions[0];
        Assert.Contains("What I say stays.", left.Source, StringComparison.Ordinal);
        Assert.Contains("What I say stays.", left.Html, StringComparison.Ordinal);
        Assert.Equal(RemovalKind.Purged, await village.Read(db => db.Removals.Where(r => r.PostId == post && r.LiftedAt == null).Select(r => r.Kind).SingleAsync()));
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<ReinstatePost>().Run(village.Administrator, post, "Back."));
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<DecidePurge>().Run(village.Administrator, purge, true));
    }

    [Fact]
    public async Task A_purge_takes_what_waited_with_it_and_nothing_that_is_on_hold()
    {
        var topic = await village.Start(village.Writer);
        var rule = await village.Verb<KeepGuardRule>().Run(null, null, GuardKind.Subject, new GuardWords("Canaries", "purgeweed", CheckDigit.None, GuardAct.Hold, "Secret.", "That there are some.", village.Administrator, null, village.Clock.GetUtcNow().UtcDateTime.AddDays(9)));
        var held = await Assert.ThrowsAsync<HeldException>(() => village.Add(village.Member, topic, Part.Reply, body: "canary-waited of purgeweed"));
        await village.Verb<ClaimSubmission>().Run(village.Administrator, held.SubmissionId);
        await village.Verb<JudgeSubmission>().Run(village.Administrator, held.SubmissionId, SubmissionState.Released, null, 1);
        await village.Verb<ReleaseSubmissions>().Run();
        await village.Verb<EndGuardRule>().Run(null, rule);
        var post = (await village.Read(db => db.Submissions.Where(s => s.Id == held.SubmissionId).Select(s => s.PostId).SingleAsync()))!.Value;
        var hold = await village.Verb<HoldThings>().Run(village.Administrator, null, topic, null, null, "A court asks what was said.");
        var purge = await village.Verb<AskPurge>().Run(village.Moderator, post, "Erase it.", 7);

        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<DecidePurge>().Run(village.Administrator, purge, true));
        Assert.True(await village.Read(db => db.Submissions.AnyAsync(s => s.Request.Contains("canary-waited"))));
        await village.Verb<EndHold>().Run(village.Administrator, hold);
        await village.Verb<DecidePurge>().Run(village.Administrator, purge, true);

        Assert.False(await village.Read(db => db.Submissions.AnyAsync(s => s.Request.Contains("canary-waited"))));
        Assert.False(await village.Read(db => db.Revisions.AnyAsync(r => r.Source.Contains("canary-waited"))));
    }

    [Fact]
    public async Task Flags_of_a_post_are_one_case_that_one_person_judges()
    {
        var reply = await Reply();
        var one = await village.Verb<FlagPost>().Run(village.Colleague, reply, ReasonClass.Privacy, "Names a reader.");
        Assert.Equal(one, await village.Verb<FlagPost>().Run(village.UnitMember, reply, ReasonClass.Conduct, "Unkind."));
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<FlagPost>().Run(village.Colleague, reply, ReasonClass.Order, "Again."));
        await VillageActs.Refused(Refusal.Forbidden, () => village.Verb<FlagPost>().Run(village.Member, reply, ReasonClass.Order, "Mine."));
        await VillageActs.Refused(Refusal.Invalid, () => village.Verb<FlagPost>().Run(village.Writer, reply, ReasonClass.Order, " "));
        await VillageActs.Refused(Refusal.NotFound, () => village.Verb<ClaimCase>().Run(village.Colleague, one));

        await village.Verb<ClaimCase>().Run(village.Steward, one);
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<ClaimCase>().Run(village.Moderator, one));
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<DecideCase>().Run(village.Moderator, one, CaseOutcome.Removed, 1, "It does."));
        await village.Verb<ClaimCase>().Run(village.Steward, one, isTaken: false);
        var both = await Task.WhenAll(new[] { village.Moderator, village.Administrator }.Select(async by =>
        {
            try { await village.Verb<DecideCase>().Run(by, one, CaseOutcome.Removed, 1, "It does."); return true; }
            catch (RefusedException refused) when (refused.Kind == Refusal.Conflict) { return false; }
        }));

        Assert.Equal(1, both.Count(done => done));
        Assert.Equal(1, await village.Read(db => db.Removals.CountAsync(r => r.PostId == reply)));
        await Hear();
        Assert.Equal(Sorted(village.Colleague, village.UnitMember), await Told(NoticeKind.FlagsDecided, reply));
        Assert.Equal([village.Member], await Told(NoticeKind.TakenOut, reply));
        Assert.All(await village.Read(db => db.Notifications.Where(n => n.PostId == reply && n.Kind >= NoticeKind.TakenOut).ToListAsync()), notice => Assert.Null(notice.ActorId));
    }

    [Fact]
    public async Task Somebody_who_flags_without_end_is_stopped()
    {
        var flagger = await village.Person("Fay Flagger");
        for (var i = 0; i < Flag.MostADay; i++) await village.Verb<FlagPost>().Run(flagger, await Reply(), ReasonClass.Order, "x");
        await VillageActs.Refused(Refusal.TooMany, async () => await village.Verb<FlagPost>().Run(flagger, await Reply(), ReasonClass.Order, "x"));
    }

    [Fact]
    public async Task An_appeal_is_judged_once_by_somebody_who_did_not_decide_and_what_is_overturned_is_back()
    {
        var reply = await Reply();
        await village.Verb<HidePost>().Run(village.Administrator, reply, "Perhaps.", 2);
        await village.Verb<RemovePost>().Run(village.Moderator, reply, "Unkind.", 2);
        var act = await village.Read(db => db.Removals.Where(r => r.PostId == reply && r.LiftedAt == null).Select(r => r.Id).SingleAsync());
        await VillageActs.Refused(Refusal.Forbidden, () => village.Verb<AppealAct>().Run(village.Writer, act, null, "Not mine."));
        await VillageActs.Refused(Refusal.Invalid, () => village.Verb<AppealAct>().Run(village.Member, act, null, " "));
        var appeal = await village.Verb<AppealAct>().Run(village.Member, act, null, "It was a quotation.");
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<AppealAct>().Run(village.Member, act, null, "Again."));

        foreach (var party in new[] { village.Moderator, village.Administrator }) await VillageActs.Refused(Refusal.Forbidden, () => village.Verb<JudgeAppeal>().Run(party, appeal, true, "Right."));
        await VillageActs.Refused(Refusal.NotFound, () => village.Verb<JudgeAppeal>().Run(village.Steward, appeal, true, "Right."));
        var other = await village.Person("Nora Judge", Role.Moderator);
        await village.Verb<JudgeAppeal>().Run(other, appeal, true, "A quotation it is.");

        Assert.Equal(Standing.Published, (await village.Post(reply)).Standing);
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<JudgeAppeal>().Run(other, appeal, false, "No."));
        await Hear();
        Assert.Equal([village.Member], await Told(NoticeKind.AppealJudged, reply));
        Assert.Equal([village.Member], await Told(NoticeKind.BroughtBack, reply));
    }

    [Fact]
    public async Task Who_is_suspended_reads_and_does_not_write_until_its_time_is_over()
    {
        var (topic, person) = (await village.Start(village.Writer), await village.Person("Sus Pended"));
        await VillageActs.Refused(Refusal.NotFound, () => village.Verb<SuspendPerson>().Run(village.Steward, person, 7, 2, "Insults."));
        await VillageActs.Refused(Refusal.Forbidden, () => village.Verb<SuspendPerson>().Run(village.Moderator, village.Administrator, 7, 2, "Insults."));
        var own = await village.Add(person, topic, Part.Reply);
        await village.Verb<SuspendPerson>().Run(village.Moderator, person, 7, 2, "Insults.");
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<SuspendPerson>().Run(village.Administrator, person, 7, 2, "Insults."));

        await VillageActs.Refused(Refusal.Forbidden, () => village.Add(person, topic, Part.Reply));
        await VillageActs.Refused(Refusal.Forbidden, () => village.Verb<FlagPost>().Run(person, own, ReasonClass.Order, "x"));
        Assert.True((await village.Read(db => db.Viewer(person))).CanRead((await village.Topic(topic)).SpaceId));
        await village.Verb<WithdrawPost>().Run(person, own);
        await Hear();
        Assert.True(await village.Read(db => db.Notifications.AnyAsync(n => n.PersonId == person && n.Kind == NoticeKind.Suspended)));

        var suspension = await village.Read(db => db.Suspensions.Where(s => s.PersonId == person).Select(s => s.Id).SingleAsync());
        var appeal = await village.Verb<AppealAct>().Run(person, null, suspension, "It was a joke.");
        await VillageActs.Refused(Refusal.Forbidden, () => village.Verb<JudgeAppeal>().Run(village.Moderator, appeal, true, "Right."));
        await village.Verb<JudgeAppeal>().Run(village.Administrator, appeal, false, "No joke.");
        await VillageActs.Refused(Refusal.Forbidden, () => village.Add(person, topic, Part.Reply));
        village.Clock.Pass(TimeSpan.FromDays(8));
        await village.Verb<EndSuspensions>().Run();
        await village.Add(person, topic, Part.Reply);
    }

    [Fact]
    public async Task Slow_mode_and_a_lock_hold_all_but_those_who_moderate()
    {
        var topic = await village.Start(village.Writer);
        await VillageActs.Refused(Refusal.Forbidden, () => village.Verb<SlowTopic>().Run(village.Writer, topic, 10));
        await village.Verb<SlowTopic>().Run(village.Steward, topic, 10);
        var reply = await village.Add(village.Member, topic, Part.Reply);
        await VillageActs.Refused(Refusal.TooMany, () => village.Add(village.Member, topic, Part.Reply));
        await village.Add(village.Colleague, topic, Part.Reply);
        foreach (var _ in new[] { 1, 2 }) await village.Add(village.Steward, topic, Part.Reply);
        village.Clock.Pass(TimeSpan.FromMinutes(11));
        await village.Add(village.Member, topic, Part.Reply);
        await village.Verb<SlowTopic>().Run(village.Steward, topic, 0);
        await village.Add(village.Member, topic, Part.Reply);

        await village.Verb<LockPost>().Run(village.Steward, reply, 2, "Back and forth.");
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<RevisePost>().Run(village.Member, reply, new Edit("Mine again.", null, null)));
        await village.Verb<RevisePost>().Run(village.Moderator, reply, new Edit("As it was.", null, null));
        village.Clock.Pass(TimeSpan.FromHours(3));
        await village.Verb<RevisePost>().Run(village.Member, reply, new Edit("Mine again.", null, null));
    }

    [Fact]
    public async Task The_ledger_counts_acts_by_rule_and_names_nobody()
    {
        var now = village.Clock.Now();
        var reply = await Reply();
        var before = await village.Verb<ReadLedger>().Run(now.AddMinutes(-1), now.AddDays(1));
        await village.Verb<RemovePost>().Run(village.Moderator, reply, "Mrs Smith is named.", 3);
        var act = await village.Read(db => db.Removals.Where(r => r.PostId == reply).Select(r => r.Id).SingleAsync());
        await village.Verb<JudgeAppeal>().Run(village.Administrator, await village.Verb<AppealAct>().Run(village.Member, act, null, "No."), true, "Right.");

        var month = await village.Verb<ReadLedger>().Run(now.AddMinutes(-1), now.AddDays(1));

        var row = month.Rows.Single(r => r.Rule.StartsWith("3.", StringComparison.Ordinal));
        Assert.Equal((1, 1, 1), (row.Acts[LedgerAct.Removed] - (before.Rows.FirstOrDefault(r => r.Rule == row.Rule)?.Acts[LedgerAct.Removed] ?? 0), row.Appealed, row.Overturned));
        Assert.DoesNotContain("Smith", System.Text.Json.JsonSerializer.Serialize(month), StringComparison.Ordinal);
    }

    async Task<long> Reply() => await village.Add(village.Member, await village.Start(village.Writer), Part.Reply);

    async Task Hear()
    {
        var notify = new NotifyPeople(village.Store, village.Clock);
        while (await notify.Step(TestContext.Current.CancellationToken)) { }
    }

    Task<List<long>> Told(NoticeKind kind, long postId) => village.Read(db => db.Notifications.Where(n => n.Kind == kind && n.PostId == postId).OrderBy(n => n.PersonId).Select(n => n.PersonId).ToListAsync());

    static List<long> Sorted(params long[] ids) => [.. ids.Order()];
}
