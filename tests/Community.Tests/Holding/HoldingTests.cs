using Community.Events;
using Community.Governance;
using Community.People;
using Community.Questions;
using Community.Questions.Asking;
using Community.Spaces;
using Community.Spaces.Voices;
using Community.Topics;
using Community.Topics.Checks;
using Community.Topics.Holding;
using Community.Topics.Voices;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Holding;

/// <summary>What waits before others see it, and in whose name it is said.</summary>
public sealed class HoldingTests(Village village) : IClassFixture<Village>
{
    static readonly ApprovalTerms Terms = new("First posts", "We look at first posts together.", null, null, null, 1, false, false, false, 4, null);

    [Fact]
    public async Task A_first_post_waits_is_returned_mended_approved_and_only_then_there_is_a_post()
    {
        var rule = await village.Verb<KeepApprovalRule>().Run(village.Administrator, null, Terms);
        try
        {
            var topic = await Thread();
            var newcomer = await village.Person("Nils Newman");
            var held = await Held(() => Reply(newcomer, topic, "Hello, my reader Anna Bell wants to know."));
            Assert.Equal(0, await village.Read(db => db.Posts.CountAsync(p => p.AuthorId == newcomer)));
            var other = await Viewer(village.Member);
            Assert.Null(await village.Read(db => db.SubmissionsFor(other, village.Clock.Now()).FirstOrDefaultAsync(s => s.Id == held)));

            await Refused(Refusal.NotFound, () => village.Verb<ClaimSubmission>().Run(village.Member, held));
            await Refused(Refusal.Forbidden, () => village.Verb<JudgeSubmission>().Run(newcomer, held, SubmissionState.Released, "", 1));
            await village.Verb<ClaimSubmission>().Run(village.Steward, held);
            await Refused(Refusal.Conflict, () => village.Verb<ClaimSubmission>().Run(village.Moderator, held));
            await Refused(Refusal.Conflict, () => village.Verb<JudgeSubmission>().Run(village.Moderator, held, SubmissionState.Released, "", 1));
            await Refused(Refusal.Invalid, () => village.Verb<JudgeSubmission>().Run(village.Steward, held, SubmissionState.Returned, " ", 1));
            await village.Verb<JudgeSubmission>().Run(village.Steward, held, SubmissionState.Returned, "Leave out the reader's name.", 1);

            await village.Verb<ResendSubmission>().Run(newcomer, held, null, "Hello, a reader wants to know.", null);
            await Refused(Refusal.Conflict, () => village.Verb<JudgeSubmission>().Run(village.Steward, held, SubmissionState.Released, "", 1));
            await village.Verb<JudgeSubmission>().Run(village.Steward, held, SubmissionState.Released, "", 2);
            await Refused(Refusal.Conflict, () => village.Verb<JudgeSubmission>().Run(village.Moderator, held, SubmissionState.Declined, "No.", 2));
            await village.Verb<ReleaseSubmissions>().Run();
            await village.Verb<ReleaseSubmissions>().Run();

            var post = Assert.Single(await village.Read(db => db.Posts.Where(p => p.AuthorId == newcomer).Include(p => p.Revisions).ToListAsync()));
            Assert.Equal("Hello, a reader wants to know.", post.Revisions[0].Source);
            var submission = await village.Read(db => db.Submissions.FirstAsync(s => s.Id == held));
            Assert.Equal((SubmissionState.Published, post.Id), (submission.State, submission.PostId));
            await Reply(newcomer, topic, "The second one stands at once.");
        }
        finally
        {
            await village.Verb<EndApprovalRule>().Run(village.Administrator, rule);
        }
    }

