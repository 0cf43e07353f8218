using Community.Notifications;
using Community.People;
using Community.Spaces;
using Community.Topics;
using Community.Topics.Watching;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Notifications;

/// <summary>Who hears of what they watch, follow and mute: rings, or is only listed.</summary>
public sealed class WatchTests(Village village) : IClassFixture<Village>
{
    [Fact]
    public async Task Of_a_topic_each_hears_as_much_as_they_chose()
    {
        var topic = await village.Start(village.Writer);
        await Choose(village.Member, topic, WatchLevel.Watch);
        await Choose(village.Colleague, topic, WatchLevel.Follow);
        await Choose(village.Moderator, topic, WatchLevel.ToMe);
        await Choose(village.Administrator, topic, WatchLevel.Mute);
        var reply = await village.Add(village.UnitMember, topic, Part.Reply);
        Assert.Equal([("Alice Novak", NoticeKind.Posted, false), ("Bob Hansen", NoticeKind.Posted, true), ("Wendy Dvořák", NoticeKind.Reply, false)], await Heard(reply));

        var named = await village.Add(village.UnitMember, topic, Part.Reply, body: "@Ruth Mbeki and @Mo Lindqvist may know.");
        Assert.Equal([("Alice Novak", NoticeKind.Posted, false), ("Bob Hansen", NoticeKind.Posted, true), ("Mo Lindqvist", NoticeKind.Mention, false), ("Ruth Mbeki", NoticeKind.Mention, false), ("Wendy Dvořák", NoticeKind.Reply, false)], await Heard(named));

        await village.Verb<ChooseWatch>().Run(village.Member, new WatchSubject(TopicId: topic), null);
        Assert.DoesNotContain(await Heard(await village.Add(village.UnitMember, topic, Part.Reply)), one => one.Name == "Alice Novak");
    }

    [Fact]
    public async Task Who_writes_or_is_named_follows_and_can_say_otherwise()
    {
        var topic = await village.Start(village.Writer, body: "@Bob Hansen, what do you use?");
        await village.Add(village.Member, topic, Part.Reply);
        var reply = await village.Add(village.UnitMember, topic, Part.Reply);
        Assert.Equal([("Alice Novak", NoticeKind.Posted, true), ("Bob Hansen", NoticeKind.Posted, true), ("Wendy Dvořák", NoticeKind.Reply, false)], await Heard(reply));

        await Choose(village.Member, topic, WatchLevel.ToMe);
        await Choose(village.Writer, topic, WatchLevel.Mute);
        Assert.Equal([("Bob Hansen", NoticeKind.Posted, true), ("Una Weber", NoticeKind.Posted, true)], await Heard(await village.Add(village.Administrator, topic, Part.Reply)));
    }

    [Fact]
    public async Task Of_a_space_a_subject_and_an_author_one_hears_of_what_is_new()
    {
        var (space, tag) = (await village.Read(db => db.Spaces.Where(s => s.Slug == Village.Partners).Select(s => s.Id).SingleAsync()), await TagOf(await village.Start(village.Writer, space: Village.Partners, tags: "watching")));
        await village.Start(village.Writer, TopicKind.Note, Village.Partners);
        await village.Verb<ChooseWatch>().Run(village.Member, new WatchSubject(SpaceId: space), WatchLevel.Watch);
        await village.Verb<ChooseWatch>().Run(village.Colleague, new WatchSubject(TagId: tag), WatchLevel.Follow);
        await village.Verb<ChooseWatch>().Run(village.Guest, new WatchSubject(WriterId: village.Writer), WatchLevel.Watch);
        var note = await village.Start(village.Writer, TopicKind.Note, Village.Partners, tags: "watching");
        Assert.Equal([("Alice Novak", NoticeKind.Posted, false), ("Bob Hansen", NoticeKind.Posted, true), ("Gita Rao", NoticeKind.Posted, false)], await Heard(await village.Opening(note)));

        // What follows in it is for those who follow it.
        Assert.Equal([("Wendy Dvořák", NoticeKind.Comment, false)], await Heard(await village.Add(village.Steward, note, Part.Comment)));

        // One thing that is muted silences what is followed around it, and the choice at a topic comes before both.
        await village.Verb<ChooseWatch>().Run(village.Member, new WatchSubject(TagId: tag), WatchLevel.Mute);
        var thread = await village.Start(village.Writer, space: Village.Partners, tags: "watching");
        Assert.Equal([("Bob Hansen", NoticeKind.Posted, true)], await Heard(await village.Opening(thread)));
        await village.Add(village.Member, thread, Part.Reply);
        Assert.DoesNotContain(await Heard(await village.Add(village.Steward, thread, Part.Reply)), one => one.Name == "Alice Novak");
        await Choose(village.Member, thread, WatchLevel.Watch);
        Assert.Contains(("Alice Novak", NoticeKind.Posted, false), await Heard(await village.Add(village.Steward, thread, Part.Reply)));
    }

    [Fact]
    public async Task Nobody_hears_of_or_chooses_what_is_not_for_them()
    {
        var topic = await village.Start(village.Member, space: Village.Unit);
        await VillageActs.Refused(Refusal.NotFound, () => Choose(village.Colleague, topic, WatchLevel.Watch));
        await VillageActs.Refused(Refusal.NotFound, () => village.Verb<ChooseWatch>().Run(0, new WatchSubject(TopicId: topic), WatchLevel.Watch));
        await VillageActs.Refused(Refusal.NotFound, () => village.Verb<ChooseWatch>().Run(village.Member, new WatchSubject(), WatchLevel.Watch));
        await VillageActs.Refused(Refusal.NotFound, () => village.Verb<ChooseWatch>().Run(village.Stranger, new WatchSubject(WriterId: village.Colleague), WatchLevel.Watch));

        // A guest who watched it and was sent away hears no more.
        await Choose(village.Guest, topic, WatchLevel.Watch);
        Assert.Contains(("Gita Rao", NoticeKind.Posted, false), await Heard(await village.Add(village.Writer, topic, Part.Reply)));
        await village.Verb<DismissPerson>().Run(village.Administrator, Village.Unit, village.Guest);
        Assert.DoesNotContain(await Heard(await village.Add(village.Writer, topic, Part.Reply)), one => one.Name == "Gita Rao");
        await village.Enrol(Village.Unit, village.Guest);
    }

