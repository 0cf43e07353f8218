using Community.Notes.Care;
using Community.Notifications;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Notes;

/// <summary>Nobody speaks for others unheard, and a check is of what was looked at.</summary>
public sealed class NamedSideTests(Village village) : IClassFixture<Village>
{
    [Fact]
    public async Task Who_is_named_in_a_dispute_is_told_and_can_end_it()
    {
        var note = await village.Start(village.Writer, TopicKind.Note);
        await village.Verb<DisputeNote>().Run(village.Steward, note, new Side(village.Member, "The price.", "/posts/1"), new Side(village.Colleague, "A flat sum.", "/posts/2"));
        var notify = new NotifyPeople(village.Store, village.Clock);
        while (await notify.Step(TestContext.Current.CancellationToken))
        {
        }

        Assert.Equal([village.Member, village.Colleague], await village.Read(db => db.Notifications.Where(n => n.TopicId == note && n.Kind == NoticeKind.Mention).OrderBy(n => n.PersonId).Select(n => n.PersonId).ToListAsync()));
        await VillageActs.Refused(Refusal.Forbidden, () => village.Verb<SettleDispute>().Run(village.UnitMember, note, "Not mine to say."));
        await village.Verb<SettleDispute>().Run(village.Colleague, note, "I never said so.");
        Assert.False(await village.Read(db => db.NoteDisputes.AnyAsync(d => d.TopicId == note && d.SettledAt == null)));
    }

    [Fact]
    public async Task A_check_confirms_no_newer_text_and_ends_no_doubt_that_came_since()
    {
        var note = await village.Start(village.Writer, TopicKind.Note);
        await village.Verb<SayStillTrue>().Run(village.Member, note, Verdict.No, "The valve is reversed.");
        var seen = await village.Read(db => db.NoteVerdicts.Where(v => v.TopicId == note).MaxAsync(v => v.Id));
        await village.Verb<SayStillTrue>().Run(village.Colleague, note, Verdict.No, "There is no valve.");
        await village.Verb<CheckNote>().Run(village.Writer, note, looked: new Looked(1, seen));
        Assert.Equal([village.Colleague], await village.Read(db => db.NoteVerdicts.Where(v => v.TopicId == note && v.EndedAt == null).Select(v => v.PersonId).ToListAsync()));

        await village.Verb<CheckNote>().Run(village.Writer, note, looked: new Looked(1, seen));
        Assert.Equal(1, await village.Read(db => db.NoteChecks.CountAsync(c => c.TopicId == note)));
        await village.Verb<Community.Notes.ReviseNote>().Run(village.Writer, await village.Opening(note), new Edit("Another text.", null, null));
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<CheckNote>().Run(village.Writer, note, looked: new Looked(1, long.MaxValue)));
    }
}
