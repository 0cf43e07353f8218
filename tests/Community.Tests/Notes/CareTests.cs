using Community.Notes;
using Community.Notes.Care;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Notes;

/// <summary>How a note is kept true: what checks it, what makes it doubtful, and what time does.</summary>
public sealed class CareTests(Village village) : IClassFixture<Village>
{
    [Fact]
    public async Task A_new_note_counts_for_a_year_from_its_writing_and_its_author_keeps_it()
    {
        var note = await village.Start(village.Writer, TopicKind.Note);
        await Tend();

        var care = await Care(note);
        Assert.Equal((village.Clock.Now(), null, village.Clock.Now().Date.AddMonths(12)), (care.CheckedAt, care.CheckedById, care.ReviewAt));
        Assert.Equal([village.Writer], (await Keepers(note)).PersonIds);
        Assert.Equal(NoteState.Verified, await State(note));
    }

    [Fact]
    public async Task A_note_from_before_counts_from_its_last_revision_and_tending_it_again_changes_nothing()
    {
        var note = await village.Start(village.Writer, TopicKind.Note);
        village.Clock.Pass(TimeSpan.FromDays(40));
        await village.Verb<ReviseNote>().Run(village.Writer, await village.Opening(note), new Edit("Newer.", null, null));
        var revised = village.Clock.Now();
        village.Clock.Pass(TimeSpan.FromDays(3));
        await Tend();
        var first = await Care(note);
        await Tend();

        Assert.Equal((revised, revised.Date.AddMonths(12)), (first.CheckedAt, first.ReviewAt));
        Assert.Equal(first.ReviewAt, (await Care(note)).ReviewAt);
    }

    [Fact]
    public async Task A_check_says_who_when_and_until_when_and_the_review_passes_with_the_clock()
    {
        var note = await village.Start(village.Writer, TopicKind.Note);
        await village.Verb<CheckNote>().Run(village.Writer, note, "Tried it on Monday.");
        var check = await village.Read(db => db.NoteChecks.SingleAsync(c => c.TopicId == note));
        Assert.Equal((village.Writer, village.Clock.Now(), "Tried it on Monday.", 1), (check.ById, check.At, check.Word, check.RevisionNumber));

        var review = (await Care(note)).ReviewAt;
        village.Clock.Pass(review - village.Clock.Now() - TimeSpan.FromSeconds(1));
        Assert.Equal(NoteState.Verified, await State(note));
        village.Clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(NoteState.Due, await State(note));

        await village.Verb<CheckNote>().Run(village.Steward, note);
        Assert.Equal(NoteState.Verified, await State(note));
        Assert.Equal(village.Steward, (await Care(note)).CheckedById);
    }

    [Fact]
    public async Task A_readers_yes_is_evidence_and_verifies_nothing()
    {
        var note = await village.Start(village.Writer, TopicKind.Note);
        village.Clock.Pass(TimeSpan.FromDays(400));
        await village.Verb<SayStillTrue>().Run(village.Member, note, Verdict.Yes, null);

        Assert.Equal(NoteState.Due, await State(note));
        Assert.Null((await Care(note)).CheckedById);
        Assert.Single(await Words(note));
    }

    [Fact]
    public async Task No_longer_says_what_is_wrong_in_at_most_300_characters()
    {
        var note = await village.Start(village.Writer, TopicKind.Note);

        Assert.Equal("Word", (await VillageActs.Refused(Refusal.Invalid, () => village.Verb<SayStillTrue>().Run(village.Member, note, Verdict.No, "  "))).Field);
        await VillageActs.Refused(Refusal.Invalid, () => village.Verb<SayStillTrue>().Run(village.Member, note, Verdict.No, new string('x', 301)));
        await village.Verb<SayStillTrue>().Run(village.Member, note, Verdict.No, new string('x', 300));
        await village.Verb<SayStillTrue>().Run(village.Colleague, note, Verdict.Yes, "");
        Assert.Equal(2, (await Words(note)).Count);
    }

    [Fact]
    public async Task A_note_is_disputed_until_a_steward_answers_or_its_reader_thinks_better_of_it()
    {
        var note = await village.Start(village.Writer, TopicKind.Note);
        await Doubt(note, village.Member);
        Assert.Equal(NoteState.Disputed, await State(note));
        await village.Verb<SayStillTrue>().Run(village.Member, note, Verdict.Yes, null);
        Assert.Equal(NoteState.Verified, await State(note));

        await Doubt(note, village.Member);
        await Doubt(note, village.Colleague);
        await village.Verb<CheckNote>().Run(village.Writer, note);
        Assert.Equal(NoteState.Verified, await State(note));
        Assert.All((await Words(note)).Where(word => word.Answer == Verdict.No), word => Assert.NotNull(word.EndedAt));
    }

    [Fact]
    public async Task The_same_button_pressed_twice_is_one_word()
    {
        var note = await village.Start(village.Writer, TopicKind.Note);
        await Doubt(note, village.Member);
        await Doubt(note, village.Member);

        Assert.Single(await Words(note));
    }

    [Fact]
    public async Task Outdated_stays_until_it_is_taken_back_or_checked()
    {
        var note = await village.Start(village.Writer, TopicKind.Note);
        await Doubt(note, village.Member);
        Assert.Equal("Reason", (await VillageActs.Refused(Refusal.Invalid, () => village.Verb<OutdateNote>().Run(village.Writer, note, " "))).Field);
        await village.Verb<OutdateNote>().Run(village.Writer, note, "The machine was sold.");
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<OutdateNote>().Run(village.Writer, note, "Once more."));
        Assert.Equal((NoteState.Outdated, null), (await State(note), (await Care(note)).DisputedAt));