    [Fact]
    public async Task Whoever_lost_the_right_meanwhile_is_told_and_nothing_is_posted()
    {
        var rule = await village.Verb<KeepApprovalRule>().Run(village.Administrator, null, Terms with { FirstPosts = null, HasAttachment = false, OpeningsOnly = false });
        var topic = await Thread(rule);
        var held = await Held(() => Reply(village.Member, topic, "Too late."));
        await village.Verb<CloseTopic>().Run(village.Steward, topic, Outcome.Decided, "It is decided.");
        await village.Verb<JudgeSubmission>().Run(village.Steward, held, SubmissionState.Released, "", 1);
        await village.Verb<EndApprovalRule>().Run(village.Administrator, rule);

        await village.Verb<ReleaseSubmissions>().Run();

        var submission = await village.Read(db => db.Submissions.FirstAsync(s => s.Id == held));
        Assert.Equal((SubmissionState.Failed, true), (submission.State, submission.Note.StartsWith("This topic is closed.", StringComparison.Ordinal)));
        Assert.Equal(1, await village.Read(db => db.Posts.CountAsync(p => p.TopicId == topic)));
    }

    [Fact]
    public async Task What_is_found_is_masked_justified_or_sent_to_somebody_and_a_program_is_not_asked()
    {
        await village.Verb<ReadyGuards>().Run();
        var topic = await Thread();
        var card = "She paid with 4111 1111 1111 1111.";
        var own = new Speech();

        var stopped = await Assert.ThrowsAsync<CheckedException>(() => Reply(village.Member, topic, card, own));
        Assert.Equal(("4111 1111 1111 1111", false), (Assert.Single(stopped.Found).Words, stopped.MustBeSent));

        var masked = await Reply(village.Member, topic, card, own with { MasksFound = true });
        Assert.Equal("She paid with •••• •••• •••• 1111.", await Text(masked));
        var justified = await Reply(village.Member, topic, card, own with { Justification = "A number from the handbook of the bank, no card." });
        Assert.Equal(card, await Text(justified));
        var held = await Held(() => Reply(village.Member, topic, card, own with { IsToReviewer = true }));
        Assert.StartsWith("Check|", await village.Read(db => db.Submissions.Where(s => s.Id == held).Select(s => s.Reasons).FirstAsync()), StringComparison.Ordinal);
        await Held(() => village.Verb<AddPost>().Run(village.Member, topic, Part.Reply, null, card));
        Assert.Equal([HitOutcome.Held, HitOutcome.Held, HitOutcome.Justified], (await village.Read(db => db.CheckHits.Where(h => db.Set<GuardRule>().Any(r => r.Id == h.RuleId && r.Kind == GuardKind.Card)).Select(h => h.Outcome).ToListAsync())).OrderBy(o => o.ToString()));
    }

    [Fact]
    public async Task A_watched_subject_holds_only_where_and_as_long_as_it_holds()
    {
        var words = new GuardWords("Running tender", "tender price", CheckDigit.None, GuardAct.Hold, "Prices of running tenders are secret by law.", "That there is a tender is known.", village.Administrator, await SpaceId(Village.Institution), village.Clock.Now().AddDays(10));
        var rule = await village.Verb<KeepGuardRule>().Run(village.Administrator, null, GuardKind.Subject, words);
        var (here, there) = (await Thread(), await village.Verb<StartTopic>().Run(village.Writer, Village.Public, TopicKind.Thread, "Elsewhere", "What is new?", []));
        var text = "The prices in the tenders are high.";

        Assert.True((await Assert.ThrowsAsync<CheckedException>(() => Reply(village.Member, here, text, new Speech { Justification = "It is known." }))).MustBeSent);
        await Reply(village.Member, there, text, new Speech());
        await Held(() => Reply(village.Member, here, text, new Speech { IsToReviewer = true }));
        await village.Verb<EndGuardRule>().Run(village.Administrator, rule);
        await Reply(village.Member, here, text, new Speech());
        await Refused(Refusal.NotFound, () => village.Verb<KeepGuardRule>().Run(village.Steward, null, GuardKind.Subject, words));
    }

