using Community.Notes;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Topics;

public sealed class DraftTests(Village village) : IClassFixture<Village>
{
    Task<long?> Save(long person, DraftPlace place, string body, long? basedOn = null) => village.Verb<SaveDraft>().Run(person, place, new DraftText(body), basedOn);

    Task<Draft?> Kept(long person, DraftPlace place) => village.Read(db => db.DraftsOf(person).FirstOrDefaultAsync(d => d.Place == place.ToString()));

    [Fact]
    public async Task A_draft_is_kept_for_its_writer_and_nobody_else()
    {
        var place = DraftPlace.ReplyIn(await village.Start(village.Writer));

        await Save(village.Member, place, "Half a thought");

        Assert.Equal("Half a thought", DraftText.OfJson((await Kept(village.Member, place))!.Text).Body);
        foreach (var other in new[] { village.Writer, village.Administrator, village.Moderator }) Assert.Null(await Kept(other, place));
        Assert.Empty(await village.Read(db => db.DraftsOf(null).ToListAsync()));
    }

    [Fact]
    public async Task Two_devices_never_overwrite_each_other_silently()
    {
        var place = DraftPlace.ReplyIn(await village.Start(village.Writer));
        var first = await Save(village.Member, place, "From the desk");

        var stale = await Assert.ThrowsAsync<StaleDraftException>(() => Save(village.Member, place, "From the phone"));

        Assert.Equal((first, "From the desk"), (stale.Version, stale.Text.Body));
        var chosen = await Save(village.Member, place, "From the phone", stale.Version);
        Assert.True(chosen > first);
        await Assert.ThrowsAsync<StaleDraftException>(() => Save(village.Member, place, "From the desk, longer", first));
    }

    [Fact]
    public async Task A_version_is_never_given_twice_at_a_place_so_that_a_late_tab_cannot_overwrite_the_next_draft()
    {
        var topic = await village.Start(village.Writer);
        var place = DraftPlace.ReplyIn(topic);
        var first = await Save(village.Member, place, "One");
        await village.Verb<AddPost>().Run(village.Member, topic, Part.Reply, null, "One", draft: first);
        village.Clock.Pass(TimeSpan.FromSeconds(1));
        await Save(village.Member, place, "Two");

        await Assert.ThrowsAsync<StaleDraftException>(() => Save(village.Member, place, "One, still open in a tab", first));
    }

    [Fact]
    public async Task Sending_takes_the_draft_away_in_every_place()
    {
        var topic = await village.Start(village.Writer);
        var note = await village.Start(village.Member, TopicKind.Note);
        var (opening, noteText) = (await village.Opening(topic), await village.Opening(note));
        var reply = await village.Add(village.Member, topic, Part.Reply);
        var places = new[] { DraftPlace.New(TopicKind.Thread), DraftPlace.ReplyIn(topic), DraftPlace.CommentUnder(opening), DraftPlace.EditOf(reply), DraftPlace.EditOf(noteText) };
        foreach (var place in places) await Save(village.Member, place, "Written in " + place);
        async Task<long?> Version(DraftPlace place) => (await Kept(village.Member, place))?.Version;

        await village.Verb<StartTopic>().Run(village.Member, Village.Institution, TopicKind.Thread, "New", "More than was saved", [], draft: await Version(places[0]));
        await village.Verb<AddPost>().Run(village.Member, topic, Part.Reply, null, "More than was saved", draft: await Version(places[1]));
        await village.Verb<AddPost>().Run(village.Member, topic, Part.Comment, null, "Written in " + places[2]);
        await village.Verb<RevisePost>().Run(village.Member, reply, new Edit("More than was saved", null, 1, Draft: await Version(places[3])));
        await village.Verb<ReviseNote>().Run(village.Member, noteText, new Edit("More than was saved", null, 1, Draft: await Version(places[4])));

        Assert.All(await Task.WhenAll(places.Select(place => Kept(village.Member, place))), Assert.Null);
    }

    [Fact]
    public async Task Sending_leaves_what_another_device_saved_later()
    {
        var topic = await village.Start(village.Writer);
        var first = await Save(village.Member, DraftPlace.ReplyIn(topic), "Short");
        await Save(village.Member, DraftPlace.ReplyIn(topic), "Long, written on the phone", first);

        await village.Verb<AddPost>().Run(village.Member, topic, Part.Reply, null, "Short", draft: first);

        Assert.NotNull(await Kept(village.Member, DraftPlace.ReplyIn(topic)));
    }

