using Community.Governance;
using Community.Notes.Combining;
using Community.People;
using Community.Questions.Answering;
using Community.Spaces;
using Community.Spaces.Voices;
using Community.Topics;
using Community.Topics.Checks;
using Community.Topics.Holding;
using Community.Topics.Moderating;
using Community.Topics.Voices;
using Microsoft.EntityFrameworkCore;
using static Community.Tests.VillageActs;

namespace Community.Tests.Holding;

/// <summary>Ways around a voice, a rule or a watched subject that are none; and what is out of sight of those who decide.</summary>
public sealed class HeldEdgeTests(Village village) : IClassFixture<Village>, IAsyncLifetime
{
    static readonly Speech ForAll = new(Voice.Institution) { IsSure = true };

    public async ValueTask InitializeAsync() => await village.Verb<DescribeInstitution>().Run(null, "University Library", "https://community.library.example", SignUp.Closed, "", "Europe/Berlin");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Who_opened_a_topic_in_a_voice_speaks_in_it_for_themselves_all_the_same()
    {
        var grant = await Grant(village.Member);
        await Held(() => village.Verb<StartTopic>().Run(village.Member, Village.Public, TopicKind.Question, "Where are the lockers?", "We ask our readers.", [], speech: ForAll));
        await Publish();
        var topic = await village.Read(db => db.Topics.SingleAsync(t => t.Title == "Where are the lockers?"));
        Assert.NotEqual(village.Member, topic.AuthorId);

        var own = await village.Add(village.Member, topic.Id, Part.Answer, body: "I like the blue ones.");
        await village.Verb<EndVoiceGrant>().Run(village.Administrator, grant);
        var later = await village.Add(village.Member, topic.Id, Part.Answer, body: "I like them still.");
        await village.Verb<MarkHelpful>().Run(village.Member, await village.Add(village.Writer, topic.Id, Part.Answer));

        foreach (var post in new[] { own, later }) Assert.Equal((village.Member, Voice.Personal), ((await village.Post(post)).AuthorId, (await village.Post(post)).Voice));
        Assert.Equal([village.Member], await village.Read(db => db.HelpfulMarks.Where(m => m.Post.TopicId == topic.Id).Select(m => m.PersonId).ToListAsync()));
    }

    [Fact]
    public async Task What_is_said_in_a_voice_is_changed_in_it_or_not_at_all()
    {
        var topic = await village.Start(village.Writer, space: Village.Public);
        await Grant(village.Member);
        await Held(() => village.Verb<AddPost>().Run(village.Member, topic, Part.Reply, null, "We open at nine.", speech: ForAll));
        await Publish();
        var post = await village.Read(db => db.Posts.Where(p => p.TopicId == topic && p.Voice == Voice.Institution).Select(p => p.Id).SingleAsync());

        await Refused(Refusal.Forbidden, () => village.Verb<RevisePost>().Run(village.Moderator, post, new Edit("We open at ten.", null, 1)));
        var grant = await Grant(village.Moderator, needsSecond: true);
        await Held(() => village.Verb<RevisePost>().Run(village.Moderator, post, new Edit("We open at ten.", null, 1)));
        await village.Verb<EndVoiceGrant>().Run(village.Administrator, grant);
        await Grant(village.Moderator);
        await village.Verb<RevisePost>().Run(village.Moderator, post, new Edit("We open at ten.", null, 1));

        var editor = (await village.Post(post)).Revisions[^1].EditorId;
        var mask = await village.Read(db => db.Masks.AsNoTracking().SingleAsync(m => m.Id == editor));
        Assert.Equal((village.Moderator, Voice.Institution), (mask.PersonId, mask.Voice));
    }