    [Fact]
    public async Task Of_a_closing_and_a_revised_note_those_hear_whom_it_concerns()
    {
        var topic = await village.Start(village.Writer);
        await village.Add(village.Colleague, topic, Part.Reply);
        await Choose(village.Member, topic, WatchLevel.Watch);
        await Heard(0);
        await village.Verb<CloseTopic>().Run(village.Steward, topic, Outcome.Decided, "Linen.");
        Assert.Equal([("Alice Novak", NoticeKind.Closed, false), ("Bob Hansen", NoticeKind.Closed, true), ("Wendy Dvořák", NoticeKind.Closed, false)], await Heard(await village.Opening(topic), NoticeKind.Closed));

        var note = await village.Start(village.Writer, TopicKind.Note);
        await Choose(village.Member, note, WatchLevel.Follow);
        var opening = await village.Opening(note);
        await Heard(0);
        foreach (var (text, number) in new[] { ("Linen tape.", 1), ("Linen tape, dry.", 2) }) await village.Verb<Community.Notes.ReviseNote>().Run(village.Writer, opening, new Edit(text, "", number));
        Assert.Equal([("Alice Novak", NoticeKind.NoteRevised, true)], await Heard(opening, NoticeKind.NoteRevised));
    }

    [Fact]
    public async Task What_is_put_off_comes_back_at_its_time_or_when_somebody_writes()
    {
        var topic = await village.Start(village.Colleague);
        await Heard(await village.Add(village.Writer, topic, Part.Reply));
        var about = new NoticeSubject(topic, null);
        var newest = await village.Read(db => db.Notifications.MaxAsync(n => n.Id));
        Task<(int, int)> Counts() => village.Read(async db => (await db.NoticesToSee(await db.Viewer(village.Colleague), village.Clock.Now()).CountAsync(n => n.TopicId == topic), await db.NoticesPutOff(await db.Viewer(village.Colleague), village.Clock.Now()).CountAsync(n => n.TopicId == topic)));
        Assert.Equal((1, 0), await Counts());

        await village.Verb<PutOffNotices>().Run(village.Colleague, newest, about, village.Clock.Now().AddHours(2));
        Assert.Equal((0, 1), await Counts());
        village.Clock.Pass(TimeSpan.FromHours(3));
        Assert.Equal((1, 0), await Counts());

        await village.Verb<PutOffNotices>().Run(village.Colleague, newest, about, null);
        Assert.Equal((0, 1), await Counts());
        village.Clock.Pass(TimeSpan.FromDays(40));
        await village.Verb<SeeNotices>().Run(village.Colleague, long.MaxValue);
        Assert.Equal((0, 1), await Counts());
        await Heard(await village.Add(village.Writer, topic, Part.Reply));
        Assert.Equal((2, 0), await Counts());

        foreach (var wrong in new[] { village.Clock.Now().AddMinutes(-1), village.Clock.Now().AddYears(2) })
            await VillageActs.Refused(Refusal.Invalid, () => village.Verb<PutOffNotices>().Run(village.Colleague, newest, about, wrong));
    }

    [Fact]
    public async Task All_is_read_at_once_and_unread_again()
    {
        var floor = () => village.Read(db => db.ReadFloors.AsNoTracking().Where(f => f.PersonId == village.Colleague).Select(f => f.PostId).SingleOrDefaultAsync());
        var first = await village.Opening(await village.Start(village.Writer));
        await village.Verb<MarkAllRead>().Run(village.Colleague, first, true);
        var second = await village.Opening(await village.Start(village.Writer));
        foreach (var _ in new[] { 1, 2 }) await village.Verb<MarkAllRead>().Run(village.Colleague, second, true);
        Assert.Equal(second, await floor());
        await village.Verb<MarkAllRead>().Run(village.Colleague, 0, false);
        Assert.Equal(first, await floor());
        await village.Verb<MarkAllRead>().Run(village.Colleague, long.MaxValue, true);
        Assert.Equal(second, await floor());
    }

    Task Choose(long person, long topic, WatchLevel level) => village.Verb<ChooseWatch>().Run(person, new WatchSubject(TopicId: topic), level);

    Task<long> TagOf(long topic) => village.Read(db => db.TopicTags.Where(t => t.TopicId == topic).Select(t => t.TagId).SingleAsync());

    /// <summary>Lets the consumer read to the end; then who heard of a post, by name.</summary>
    async Task<List<(string Name, NoticeKind Kind, bool IsQuiet)>> Heard(long post, NoticeKind? kind = null)
    {
        while (await new NotifyPeople(village.Store, village.Clock).Step(default)) ;
        return await village.Read(async db => (await db.Notifications.Where(n => n.PostId == post && (kind == null || n.Kind == kind)).Join(db.People, n => n.PersonId, p => p.Id, (n, p) => new { p.Name, n.Kind, n.IsQuiet }).ToListAsync())
            .Select(one => (one.Name, one.Kind, one.IsQuiet)).OrderBy(one => one.Name, StringComparer.Ordinal).ToList());
    }
}