        await village.Verb<ReviveNote>().Run(village.Writer, note);
        Assert.Equal(NoteState.Verified, await State(note));
        await village.Verb<OutdateNote>().Run(village.Writer, note, "Sold again.");
        await village.Verb<CheckNote>().Run(village.Writer, note);
        Assert.Equal(NoteState.Verified, await State(note));
        Assert.Equal(2, await village.Read(db => db.NoteOutdatings.CountAsync(o => o.TopicId == note && o.EndedAt != null)));
    }

    [Fact]
    public async Task Two_positions_stand_with_names_and_evidence_through_a_check_until_they_are_settled()
    {
        var note = await village.Start(village.Writer, TopicKind.Note, Village.Unit);
        Task Dispute(long other, string link) => village.Verb<DisputeNote>().Run(village.Steward, note, new Side(village.Member, "Linen holds.", "/posts/1"), new Side(other, "Paper does.", link));

        foreach (var link in new[] { "", "javascript:alert(1)", "//elsewhere.example", "ftp://tape.example/", "/\\elsewhere.example" })
            Assert.Equal("Link", (await VillageActs.Refused(Refusal.Invalid, () => Dispute(village.Writer, link))).Field);
        await VillageActs.Refused(Refusal.Invalid, () => Dispute(village.Colleague, "/posts/1"));
        await Dispute(village.Writer, "https://tape.example/test");
        await VillageActs.Refused(Refusal.Conflict, () => Dispute(village.Writer, "/posts/1"));

        await village.Verb<CheckNote>().Run(village.Writer, note);
        Assert.Equal(NoteState.Disputed, await State(note));
        await village.Verb<SettleDispute>().Run(village.Steward, note, "Linen outside, paper inside.");
        Assert.Equal(NoteState.Verified, await State(note));
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<SettleDispute>().Run(village.Steward, note, "Again."));
    }

    [Fact]
    public async Task A_revision_is_a_check_only_when_a_steward_says_so()
    {
        var note = await village.Start(village.Writer, TopicKind.Note);
        var text = await village.Opening(note);
        await village.Verb<AppointNoteSteward>().Run(village.Writer, note, village.Member, true);
        await village.Verb<HandOverNote>().Run(village.Writer, note, Keeper.Person(village.Colleague), "I leave the desk.");
        village.Clock.Pass(TimeSpan.FromDays(10));

        await village.Verb<ReviseNote>().Run(village.Member, text, new Edit("Two.", null, null));
        // The author may still revise, and keeps it no longer.
        await village.Verb<ReviseNote>().Run(village.Writer, text, new Edit("Three.", null, null) { IsCheck = true });
        Assert.Null((await Care(note)).CheckedById);

        await village.Verb<ReviseNote>().Run(village.Member, text, new Edit("Four.", "Looked at all of it.", null) { IsCheck = true });
        Assert.Equal((village.Member, village.Clock.Now()), ((await Care(note)).CheckedById!.Value, (await Care(note)).CheckedAt));
        Assert.Equal(4, await village.Read(db => db.NoteChecks.Where(c => c.TopicId == note).Select(c => c.RevisionNumber).SingleAsync()));
    }

    [Fact]
    public async Task A_space_sets_the_usual_interval_and_a_note_its_own()
    {
        var note = await village.Start(village.Writer, TopicKind.Note, Village.Partners);
        await village.Verb<ChooseNoteInterval>().Run(village.Steward, Village.Partners, 6);
        await village.Verb<CheckNote>().Run(village.Writer, note);
        Assert.Equal(village.Clock.Now().Date.AddMonths(6), (await Care(note)).ReviewAt);

        await village.Verb<ChooseReview>().Run(village.Writer, note, 2);
        Assert.Equal((await Care(note)).CheckedAt.Date.AddMonths(2), (await Care(note)).ReviewAt);
        await village.Verb<ChooseReview>().Run(village.Writer, note, null);
        Assert.Equal((await Care(note)).CheckedAt.Date.AddMonths(6), (await Care(note)).ReviewAt);
        foreach (var months in new[] { 0, 61 }) await VillageActs.Refused(Refusal.Invalid, () => village.Verb<ChooseReview>().Run(village.Writer, note, months));
        await village.Verb<ChooseNoteInterval>().Run(village.Steward, Village.Partners, 12);
    }

    [Fact]
    public async Task A_withdrawn_note_takes_no_check_and_no_word()
    {
        var note = await village.Start(village.Writer, TopicKind.Note);
        await village.Verb<WithdrawPost>().Run(village.Writer, await village.Opening(note));

        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<CheckNote>().Run(village.Writer, note));
        await VillageActs.Refused(Refusal.Conflict, () => Doubt(note, village.Member));
    }

    async Task Tend()
    {
        while (await village.Verb<TendNotes>().Run() > 0)
        {
        }
    }

    Task Doubt(long note, long personId) => village.Verb<SayStillTrue>().Run(personId, note, Verdict.No, "The tape is gone.");

    Task<NoteCare> Care(long note) => village.Read(db => db.NoteCares.AsNoTracking().SingleAsync(c => c.TopicId == note));

    async Task<NoteState> State(long note) => (await Care(note)).Standing.On(village.Clock.Now());

    Task<List<NoteVerdict>> Words(long note) => village.Read(db => db.NoteVerdicts.AsNoTracking().Where(v => v.TopicId == note).ToListAsync());

    async Task<NoteKeepers> Keepers(long note) => (await village.Read(db => db.KeepersOf([note])))[note];
}