    [Fact]
    public async Task What_is_refused_leaves_the_draft_and_what_fails_after_the_draft_went_brings_it_back()
    {
        var topic = await village.Start(village.Writer);
        var place = DraftPlace.ReplyIn(topic);
        var version = await Save(village.Member, place, "To be sent");
        await village.Verb<CloseTopic>().Run(village.Writer, topic, Outcome.Answered, "Done.");

        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<AddPost>().Run(village.Member, topic, Part.Reply, null, "To be sent", draft: version));
        Assert.NotNull(await Kept(village.Member, place));

        // The program dies between the draft and the commit.
        await Assert.ThrowsAsync<InvalidOperationException>(() => village.Store.Write(async db =>
        {
            await db.DropDraft(village.Member, place, version, "", default);
            throw new InvalidOperationException("Out of power");
        }));
        Assert.NotNull(await Kept(village.Member, place));
    }

    [Fact]
    public async Task The_same_edit_sent_twice_is_one_revision_and_no_conflict()
    {
        var topic = await village.Start(village.Writer);
        var opening = await village.Opening(topic);
        var edit = new Edit("The new one does not dry out.", "Tape", 1);

        await village.Verb<RevisePost>().Run(village.Writer, opening, edit);
        await village.Verb<RevisePost>().Run(village.Writer, opening, edit);

        Assert.Equal(2, (await village.Post(opening)).RevisionNumber);
    }

    [Fact]
    public async Task A_place_out_of_sight_takes_no_draft()
    {
        var topic = await village.Start(village.Writer, space: Village.Unit);

        await VillageActs.Refused(Refusal.NotFound, () => Save(village.Colleague, DraftPlace.ReplyIn(topic), "Let me in"));
        await VillageActs.Refused(Refusal.NotFound, async () => await Save(village.Colleague, DraftPlace.EditOf(await village.Opening(topic)), "Let me in"));
        Assert.Throws<RefusedException>(() => DraftPlace.Of("reply/x"));
        Assert.Equal(DraftPlace.New(TopicKind.Note), DraftPlace.Of("topic/note"));
    }

    [Fact]
    public async Task A_discarded_draft_comes_back_for_its_owner_only()
    {
        var place = DraftPlace.ReplyIn(await village.Start(village.Writer));
        await Save(village.Member, place, "Thrown away");
        var draft = (await Kept(village.Member, place))!;

        await VillageActs.Refused(Refusal.NotFound, () => village.Verb<DiscardDraft>().Run(village.Administrator, draft.Id));
        await village.Verb<DiscardDraft>().Run(village.Member, draft.Id);
        Assert.Null(await Kept(village.Member, place));
        await VillageActs.Refused(Refusal.NotFound, () => village.Verb<DiscardDraft>().Run(village.Administrator, draft.Id, isDiscarded: false));
        await village.Verb<DiscardDraft>().Run(village.Member, draft.Id, isDiscarded: false);
        Assert.NotNull(await Kept(village.Member, place));
    }

    [Fact]
    public async Task There_is_a_limit_to_size_and_number()
    {
        var author = await village.Person("Dora Drafter");
        await VillageActs.Refused(Refusal.TooLarge, () => Save(author, DraftPlace.New(TopicKind.Note), new string('x', DraftText.MaxLength + 1)));
        var topic = await village.Start(village.Writer);
        await village.Store.Write(async db =>
        {
            for (var i = 0; i < Draft.MostPerPerson; i++) db.Drafts.Add(new Draft(author, DraftPlace.CommentUnder(1_000_000 + i), topic, new DraftText("x"), village.Clock.Now()));
            await db.SaveChangesAsync();
        });

        await VillageActs.Refused(Refusal.TooMany, () => Save(author, DraftPlace.ReplyIn(topic), "One too many"));
    }

    [Fact]
    public async Task Old_drafts_are_forgotten_and_present_ones_are_not()
    {
        var (old, fresh) = (DraftPlace.ReplyIn(await village.Start(village.Writer)), DraftPlace.ReplyIn(await village.Start(village.Writer)));
        await Save(village.Member, old, "Old");
        village.Clock.Pass(TimeSpan.FromDays(180) + TimeSpan.FromHours(1));
        await Save(village.Member, fresh, "Fresh");

        while (await village.Verb<ForgetDrafts>().Run() > 0) { }

        Assert.Null(await Kept(village.Member, old));
        Assert.NotNull(await Kept(village.Member, fresh));
    }

    [Fact]
    public async Task The_text_is_found_by_LIKE_as_it_was_typed()
    {
        var place = DraftPlace.ReplyIn(await village.Start(village.Writer));
        await Save(village.Member, place, "See ![the \"old\" binding – Rücken](/attachments/4711/640.webp) & more");

        Assert.Equal(1, await village.Read(db => db.Drafts.CountAsync(d => d.Place == place.ToString() && EF.Functions.Like(d.Text, "%/attachments/4711/%"))));
    }
}
