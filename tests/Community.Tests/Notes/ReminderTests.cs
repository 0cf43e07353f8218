using Community.Events;
using Community.Notes;
using Community.Notes.Care;
using Community.Notifications;
using Community.People;
using Community.Spaces;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Notes;

/// <summary>Who hears of a note's care, and how often.</summary>
public sealed class ReminderTests(Village village) : IClassFixture<Village>
{
    [Fact]
    public async Task When_the_day_of_a_review_has_come_its_stewards_hear_of_it_once_and_then_once_a_month()
    {
        var note = await Note(village.Writer);
        await village.Verb<AppointNoteSteward>().Run(village.Writer, note, village.Member, true);
        await Sweep();
        Assert.Empty(await Told(note, NoticeKind.NoteDue));

        village.Clock.Pass(TimeSpan.FromDays(366));
        for (var hour = 0; hour < 3; hour++) await Sweep();
        Assert.Equal(Sorted(village.Member, village.Writer), await Told(note, NoticeKind.NoteDue));

        village.Clock.Pass(TimeSpan.FromDays(27));
        await Sweep();
        Assert.Equal(2, (await Told(note, NoticeKind.NoteDue)).Count);
        village.Clock.Pass(TimeSpan.FromDays(5));
        for (var hour = 0; hour < 3; hour++) await Sweep();
        Assert.Equal(4, (await Told(note, NoticeKind.NoteDue)).Count);

        await village.Verb<CheckNote>().Run(village.Member, note);
        village.Clock.Pass(TimeSpan.FromDays(100));
        await Sweep();
        Assert.Equal(4, (await Told(note, NoticeKind.NoteDue)).Count);
    }

    [Fact]
    public async Task Two_nodes_that_sweep_at_the_same_hour_remind_once()
    {
        var note = await Note(village.Writer);
        village.Clock.Pass(TimeSpan.FromDays(366));
        var other = village.Another();
        await Task.WhenAll(village.Verb<RemindStewards>().Run(), ((RemindStewards)other.GetService(typeof(RemindStewards))!).Run());

        Assert.Equal(1, await village.Read(db => db.Events.CountAsync(e => e.TopicId == note && e.Kind == EventKind.NoteDue)));
    }

    [Fact]
    public async Task Of_an_orphan_the_spaces_steward_hears_and_of_an_outdated_or_withdrawn_note_nobody()
    {
        var leaver = await village.Person("Lea who left");
        var (orphan, outdated, withdrawn) = (await Note(leaver), await Note(village.Writer), await Note(village.Writer));
        await village.Verb<ClosePerson>().Run(village.Administrator, leaver);
        await village.Verb<OutdateNote>().Run(village.Writer, outdated, "Sold.");
        await village.Verb<WithdrawPost>().Run(village.Writer, await village.Opening(withdrawn));
        village.Clock.Pass(TimeSpan.FromDays(366));
        await Sweep();

        Assert.Equal([village.Steward], await Told(orphan, NoticeKind.NoteDue));
        Assert.Empty(await Told(outdated, NoticeKind.NoteDue));
        Assert.Empty(await Told(withdrawn, NoticeKind.NoteDue));
    }

    [Fact]
    public async Task Who_is_appointed_hears_of_it_and_of_a_unit_everybody()
    {
        var note = await Note(village.Writer);
        await village.Verb<HandOverNote>().Run(village.Writer, note, Keeper.Person(village.Member), "Yours now.");
        var unit = await village.Read(db => db.People.Where(p => p.Id == village.UnitMember).Select(p => p.UnitId!.Value).SingleAsync());
        await village.Verb<AppointNoteUnit>().Run(village.Member, note, unit, true);
        await Sweep();

        Assert.Equal(Sorted(village.Member, village.UnitMember), await Told(note, NoticeKind.Appointed));
    }

    [Fact]
    public async Task A_doubt_reaches_the_stewards_and_the_answer_its_reader_and_a_mention_is_still_told()
    {
        var note = await Note(village.Writer);
        await village.Verb<SayStillTrue>().Run(village.Member, note, Verdict.No, "Gone.");
        await village.Verb<SayStillTrue>().Run(village.Colleague, note, Verdict.Yes, null);
        await Sweep();
        Assert.Equal([village.Writer], await Told(note, NoticeKind.NoteDoubted));

        await village.Verb<CheckNote>().Run(village.Writer, note);
        await village.Verb<ReviseNote>().Run(village.Writer, await village.Opening(note), new Edit("Ask @Alice Novak.", null, null));
        await Sweep();
        Assert.Equal([village.Member], await Told(note, NoticeKind.DoubtAnswered));
        Assert.Equal([village.Member], await Told(note, NoticeKind.Mention));
    }

    [Fact]
    public async Task Who_lost_the_space_hears_nothing_and_sees_no_notice_from_before()
    {
        var somebody = await village.Person("Gero of the desk");
        await village.Enrol(Village.Unit, somebody);
        var note = await village.Start(village.Writer, TopicKind.Note, Village.Unit, "Where the spare key lies");
        await village.Verb<AppointNoteSteward>().Run(village.Writer, note, somebody, true);
        await Sweep();
        Assert.Single(await Seen(somebody));

        await village.Verb<DismissPerson>().Run(village.Steward, Village.Unit, somebody);
        await village.Verb<SayStillTrue>().Run(village.Member, note, Verdict.No, "It moved.");
        await Sweep();
        Assert.Empty(await Told(note, NoticeKind.NoteDoubted, somebody));
        Assert.Empty(await Seen(somebody));
    }

    async Task<long> Note(long author)
    {
        var note = await village.Start(author, TopicKind.Note);
        await Sweep();
        return note;
    }

    /// <summary>What the program does each hour, and the notices that follow.</summary>
    async Task Sweep()
    {
        while (await village.Verb<TendNotes>().Run() + await village.Verb<RemindStewards>().Run() > 0)
        {
        }

        var notify = new NotifyPeople(village.Store, village.Clock);
        while (await notify.Step(default))
        {
        }
    }

    Task<List<long>> Told(long note, NoticeKind kind, long? personId = null) => village.Read(db => db.Notifications.Where(n => n.TopicId == note && n.Kind == kind && (personId == null || n.PersonId == personId)).OrderBy(n => n.PersonId).Select(n => n.PersonId).ToListAsync());

    Task<List<Notification>> Seen(long personId) => village.Read(async db => await db.NoticesFor(await db.Viewer(personId)).Where(n => n.TopicId != null).ToListAsync());

    static List<long> Sorted(params long[] ids) => [.. ids.Order()];
}