    [Fact]
    public async Task Speaking_for_the_institution_needs_a_grant_a_second_look_and_a_second_person()
    {
        await Named();
        var topic = await village.Verb<StartTopic>().Run(village.Writer, Village.Public, TopicKind.Thread, "Opening hours", "When?", []);
        var speech = new Speech(Voice.Institution);
        await Refused(Refusal.Forbidden, () => Reply(village.Member, topic, "We open at nine.", speech with { IsSure = true }));
        var until = village.Clock.Now().AddDays(30);
        await Refused(Refusal.NotFound, () => village.Verb<GrantVoice>().Run(village.Steward, village.Member, Voice.Institution, null, null, until, true, "She keeps the web pages."));
        await Refused(Refusal.Invalid, () => village.Verb<GrantVoice>().Run(village.Administrator, village.Guest, Voice.Institution, null, null, until, true, "No."));
        var grant = await village.Verb<GrantVoice>().Run(village.Administrator, village.Member, Voice.Institution, null, null, until, true, "She keeps the web pages.");
        await village.Verb<GrantVoice>().Run(village.Administrator, village.Colleague, Voice.Institution, null, null, until, true, "He does, too.");

        await Refused(Refusal.Invalid, () => Reply(village.Member, topic, "We open at nine.", speech));
        var held = await Held(() => Reply(village.Member, topic, "We open at nine.", speech with { IsSure = true }));
        await Refused(Refusal.NotFound, () => village.Verb<JudgeSubmission>().Run(village.Steward, held, SubmissionState.Released, "", 1));
        await village.Verb<JudgeSubmission>().Run(village.Colleague, held, SubmissionState.Released, "", 1);
        await village.Verb<ReleaseSubmissions>().Run();

        var post = await village.Read(db => db.Posts.FirstAsync(p => p.TopicId == topic && p.Voice == Voice.Institution));
        Assert.NotEqual(village.Member, post.AuthorId);
        Assert.Equal("University Library", await village.Read(db => db.People.Where(p => p.Id == post.AuthorId).Select(p => p.Name).FirstAsync()));
        Assert.Equal(village.Member, await village.Read(db => db.Masks.Where(m => m.Id == post.AuthorId).Select(m => m.PersonId).FirstAsync()));

        // A change needs the second person again; a colleague with the same voice is not its author.
        await Held(() => village.Verb<RevisePost>().Run(village.Member, post.Id, new Edit("We open at ten.", null, 1), new Speech { IsSure = true }));
        await Refused(Refusal.Forbidden, () => village.Verb<RevisePost>().Run(village.Colleague, post.Id, new Edit("We open at ten.", null, 1)));
        await village.Verb<EndVoiceGrant>().Run(village.Administrator, grant);
        await Refused(Refusal.Forbidden, () => Reply(village.Member, topic, "We close at nine.", speech with { IsSure = true }));
    }

    [Fact]
    public async Task Without_a_second_person_it_can_be_taken_back_for_half_a_minute()
    {
        await Named();
        var topic = await village.Verb<StartTopic>().Run(village.Writer, Village.Public, TopicKind.Thread, "Lockers", "Which?", []);
        await village.Verb<GrantVoice>().Run(village.Administrator, village.Writer, Voice.Institution, null, Village.Public, village.Clock.Now().AddDays(30), false, "She keeps the lockers.");
        var speech = new Speech(Voice.Institution) { IsSure = true };

        var first = await Held(() => Reply(village.Writer, topic, "All of them.", speech));
        await village.Verb<ReleaseSubmissions>().Run();
        Assert.Equal(1, await village.Read(db => db.Posts.CountAsync(p => p.TopicId == topic)));
        await village.Verb<UndoSubmission>().Run(village.Writer, first);
        village.Clock.Pass(TimeSpan.FromSeconds(31));
        await village.Verb<ReleaseSubmissions>().Run();
        Assert.Equal(1, await village.Read(db => db.Posts.CountAsync(p => p.TopicId == topic)));

        var second = await Held(() => Reply(village.Writer, topic, "The blue ones.", speech));
        village.Clock.Pass(TimeSpan.FromSeconds(31));
        await village.Verb<ReleaseSubmissions>().Run();
        Assert.Equal(2, await village.Read(db => db.Posts.CountAsync(p => p.TopicId == topic)));
        await Refused(Refusal.Conflict, () => village.Verb<UndoSubmission>().Run(village.Writer, second));
        var elsewhere = await Thread();
        await Refused(Refusal.Forbidden, () => Reply(village.Writer, elsewhere, "Elsewhere it has no such voice.", speech));
    }