    [Fact]
    public async Task Who_decides_sees_neither_what_is_taken_back_nor_what_went_out_of_sight()
    {
        await Grant(village.Member);
        var topic = await village.Start(village.Writer);
        var taken = await Held(() => village.Verb<AddPost>().Run(village.Member, topic, Part.Reply, null, "Oh, no.", speech: ForAll));
        Assert.False(await Judges(village.Steward, taken));
        await village.Verb<UndoSubmission>().Run(village.Member, taken);
        Assert.False(await Judges(village.Steward, taken));

        var rule = await Rule();
        var held = await Held(() => village.Add(village.Member, topic, Part.Reply, body: "A word that goes."));
        await village.Verb<EndApprovalRule>().Run(village.Administrator, rule);
        await village.Verb<JudgeSubmission>().Run(village.Steward, held, SubmissionState.Released, "", 1);
        await village.Verb<ReleaseSubmissions>().Run();
        Assert.True(await Judges(village.Steward, held));
        var post = await village.Read(db => db.Submissions.Where(s => s.Id == held).Select(s => s.PostId!.Value).SingleAsync());
        await village.Verb<WithdrawPost>().Run(village.Member, post);
        Assert.False(await Judges(village.Steward, held));

        village.Clock.Pass(TimeSpan.FromDays(31));
        await village.Verb<EraseWithdrawn>().Run();
        Assert.DoesNotContain("A word that goes.", await village.Read(db => db.Submissions.Where(s => s.Id == held).Select(s => s.Request).SingleAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_suspended_releases_nothing()
    {
        await Grant(village.Writer, needsSecond: true);
        await Grant(village.Colleague, needsSecond: true);
        var topic = await village.Start(village.Writer);
        var held = await Held(() => village.Verb<AddPost>().Run(village.Writer, topic, Part.Reply, null, "We open at nine.", speech: ForAll));
        Assert.True(await Judges(village.Colleague, held));

        await village.Verb<SuspendPerson>().Run(village.Moderator, village.Colleague, 3, 2, "Insults.");

        await Refused(Refusal.NotFound, () => village.Verb<JudgeSubmission>().Run(village.Colleague, held, SubmissionState.Released, "", 1));
        village.Clock.Pass(TimeSpan.FromDays(4));
        await village.Verb<EndSuspensions>().Run();
        await village.Verb<JudgeSubmission>().Run(village.Colleague, held, SubmissionState.Released, "", 1);
    }

    [Fact]
    public async Task What_goes_with_a_text_is_looked_through_with_it()
    {
        await village.Verb<KeepGuardRule>().Run(null, null, GuardKind.Subject, new GuardWords("Strike", "walkout", CheckDigit.None, GuardAct.Hold, "It is not decided.", "That there are talks is known.", village.Administrator, null, village.Clock.Now().AddDays(90)));
        var topic = await village.Start(village.Writer);
        var post = await village.Add(village.Writer, topic, Part.Reply);
        var note = await village.Start(village.Writer, TopicKind.Note, title: "Opening the doors");

        await Assert.ThrowsAsync<CheckedException>(() => village.Verb<AddPost>().Run(village.Writer, topic, Part.Reply, null, "Harmless.", speech: new Speech { Interest = "I plan the walkout." }));
        await Assert.ThrowsAsync<CheckedException>(() => village.Verb<RevisePost>().Run(village.Writer, post, new Edit("Harmless.", "Because of the walkout", 1), new Speech()));
        await Refused(Refusal.Conflict, () => village.Verb<MakeVariant>().Run(village.Writer, note, new VariantText(Village.Institution, "During the walkout", "Otherwise.", [], null, "At Law")));
        await village.Verb<MakeVariant>().Run(village.Writer, note, new VariantText(Village.Institution, "At weekends", "Otherwise.", [], null, "At Law"));
    }

    [Fact]
    public async Task An_edit_that_waits_does_not_overwrite_what_was_saved_meanwhile_and_becomes_a_draft_again()
    {
        var topic = await village.Start(village.Writer);
        var post = await village.Add(village.Member, topic, Part.Reply);
        var rule = await Rule();
        await Assert.ThrowsAsync<StaleEditException>(() => village.Verb<RevisePost>().Run(village.Member, post, new Edit("On a revision that is not the newest.", null, 9)));
        var held = await Held(() => village.Verb<RevisePost>().Run(village.Member, post, new Edit("As it should be.", null, null)));
        await village.Verb<EndApprovalRule>().Run(village.Administrator, rule);
        await village.Verb<RevisePost>().Run(village.Moderator, post, new Edit("Without the name.", null, 1));
        await village.Verb<JudgeSubmission>().Run(village.Steward, held, SubmissionState.Released, "", 1);

        await village.Verb<ReleaseSubmissions>().Run();

        Assert.Equal("Without the name.", (await village.Post(post)).Revisions[^1].Source);
        Assert.Equal(SubmissionState.Failed, await village.Read(db => db.Submissions.Where(s => s.Id == held).Select(s => s.State).SingleAsync()));
        await village.Verb<UndoSubmission>().Run(village.Member, held);
    }

    [Fact]
    public async Task What_waited_is_posted_in_a_slow_topic_too()
    {
        var topic = await village.Start(village.Writer);
        var rule = await Rule();
        var waiting = new List<long> { await Held(() => village.Add(village.Member, topic, Part.Reply, body: "One.")), await Held(() => village.Add(village.Member, topic, Part.Reply, body: "Two.")) };
        await village.Verb<EndApprovalRule>().Run(village.Administrator, rule);
        await village.Verb<SlowTopic>().Run(village.Moderator, topic, 60);
        foreach (var held in waiting) await village.Verb<JudgeSubmission>().Run(village.Steward, held, SubmissionState.Released, "", 1);

        await village.Verb<ReleaseSubmissions>().Run();

        Assert.Equal(2, await village.Read(db => db.Posts.CountAsync(p => p.TopicId == topic && p.Part == Part.Reply)));
    }

    [Fact]
    public void What_is_only_pointed_out_is_not_masked()
    {
        Finding Found(int start, GuardAct act) => new(1, GuardKind.Card, act, "", "", "", null, null, start, 3, "abc", "•••");

        Assert.Equal("••• abc", KnownGuards.Masked("abc abc", [Found(0, GuardAct.Justify), Found(4, GuardAct.Inform)]));
    }

    Task<long> Grant(long person, bool needsSecond = false) => village.Verb<GrantVoice>().Run(village.Administrator, person, Voice.Institution, null, null, village.Clock.Now().AddDays(300), needsSecond, "They keep the web pages.");

    Task<long> Rule() => village.Verb<KeepApprovalRule>().Run(village.Administrator, null, new ApprovalTerms("All of it", "We look together.", null, null, null, null, false, false, true, 4, null));

    async Task Publish()
    {
        village.Clock.Pass(TimeSpan.FromSeconds(31));
        await village.Verb<ReleaseSubmissions>().Run();
    }

    async Task<bool> Judges(long person, long held)
    {
        var viewer = await village.Read(db => db.Viewer(person));
        return await village.Read(db => db.SubmissionsFor(viewer, village.Clock.Now()).AnyAsync(s => s.Id == held));
    }

    static async Task<long> Held(Func<Task> act) => (await Assert.ThrowsAsync<HeldException>(act)).SubmissionId;
}
