using Community.Notes;
using Community.Topics;

namespace Community.Tests.Notes;

public sealed class NoteTests(Village village) : IClassFixture<Village>
{
    [Fact]
    public async Task A_note_is_revised_by_its_author_and_by_those_it_was_given_to()
    {
        var note = await village.Start(village.Colleague, TopicKind.Note);
        var text = await village.Opening(note);
        await Revise(village.Colleague, text, "By its author.");
        await VillageActs.Refused(Refusal.Forbidden, () => Revise(village.Member, text, "Not yet."));

        await village.Verb<AppointNoteSteward>().Run(village.Colleague, note, village.Member, true);
        await Revise(village.Member, text, "By its steward.");
        await village.Verb<AppointNoteSteward>().Run(village.Member, note, village.Writer, true);
        await Revise(village.Writer, text, "By a steward whom a steward chose.");

        await village.Verb<AppointNoteSteward>().Run(village.Colleague, note, village.Member, false);
        await VillageActs.Refused(Refusal.Forbidden, () => Revise(village.Member, text, "No more."));
        Assert.Equal(4, (await village.Post(text)).RevisionNumber);
    }

    [Fact]
    public async Task A_note_is_not_revised_as_a_post_nor_a_post_as_a_note()
    {
        var note = await village.Opening(await village.Start(village.Writer, TopicKind.Note));
        var thread = await village.Opening(await village.Start(village.Writer));

        await VillageActs.Refused(Refusal.Invalid, () => village.Verb<RevisePost>().Run(village.Writer, note, new Edit("x", null, null)));
        await VillageActs.Refused(Refusal.Invalid, () => Revise(village.Writer, thread, "x"));
    }

    [Fact]
    public async Task A_comment_on_a_note_is_its_authors_and_not_the_stewards()
    {
        var note = await village.Start(village.Writer, TopicKind.Note);
        var comment = await village.Add(village.Member, note, Part.Comment);

        await village.Verb<RevisePost>().Run(village.Member, comment, new Edit("Mine.", null, null));
        await VillageActs.Refused(Refusal.Forbidden, () => village.Verb<RevisePost>().Run(village.Writer, comment, new Edit("x", null, null)));
    }

    [Fact]
    public async Task Only_somebody_who_reads_the_space_keeps_a_note_in_it()
    {
        var note = await village.Start(village.Writer, TopicKind.Note, Village.Unit);

        foreach (var person in new[] { village.Colleague, village.Moderator, village.Stranger, 999_999 })
            Assert.Equal("Steward", (await VillageActs.Refused(Refusal.Invalid, () => village.Verb<AppointNoteSteward>().Run(village.Writer, note, person, true))).Field);
    }

    [Fact]
    public async Task A_steward_who_can_no_longer_read_the_space_no_longer_keeps_the_note()
    {
        var note = await village.Start(village.Writer, TopicKind.Note);
        await village.Verb<AppointNoteSteward>().Run(village.Writer, note, village.Colleague, true);
        await village.Verb<MoveTopic>().Run(village.Administrator, note, Village.Unit);

        await VillageActs.Refused(Refusal.NotFound, async () => await Revise(village.Colleague, await village.Opening(note), "x"));
        await village.Verb<AppointNoteSteward>().Run(village.Writer, note, village.Colleague, false);
    }

    [Fact]
    public async Task Only_a_note_has_stewards_of_its_own()
    {
        var thread = await village.Start(village.Writer);

        await VillageActs.Refused(Refusal.Invalid, () => village.Verb<AppointNoteSteward>().Run(village.Writer, thread, village.Member, true));
    }

    [Fact]
    public async Task A_note_that_was_changed_meanwhile_is_not_overwritten()
    {
        var text = await village.Opening(await village.Start(village.Writer, TopicKind.Note));
        await Revise(village.Writer, text, "Two.");

        var stale = await Assert.ThrowsAsync<StaleEditException>(() => village.Verb<ReviseNote>().Run(village.Steward, text, new Edit("Mine.", null, 1)));

        Assert.Equal("Two.", stale.Text);
    }

    Task Revise(long personId, long postId, string body) => village.Verb<ReviseNote>().Run(personId, postId, new Edit(body, null, null));
}
