using Community.Notes;
using Community.Notes.Care;
using Community.Notes.Combining;
using Community.Notes.Lineage;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Notes;

/// <summary>Two positions at one passage: who lets them stand, and that they stay at its words.</summary>
public sealed class DisputeTests(Village village) : IClassFixture<Village>
{
    const string Yes = "Look first at what the borrower's country asks before you promise anything to anybody.";
    const string Value = "Write the price of a replacement copy on the form, as the shop asks for it today.";
    const string Home = "The return slip must say that these are returned goods and our own property.";
    const string Whole = $"## Before\n\n{Yes}\n\n## The value\n\n{Value}\n\n## Home\n\n{Home}";

    [Fact]
    public async Task A_passage_of_a_note_that_was_written_in_one_go_is_disputed_and_its_text_stays_as_it_was()
    {
        var note = await Note();
        var before = (await village.Post(await village.Opening(note))).Revisions.Select(r => (r.Number, r.Source, r.Html)).ToList();
        await Dispute(note, 4);

        Assert.Equal(Value, await Disputed(note));
        Assert.Equal(before, (await village.Post(await village.Opening(note))).Revisions.Select(r => (r.Number, r.Source, r.Html)));
        Assert.Equal(NoteState.Disputed, await State(note));
    }

    [Fact]
    public async Task A_passage_takes_one_dispute_a_note_several_and_each_is_settled_by_itself()
    {
        var note = await Note();
        await Dispute(note, 4);
        await VillageActs.Refused(Refusal.Conflict, () => Dispute(note, 4));
        await Dispute(note, 2);
        await Dispute(note, null);
        await VillageActs.Refused(Refusal.Conflict, () => Dispute(note, null));

        var open = await Open(note);
        Assert.Equal(3, open.Count);
        await village.Verb<SettleDispute>().Run(village.Steward, note, "The price it is.", open[0].Id);
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<SettleDispute>().Run(village.Steward, note, "Again.", open[0].Id));
        Assert.Equal(open.Skip(1).Select(d => d.Id), (await Open(note)).Select(d => d.Id));
        Assert.Equal(NoteState.Disputed, await State(note));
        foreach (var left in open.Skip(1)) await village.Verb<SettleDispute>().Run(village.Steward, note, "Settled.", left.Id);
        Assert.Equal(NoteState.Verified, await State(note));
        await Dispute(note, 4);
    }

    [Fact]
    public async Task A_note_takes_so_many_disputes_and_no_more()
    {
        var note = await Note(string.Join("\n\n", Enumerable.Range(1, NoteDispute.MostOpen + 1).Select(i => $"Passage number {i} says something of its own.")));
        for (var place = 1; place <= NoteDispute.MostOpen; place++) await Dispute(note, place);

        await VillageActs.Refused(Refusal.Conflict, () => Dispute(note, NoteDispute.MostOpen + 1));
    }

    [Fact]
    public async Task Only_those_who_keep_a_note_let_positions_stand_and_who_may_not_read_it_finds_nothing()
    {
        var (note, hidden) = (await Note(), await Note(Whole, Village.Unit));
        await VillageActs.Refused(Refusal.Forbidden, () => Dispute(note, 4, by: village.Colleague));
        await VillageActs.Refused(Refusal.NotFound, () => Dispute(hidden, 4, by: village.Colleague));
        await VillageActs.Refused(Refusal.Invalid, () => village.Verb<DisputeNote>().Run(village.Steward, hidden, new Side(village.Member, "Yes.", "/posts/1"), new Side(village.Colleague, "No.", "/posts/2"), new NotePassage(1, 4)));
        await Dispute(hidden, 4);
        await VillageActs.Refused(Refusal.NotFound, async () => await village.Verb<SettleDispute>().Run(village.Colleague, hidden, "Mine.", (await Open(hidden))[0].Id));
        // A dispute of one note is not settled through another.
        await VillageActs.Refused(Refusal.Conflict, async () => await village.Verb<SettleDispute>().Run(village.Steward, note, "Mine.", (await Open(hidden))[0].Id));

        Assert.Empty(await Open(note));
        Assert.False(await village.Read(db => db.NoteBlocks.AnyAsync(b => b.TopicId == note)));
    }

    [Theory]
    [InlineData(1, 0), InlineData(1, 7), InlineData(1, -3), InlineData(0, 1), InlineData(2, 1), InlineData(int.MaxValue, int.MaxValue)]
    public async Task A_passage_that_is_not_there_is_refused(int revision, int place)
    {
        var note = await Note();

        Assert.Equal("Passage", (await VillageActs.Refused(Refusal.Invalid, () => Dispute(note, place, revision))).Field);
    }

    [Fact]
    public async Task A_passage_chosen_in_an_older_revision_is_found_where_it_stands_now_or_the_page_is_read_again()
    {
        var note = await Note();
        await VillageActs.Refused(Refusal.Conflict, async () =>
        {
            await Revise(note, $"{Home}\n\n{Value}");
            await Dispute(note, 4);
        });

        await Revise(note, $"An introduction.\n\n{Value}\n\n{Home}");
        await Dispute(note, 2, revision: 2);
        Assert.Equal(Value, await Disputed(note));
        await VillageActs.Refused(Refusal.Conflict, async () =>
        {
            await Revise(note, "All of it is new.");
            await Dispute(note, 1, revision: 2);
        });
    }

    [Fact]
    public async Task A_dispute_stays_at_its_words_through_an_edit_a_move_and_a_rename_of_what_stands_around()
    {
        var note = await Note();
        await Dispute(note, 4);
        await Revise(note, $"{Value.Replace("the form", "the customs form", StringComparison.Ordinal)}\n\n## Before all\n\n{Home}\n\n{Yes}");

        Assert.Contains("customs form", await Disputed(note), StringComparison.Ordinal);
        Assert.Equal(NoteState.Disputed, await State(note));
    }

    [Fact]
    public async Task A_passage_that_is_taken_out_settles_nothing_and_has_its_dispute_again_when_it_comes_back()
    {
        var note = await Note();
        await Dispute(note, 4);
        await Revise(note, $"{Yes}\n\n{Home}");
        Assert.Null(await Disputed(note));
        Assert.Single(await Open(note));
        Assert.Equal(NoteState.Disputed, await State(note));

        await Revise(note, Whole);
        Assert.Equal(Value, await Disputed(note));
    }

    [Fact]
    public async Task What_another_passage_takes_in_is_disputed_there_and_at_its_own_place_again_when_they_part()
    {
        var note = await Note($"{Value}\n\n{Home} {Yes}");
        await Dispute(note, 1);
        await Revise(note, $"{Home} {Yes} {Value}");
        Assert.Equal($"{Home} {Yes} {Value}", await Disputed(note));

        await Revise(note, $"{Value}\n\n{Home} {Yes}");
        Assert.Equal(Value, await Disputed(note));
    }

    [Fact]
    public async Task Two_disputed_passages_that_become_one_keep_both_disputes()
    {
        var note = await Note($"{Value}\n\n{Home} {Yes}");
        await Dispute(note, 1);
        await Dispute(note, 2);
        await Revise(note, $"{Home} {Yes} {Value}");

        Assert.Equal(2, (await Open(note)).Count);
        Assert.Equal(1, await Placed(note));
    }

    [Fact]
    public async Task A_merge_takes_a_dispute_along_with_its_passage_and_gives_it_back_when_it_is_undone()
    {
        var (source, target) = (await Note(), await Note("How the other desk does it.", title: "The other"));
        await Dispute(source, 4);
        await Dispute(source, 2);
        await village.Verb<MergeNotes>().Run(village.Writer, source, target, 1, new Edit($"How the other desk does it.\n\n{Value}", null, 1), "One is enough.");
        Assert.Equal(Value, await Disputed(target));
        // What did not come along stays where it can still be read.
        Assert.Single(await Open(source));
        Assert.Equal((NoteState.Disputed, NoteState.Disputed), (await State(source), await State(target)));

        Assert.True(await village.Verb<UndoMerge>().Run(village.Writer, source, "They differ."));
        Assert.Equal(2, await Placed(source));
        Assert.Empty(await Open(target));
        Assert.Equal((NoteState.Disputed, NoteState.Verified), (await State(source), await State(target)));
    }

    [Fact]
    public async Task A_merge_into_a_passage_that_is_disputed_already_loses_neither_dispute()
    {
        var (source, target) = (await Note(), await Note($"Ours.\n\n{Value}", title: "The other"));
        await Dispute(source, 4);
        await Dispute(target, 2);
        await village.Verb<MergeNotes>().Run(village.Writer, source, target, 1, new Edit($"Ours and theirs.\n\n{Value}", null, 1), "One is enough.");

        Assert.Equal(2, (await Open(target)).Count);
        Assert.Equal(1, await Placed(target));
        Assert.Equal(NoteState.Verified, await State(source));
    }

    [Fact]
    public async Task What_is_settled_stays_with_the_note_that_it_was_settled_in()
    {
        var (source, target) = (await Note(), await Note("Ours.", title: "The other"));
        await Dispute(source, 4);
        await village.Verb<SettleDispute>().Run(village.Steward, source, "The price it is.");
        await village.Verb<MergeNotes>().Run(village.Writer, source, target, 1, new Edit(Value, null, 1), "One is enough.");

        Assert.Equal(source, await village.Read(db => db.NoteDisputes.Where(d => d.TopicId == source || d.TopicId == target).Select(d => d.TopicId).SingleAsync()));
    }

    Task<long> Note(string body = Whole, string space = Village.Institution, string title = "Lending abroad") => village.Start(village.Writer, TopicKind.Note, space, title, body);

    Task Dispute(long note, int? place, int revision = 1, long? by = null) => village.Verb<DisputeNote>().Run(by ?? village.Steward, note, new Side(village.Member, "The price.", "/posts/1"), new Side(village.Writer, "A flat sum.", "/posts/2"),
        place is { } at ? new NotePassage(revision, at) : null);

    async Task Revise(long note, string body) => await village.Verb<ReviseNote>().Run(village.Writer, await village.Opening(note), new Edit(body, null, null));

    Task<List<NoteDispute>> Open(long note) => village.Read(db => db.NoteDisputes.AsNoTracking().Where(d => d.TopicId == note && d.SettledAt == null).OrderBy(d => d.Id).ToListAsync());

    Task<NoteState> State(long note) => village.Read(async db => (await db.NoteCares.AsNoTracking().SingleAsync(c => c.TopicId == note)).Standing.On(village.Clock.Now()));

    /// <summary>The words of the passage that is disputed; null when none stands.</summary>
    async Task<string?> Disputed(long note)
    {
        var (revision, blocks) = await Newest(note);
        var ids = (await Open(note)).Select(d => d.BlockId).ToList();
        return blocks.Where(block => ids.Contains(block.Id)).Select(block => block.In(revision.Source).Trim()).SingleOrDefault();
    }

    async Task<int> Placed(long note)
    {
        var (_, blocks) = await Newest(note);
        return (await Open(note)).Count(d => blocks.Exists(block => block.Id == d.BlockId));
    }

    Task<(Revision, List<PlacedBlock>)> Newest(long note) => village.Read(async db =>
    {
        var layout = await db.BlockLayouts.AsNoTracking().Include(l => l.Revision).Where(l => l.Revision.Post.TopicId == note).OrderByDescending(l => l.Revision.Number).FirstAsync();
        return (layout.Revision, layout.Blocks());
    });
}