    [Fact]
    public async Task What_sounds_like_the_institution_is_asked_about_once()
    {
        await village.Verb<ReadyGuards>().Run();
        var (topic, text) = (await Thread(), "The library recommends the blue one.");

        await Assert.ThrowsAsync<CheckedException>(() => Reply(village.Member, topic, text, new Speech()));
        await Reply(village.Member, topic, text, new Speech { IsMeant = true });
        await village.Verb<AddPost>().Run(village.Member, topic, Part.Reply, null, text);
    }

    [Fact]
    public async Task A_question_that_waited_is_asked_with_all_that_it_brought_and_who_looks_does_not_see_who_asks_without_a_name()
    {
        await village.Verb<Community.Topics.Masks.AllowMasks>().Run(village.Administrator, Village.Institution, true);
        var rule = await village.Verb<KeepApprovalRule>().Run(village.Administrator, null, Terms with { FirstPosts = null, OpeningsOnly = true });
        var asked = await Held(() => village.Verb<AskQuestion>().Run(village.Member, Village.Institution, "Whom do I ask?", "About this.", ["desk"], AskedWhom.People, [village.Writer]));
        var masked = await Held(() => village.Verb<AskQuestion>().Run(village.Member, Village.Institution, "Whom do I tell?", "About that.", [], AskedWhom.Space, [], masked: true));
        Assert.Equal([false, true], await village.Read(db => db.Submissions.Where(s => s.Id == asked || s.Id == masked).OrderBy(s => s.Id).Select(s => s.IsMasked).ToListAsync()));
        foreach (var id in new[] { asked, masked }) await village.Verb<JudgeSubmission>().Run(village.Steward, id, SubmissionState.Released, "", 1);
        await village.Verb<EndApprovalRule>().Run(village.Administrator, rule);

        await village.Verb<ReleaseSubmissions>().Run();

        var questions = await village.Read(db => db.Topics.Where(t => t.Title.StartsWith("Whom do I")).Include(t => t.Tags).OrderBy(t => t.Id).ToListAsync());
        Assert.Equal([(village.Member, false, 1), (questions[1].AuthorId, true, 0)], questions.Select(q => (q.AuthorId, q.MaskedAt is not null, q.Tags.Count)));
        Assert.NotEqual(village.Member, questions[1].AuthorId);
        Assert.Equal([village.Writer], await village.Read(db => db.Invitations.Where(i => i.TopicId == questions[0].Id).Select(i => i.PersonId).ToListAsync()));
    }

    [Fact]
    public async Task What_waits_too_long_is_told_once()
    {
        var rule = await village.Verb<KeepApprovalRule>().Run(village.Administrator, null, Terms with { FirstPosts = null });
        var held = await Held(() => Thread());
        await village.Verb<EndApprovalRule>().Run(village.Administrator, rule);
        await village.Verb<EscalateSubmissions>().Run();
        Assert.Null(await village.Read(db => db.Submissions.Where(s => s.Id == held).Select(s => s.LateAt).FirstAsync()));

        village.Clock.Pass(TimeSpan.FromHours(4));
        await village.Verb<EscalateSubmissions>().Run();
        await village.Verb<EscalateSubmissions>().Run();

        Assert.Equal(1, await village.Read(db => db.Events.CountAsync(e => e.Kind == EventKind.JudgingLate && e.SubjectId == held)));
    }

