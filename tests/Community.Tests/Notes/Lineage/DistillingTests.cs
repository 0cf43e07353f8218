using Community.Events;
using Community.Notes;
using Community.Notes.Bench;
using Community.Notes.Lineage;
using Community.Notes.Refining;
using Community.Notifications;
using Community.Spaces;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Notes.Lineage;

/// <summary>From what was said to a note that knows where its passages came from.</summary>
public sealed class DistillingTests(Village village) : IClassFixture<Village>
{
    const string Backdate = "At Law we backdate the first batch: press F6, set yesterday's date, and scan the box before anything else.";
    const string Sweep = "Whoever closes the ground floor empties the box at half past eight and checks in straight away.";
    const string Recalls = "Recalls run in the same job, and a recall that goes out nine hours later has made people angry before.";

    [Fact]
    public async Task A_note_knows_from_which_post_each_block_came_through_edits_and_moves()
    {
        var (note, first, second, _) = await Distilled();
        var lineage = await Lineage(note, village.Member);
        Assert.Equal([first, second], lineage.Sources.Select(source => source.PostId));
        Assert.Equal([SourceState.Sound, SourceState.Sound], lineage.Sources.Select(source => source.State));
        Assert.Equal(("a", "b"), (lineage.LetterOf(first), lineage.LetterOf(second)));

        var text = await Text(note);
        Assert.Equal($"So that nobody gets a wrong notice.\n\n## The steps\n\n{Backdate}\n\n## What a newcomer misses\n\n{Sweep}", text);
        await Revise(note, $"{Sweep} It takes ten minutes.\n\nA block of its own.\n\n## The steps\n\n{Backdate.Replace("yesterday's date", "the date of yesterday", StringComparison.Ordinal)}");

        var after = await Lineage(note, village.Member);
        Assert.Equal([second, first], after.Sources.Select(source => source.PostId));
        Assert.All(after.Ties, tie => Assert.Contains(after.Blocks, block => block.Id == tie.BlockId));
    }

    [Fact]
    public async Task A_block_that_was_taken_out_has_its_source_again_when_an_old_text_is_restored()
    {
        var (note, first, _, _) = await Distilled();
        var text = await Text(note);
        await Revise(note, $"## The steps\n\n{Backdate}");
        Assert.Equal([first], (await Lineage(note, village.Member)).Sources.Select(source => source.PostId));

        await Revise(note, text);
        Assert.Equal(2, (await Lineage(note, village.Member)).Sources.Count);
    }

    [Fact]
    public async Task A_source_that_says_something_else_is_changed_until_a_steward_has_looked()
    {
        var (note, first, second, _) = await Distilled();
        await village.Verb<RevisePost>().Run(village.Member, first, new Edit(Backdate + " Mind the old client.", null, null));
        Assert.DoesNotContain((await Lineage(note, village.Member)).Ties, tie => tie.State == SourceState.Changed);

        await village.Verb<RevisePost>().Run(village.Member, first, new Edit("At Law we do not backdate any more.", null, null));
        var changed = Assert.Single((await Lineage(note, village.Member)).Ties, tie => tie.State == SourceState.Changed);
        Assert.Equal((first, 1, 3), (changed.PostId, changed.Revision, changed.Newest));

        await VillageActs.Refused(Refusal.Forbidden, () => village.Verb<AcknowledgeSource>().Run(village.Colleague, changed.TieId));
        await village.Verb<AcknowledgeSource>().Run(village.Writer, changed.TieId);
        Assert.All((await Lineage(note, village.Member)).Ties, tie => Assert.Equal(SourceState.Sound, tie.State));
    }

    [Fact]
    public async Task What_was_taken_back_is_gone_from_the_note_and_all_its_revisions_and_comes_back_with_its_source()
    {
        var (note, first, _, _) = await Distilled();
        await Revise(note, (await Text(note)) + "\n\nAnd a last word.");
        await village.Verb<WithdrawPost>().Run(village.Member, first);
        await FollowLog();

        Assert.All(await Texts(note), revision => Assert.DoesNotContain("backdate", revision.Source + revision.Html, StringComparison.Ordinal));
        Assert.All(await Texts(note), revision => Assert.Contains(Sweep, revision.Source, StringComparison.Ordinal));
        Assert.Equal(SourceState.Gone, Assert.Single((await Lineage(note, village.Member)).Ties, tie => tie.PostId == first).State);

        await village.Verb<RestorePost>().Run(village.Member, first);
        await FollowLog();
        Assert.All(await Texts(note), revision => Assert.Contains(Backdate, revision.Source, StringComparison.Ordinal));
        Assert.Contains("And a last word.", await Text(note), StringComparison.Ordinal);
        Assert.Equal(SourceState.Sound, Assert.Single((await Lineage(note, village.Member)).Ties, tie => tie.PostId == first).State);
    }

    [Fact]
    public async Task Who_had_the_words_before_the_eyes_when_they_were_taken_back_does_not_bring_them_back()
    {
        var (note, first, _, _) = await Distilled();
        var read = await Text(note);
        await village.Verb<WithdrawPost>().Run(village.Member, first);
        await FollowLog();

        await village.Verb<ReviseNote>().Run(village.Writer, await village.Opening(note), new Edit(read + "\n\nMine.", null, 1) { Merges = true });
        Assert.Contains("Mine.", await Text(note), StringComparison.Ordinal);
        Assert.DoesNotContain("backdate", await Text(note), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_steward_said_in_other_words_stays()
    {
        var (note, first, _, _) = await Distilled();
        await Revise(note, (await Text(note)).Replace(Backdate, "Set the day before, then scan what lay in the box; at Law they press F6 for the first batch.", StringComparison.Ordinal));
        await village.Verb<WithdrawPost>().Run(village.Member, first);
        await FollowLog();

        Assert.Contains("Set the day before", await Text(note), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_read_a_source_is_not_told_of_it()
    {
        var thread = await village.Start(village.Member, space: Village.Unit, body: Backdate);
        await village.Verb<AddToBench>().Run(village.Writer, await village.Opening(thread), null);
        var note = await Publish(village.Writer);

        Assert.Single((await Lineage(note, village.Member)).Sources);
        Assert.Empty((await Lineage(note, village.Colleague)).Ties);
    }

    [Fact]
    public async Task Those_who_are_quoted_are_asked_once_what_was_missed()
    {
        var (note, _, _, _) = await Distilled();
        await Drain(new NotifyPeople(village.Store, village.Clock));

        var told = await village.Read(db => db.Notifications.Where(n => n.TopicId == note && n.Kind == NoticeKind.Distilled).Select(n => n.PersonId).ToListAsync());
        Assert.Equal([village.Member, village.Colleague], told.Order());
    }

    [Fact]
    public async Task The_bench_takes_what_a_post_says_and_nothing_else_and_is_ones_own()
    {
        var post = await village.Opening(await village.Start(village.Member, body: $"{Backdate} {Recalls}"));
        var id = await village.Verb<AddToBench>().Run(village.Colleague, post, Recalls);

        Assert.Equal(id, await village.Verb<AddToBench>().Run(village.Colleague, post, Recalls));
        Assert.Equal("Text", (await VillageActs.Refused(Refusal.Invalid, () => village.Verb<AddToBench>().Run(village.Colleague, post, "What nobody said."))).Field);
        await VillageActs.Refused(Refusal.NotFound, () => village.Verb<PutPassages>().Run(village.UnitMember, [id], 0));
        var closed = await village.Opening(await village.Start(village.Member, space: Village.Unit, body: Recalls));
        await VillageActs.Refused(Refusal.NotFound, () => village.Verb<AddToBench>().Run(village.Colleague, closed, null));
        await village.Verb<TakeOffBench>().Run(village.UnitMember, id);
        Assert.Equal(1, await village.Read(db => db.BenchPassages.CountAsync(p => p.PersonId == village.Colleague)));
        await village.Verb<TakeOffBench>().Run(village.Colleague, id);
    }

    [Fact]
    public async Task What_a_post_quotes_is_not_gathered_from_it_nor_asked_for()
    {
        var hidden = await village.Opening(await village.Start(village.Member, space: Village.Unit, body: Recalls));
        var post = await village.Opening(await village.Start(village.Member, body: $"> [!quote post={hidden} rev=1]\n> {Recalls}\n\n{Backdate}"));

        await VillageActs.Refused(Refusal.Invalid, () => village.Verb<AddToBench>().Run(village.Colleague, post, Recalls));
        var whole = await village.Verb<AddToBench>().Run(village.Colleague, post, null);
        Assert.Equal(Backdate, await village.Read(db => db.BenchPassages.Where(p => p.Id == whole).Select(p => p.Text).SingleAsync()));
        await village.Verb<TakeOffBench>().Run(village.Colleague, whole);
    }

    [Fact]
    public async Task A_suggestion_does_not_bring_back_what_was_taken_back_since()
    {
        var (note, first, _, _) = await Distilled();
        var suggestion = await village.Verb<SuggestChange>().Run(village.Colleague, note, 1, (await Text(note)) + "\n\nAsk Una.", "She knows.");
        await village.Verb<WithdrawPost>().Run(village.Member, first);
        await FollowLog();
        var body = await village.Read(db => db.Suggestions.Where(s => s.Id == suggestion).Select(s => s.Body).SingleAsync());
        Assert.DoesNotContain("backdate", await village.Read(db => TakeOutPassages.Without(db, note, body)), StringComparison.Ordinal);

        await village.Verb<AcceptSuggestion>().Run(village.Writer, suggestion, null, null);
        Assert.Contains("Ask Una.", await Text(note), StringComparison.Ordinal);
        Assert.DoesNotContain("backdate", await Text(note), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_may_not_decide_is_answered_alike_whatever_is_in_a_suggestion()
    {
        var (note, _, _, _) = await Distilled();
        var suggestion = await village.Verb<SuggestChange>().Run(village.Colleague, note, 1, (await Text(note)) + "\n\nAsk Una.", "She knows.");
        foreach (var parts in (HashSet<int>?[])[null, [], [0], [99]])
            await VillageActs.Refused(Refusal.NotFound, () => village.Verb<AcceptSuggestion>().Run(village.Member, suggestion, parts, "x"));
    }

    [Fact]
    public async Task What_is_erased_is_erased_from_ties_and_benches_too()
    {
        var (note, first, _, _) = await Distilled();
        await village.Verb<AddToBench>().Run(village.UnitMember, first, Backdate);
        await village.Verb<WithdrawPost>().Run(village.Member, first);
        village.Clock.Pass(Withdrawal.RestoreWithin + TimeSpan.FromDays(1));
        await village.Verb<EraseWithdrawn>().Run();
        await FollowLog();

        Assert.False(await village.Read(db => db.BenchPassages.AnyAsync(p => p.PostId == first)));
        Assert.False(await village.Read(db => db.TakenPassages.AnyAsync(t => t.PostId == first)));
        Assert.All(await village.Read(db => db.LineageTies.Where(t => t.PostId == first).Select(t => t.Quote).ToListAsync()), Assert.Empty);
        Assert.Equal(SourceState.Gone, Assert.Single((await Lineage(note, village.Member)).Ties, tie => tie.PostId == first).State);
    }

    [Fact]
    public async Task A_passage_that_was_taken_back_is_not_published()
    {
        var thread = await village.Start(village.Writer);
        var reply = await village.Add(village.Member, thread, Part.Reply, body: Backdate);
        await village.Verb<AddToBench>().Run(village.UnitMember, reply, null);
        await Prepare(village.UnitMember);
        await village.Verb<WithdrawPost>().Run(village.Member, reply);

        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<PublishBench>().Run(village.UnitMember));
    }

    [Fact]
    public async Task A_steward_takes_half_of_a_suggestion_and_its_author_is_credited_and_told()
    {
        var (note, _, _, _) = await Distilled();
        var text = await Text(note);
        var suggestion = await village.Verb<SuggestChange>().Run(village.Colleague, note, 1, text.Replace("half past eight", "nine", StringComparison.Ordinal) + "\n\nAsk Una.", "The doors close later now.");
        await VillageActs.Refused(Refusal.NotFound, () => village.Verb<AcceptSuggestion>().Run(village.Member, suggestion, null, null));
        Assert.Equal("Word", (await VillageActs.Refused(Refusal.Invalid, () => village.Verb<AcceptSuggestion>().Run(village.Writer, suggestion, new HashSet<int> { 0 }, ""))).Field);
        await village.Verb<AcceptSuggestion>().Run(village.Writer, suggestion, new HashSet<int> { 0 }, "Una is away until May.");

        var now = await Texts(note);
        Assert.Equal(text.Replace("half past eight", "nine", StringComparison.Ordinal), now[^1].Source.TrimEnd());
        Assert.Equal((village.Colleague, village.Writer, "The doors close later now."), (now[^1].EditorId, now[^1].TakenInById, now[^1].Summary));
        Assert.Equal(2, (await Lineage(note, village.Member)).Sources.Count);
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<DeclineSuggestion>().Run(village.Writer, suggestion, "No."));
        await Drain(new NotifyPeople(village.Store, village.Clock));
        Assert.True(await village.Read(db => db.Notifications.AnyAsync(n => n.PersonId == village.Colleague && n.TopicId == note && n.Kind == NoticeKind.Decided)));
        Assert.True(await village.Read(db => db.Notifications.AnyAsync(n => n.PersonId == village.Writer && n.TopicId == note && n.Kind == NoticeKind.Suggested)));
    }

    [Fact]
    public async Task Two_who_edit_at_once_both_have_their_text_in_the_note()
    {
        var (note, _, _, _) = await Distilled();
        var (text, opening) = (await Text(note), await village.Opening(note));
        await village.Verb<AppointNoteSteward>().Run(village.Writer, note, village.Member, true);
        await village.Verb<ReviseNote>().Run(village.Writer, opening, new Edit(text.Replace("half past eight", "nine", StringComparison.Ordinal), null, 1) { Merges = true });
        await village.Verb<ReviseNote>().Run(village.Member, opening, new Edit(text + "\n\nAsk Una.", null, 1) { Merges = true });
        Assert.Equal(text.Replace("half past eight", "nine", StringComparison.Ordinal) + "\n\nAsk Una.", await Text(note));

        var stale = await Assert.ThrowsAsync<StaleEditException>(() => village.Verb<ReviseNote>().Run(village.Member, opening, new Edit(text.Replace("half past eight", "ten", StringComparison.Ordinal), null, 1) { Merges = true }));
        Assert.Contains("at nine", stale.Merged, StringComparison.Ordinal);
        Assert.Contains("at ten", stale.Merged, StringComparison.Ordinal);
    }

    /// <summary>Three people change a note by turns, each from what they last saw; each block began with words of its own and a source of its own.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task However_a_note_is_edited_no_block_is_tied_to_a_source_that_is_not_its_own(int seed)
    {
        var random = new Random(seed);
        var thread = await village.Start(village.Member);
        var words = new Dictionary<long, HashSet<string>>();
        for (var i = 0; i < 8; i++)
        {
            var body = string.Join(' ', Enumerable.Range(0, random.Next(8, 16)).Select(n => $"{(char)('a' + i)}{seed}x{n:00}")) + ".";
            var reply = await village.Add(village.Colleague, thread, Part.Reply, body: body);
            words[reply] = [.. Passage.Words(body)];
            await village.Verb<AddToBench>().Run(village.Writer, reply, null);
        }

        var note = await Publish(village.Writer);
        var opening = await village.Opening(note);
        var began = await Text(note);
        var seen = new (int Number, string Text)[] { (1, began), (1, began), (1, began) };
        for (var step = 0; step < 30; step++)
        {
            var person = random.Next(3);
            var blocks = Community.Text.Markdown.Split(seen[person].Text).Select(block => block.Trim()).ToList();
            var at = random.Next(1, blocks.Count);
            switch (random.Next(5))
            {
                case 0: blocks.Insert(at, $"New words by person {person} in step {step}, which nobody said before."); break;
                case 1: blocks[at] += $" Added in step {step}."; break;
                case 2 when blocks.Count > 4: blocks.RemoveAt(at); break;
                case 3 when at + 1 < blocks.Count: (blocks[at], blocks[at + 1]) = (blocks[at + 1], blocks[at]); break;
                default: blocks[at] = string.Join(' ', blocks[at].Split(' ').Where((_, i) => i % 5 != 4)); break;
            }

            try
            {
                await village.Verb<ReviseNote>().Run(village.Writer, opening, new Edit(string.Join("\n\n", blocks), null, seen[person].Number) { Merges = true });
            }
            catch (StaleEditException)
            {
                // Both changed one block: a person would look.
            }

            seen[person] = ((await village.Post(opening)).RevisionNumber, await Text(note));
            var (lineage, text) = (await Lineage(note, village.Member), (await Texts(note))[^1].Source);
            Assert.Equal(text, string.Concat(lineage.Blocks.Select(block => block.In(text))));
            Assert.All(lineage.Ties, tie => Assert.True(Passage.Words(lineage.Blocks.Single(block => block.Id == tie.BlockId).In(text)).Any(words[tie.PostId].Contains), $"step {step}"));
        }
    }

    async Task<(long Note, long First, long Second, long Thread)> Distilled()
    {
        var thread = await village.Start(village.Writer, body: "How do we handle the evening returns?");
        var first = await village.Add(village.Member, thread, Part.Reply, body: $"{Backdate}\n\nThat is how it is here.");
        var second = await village.Opening(await village.Start(village.Colleague, body: Sweep));
        var (a, b) = (await village.Verb<AddToBench>().Run(village.Writer, first, Backdate), await village.Verb<AddToBench>().Run(village.Writer, second, null));
        await village.Verb<PutPassages>().Run(village.Writer, [a], 0);
        await village.Verb<PutPassages>().Run(village.Writer, [b], 2);
        await village.Verb<KeepBench>().Run(village.Writer, new BenchDraft("Sweeping the returns box", "So that nobody gets a wrong notice.", Village.Institution, "", [], new Dictionary<long, string>()));
        return (await village.Verb<PublishBench>().Run(village.Writer), first, second, thread);
    }

    async Task<long> Publish(long personId)
    {
        await Prepare(personId);
        return await village.Verb<PublishBench>().Run(personId);
    }

    async Task Prepare(long personId)
    {
        var passages = await village.Read(db => db.BenchPassages.Where(p => p.PersonId == personId).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync());
        await village.Verb<PutPassages>().Run(personId, passages, 0);
        await village.Verb<KeepBench>().Run(personId, new BenchDraft("A note of passages", "", Village.Institution, "", [], new Dictionary<long, string>()));
    }

    async Task<NoteLineage> Lineage(long note, long reader)
    {
        var opening = await village.Post(await village.Opening(note));
        return await village.Read(async db => await new LineageLoading(db).Of(note, opening.Id, opening.RevisionNumber, await db.Viewer(reader)));
    }

    Task<List<Revision>> Texts(long note) => village.Read(db => db.Revisions.AsNoTracking().Where(r => r.Post.TopicId == note && r.Post.Part == Part.Opening).OrderBy(r => r.Number).ToListAsync());

    async Task<string> Text(long note) => (await Texts(note))[^1].Source.TrimEnd();

    async Task Revise(long note, string text) => await village.Verb<ReviseNote>().Run(village.Writer, await village.Opening(note), new Edit(text, null, null));

    Task FollowLog() => Drain(new TakeOutPassages(village.Store, village.Clock));

    static async Task Drain(StoredConsumer consumer)
    {
        while (await consumer.Step(default))
        {
        }
    }
}