    [Fact]
    public async Task A_space_says_who_may_do_what_and_nothing_else_changes()
    {
        await village.Verb<RuleSpace>().Run(village.Steward, Village.Partners, new Dictionary<Act, int> { [Act.StartTopic] = 2, [Act.Remove] = 1 });

        var (member, steward, administrator) = (await Viewer(village.Member), await Viewer(village.Steward), await Viewer(village.Administrator));
        var (here, there) = (await SpaceId(Village.Partners), await SpaceId(Village.Public));
        Assert.Equal((false, true, true), (member.May(Act.StartTopic, here), member.May(Act.Reply, here), member.May(Act.StartTopic, there)));
        Assert.Equal((true, true, false), (steward.May(Act.StartTopic, here), steward.May(Act.Remove, here), steward.May(Act.Remove, there)));
        Assert.True(administrator.May(Act.StartTopic, here));
        await Refused(Refusal.Forbidden, () => village.Verb<RuleSpace>().Run(village.Member, Village.Partners, new Dictionary<Act, int>()));
        await Refused(Refusal.Invalid, () => village.Verb<RuleSpace>().Run(village.Steward, Village.Partners, new Dictionary<Act, int> { [Act.StartTopic] = 9 }));
        await village.Verb<RuleSpace>().Run(village.Steward, Village.Partners, new Dictionary<Act, int>());
    }

    [Fact]
    public async Task A_disclaimer_keeps_the_version_of_the_day()
    {
        var known = village.Get<KnownDisclaimers>();
        Assert.Null((await known.Versions())(village.Clock.Now()));
        await village.Verb<WriteDisclaimer>().Run(village.Administrator, "First.");
        var first = village.Clock.Now();
        village.Clock.Pass(TimeSpan.FromDays(1));
        await village.Verb<WriteDisclaimer>().Run(village.Administrator, "Second.");

        var versions = await known.Versions();
        Assert.Equal(["First.", "First.", "Second."], new[] { first.AddDays(-9), first.AddHours(1), village.Clock.Now() }.Select(at => versions(at)));
        await Refused(Refusal.Conflict, () => village.Verb<WriteDisclaimer>().Run(village.Administrator, "Second."));
        await Refused(Refusal.NotFound, () => village.Verb<WriteDisclaimer>().Run(village.Steward, "Third."));
        await village.Verb<WriteDisclaimer>().Run(village.Administrator, "");
        Assert.Null((await known.Versions())(village.Clock.Now()));
    }

    Task Named() => village.Verb<DescribeInstitution>().Run(null, "University Library", "https://community.library.example", SignUp.Closed, "", "Europe/Berlin");

    async Task<long> Thread(long? endFirst = null)
    {
        if (endFirst is { } rule) await village.Verb<EndApprovalRule>().Run(village.Administrator, rule);
        var id = await village.Verb<StartTopic>().Run(village.Writer, Village.Institution, TopicKind.Thread, "Where it is said", "What do you think?", []);
        if (endFirst is { } again) await village.Verb<KeepApprovalRule>().Run(village.Administrator, again, Terms with { FirstPosts = null });
        return id;
    }

    Task<long> Reply(long personId, long topicId, string text, Speech? speech = null) => village.Verb<AddPost>().Run(personId, topicId, Part.Reply, null, text, speech: speech);

    static async Task<long> Held(Func<Task> act) => (await Assert.ThrowsAsync<HeldException>(act)).SubmissionId;

    static async Task Refused(Refusal kind, Func<Task> act) => Assert.Equal(kind, (await Assert.ThrowsAsync<RefusedException>(act)).Kind);

    Task<string> Text(long postId) => village.Read(db => db.Revisions.Where(r => r.PostId == postId).Select(r => r.Source).FirstAsync());

    Task<long> SpaceId(string slug) => village.Read(db => db.Spaces.Where(s => s.Slug == slug).Select(s => s.Id).FirstAsync());

    Task<Viewer> Viewer(long personId) => village.Read(db => db.Viewer(personId));
}
