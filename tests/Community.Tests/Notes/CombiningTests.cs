using Community.Notes;
using Community.Notes.Combining;
using Community.Notifications;
using Community.People;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Notes;

/// <summary>Two notes become one, a note has variants, a note is listed elsewhere.</summary>
public sealed class CombiningTests(Village village) : IClassFixture<Village>
{
    [Fact]
    public async Task The_target_gets_the_text_and_the_source_closes_as_merged()
    {
        var (source, target) = (await Note("Customs slips"), await Note("Lending abroad"));
        var comment = await village.Add(village.Member, source, Part.Comment);

        await Merge(village.Writer, source, target, "Both texts.");

        var closed = await village.Topic(source);
        Assert.Equal((true, Outcome.Merged, "One is enough."), (closed.IsClosed, closed.Closures[^1].Outcome, closed.Closures[^1].Reason));
        Assert.Equal(["How it is done.", "Both texts."], await Texts(target));
        Assert.Equal(["How it is done."], await Texts(source));
        Assert.Equal(source, (await village.Post(comment)).TopicId);
        Assert.Equal(target, await village.Read(db => db.StandingMerges.Where(m => m.SourceId == source).Select(m => m.TargetId).SingleAsync()));
    }

    [Fact]
    public async Task Only_who_keeps_both_merges_them()
    {
        var (mine, theirs) = (await village.Start(village.Colleague, TopicKind.Note), await Note("Theirs"));
        var hidden = await Note("Hidden", Village.Unit);

        await VillageActs.Refused(Refusal.Forbidden, () => Merge(village.Colleague, mine, theirs, "x"));
        await VillageActs.Refused(Refusal.Forbidden, () => Merge(village.Colleague, theirs, mine, "x"));
        await VillageActs.Refused(Refusal.NotFound, () => Merge(village.Colleague, mine, hidden, "x"));
        await VillageActs.Refused(Refusal.NotFound, () => Merge(village.Colleague, hidden, mine, "x"));

        await village.Verb<AppointNoteSteward>().Run(village.Writer, theirs, village.Colleague, true);
        await Merge(village.Colleague, theirs, mine, "x");
    }

    [Fact]
    public async Task A_note_is_not_merged_into_itself_nor_into_a_closed_one_nor_a_thread_into_a_note()
    {
        var (one, two, thread) = (await Note("One"), await Note("Two"), await village.Start(village.Writer));
        await VillageActs.Refused(Refusal.Invalid, () => Merge(village.Writer, one, one, "x"));
        await VillageActs.Refused(Refusal.Invalid, () => Merge(village.Writer, thread, one, "x"));
        await VillageActs.Refused(Refusal.Invalid, () => village.Verb<CloseTopic>().Run(village.Writer, one, Outcome.Merged, "x"));

        await Merge(village.Writer, one, two, "x");
        await VillageActs.Refused(Refusal.Conflict, () => Merge(village.Writer, two, one, "x"));
        await VillageActs.Refused(Refusal.Conflict, () => Merge(village.Writer, one, two, "x"));
    }

    [Fact]
    public async Task Nothing_that_was_written_meanwhile_is_lost_in_a_merge()
    {
        var (source, target) = (await Note("One"), await Note("Two"));
        await Revise(source, "A better text.");
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<MergeNotes>().Run(village.Writer, source, target, 1, new Edit("Both.", null, 1), "x"));

        await Revise(target, "Another text.");
        var stale = await Assert.ThrowsAsync<StaleEditException>(() => village.Verb<MergeNotes>().Run(village.Writer, source, target, 2, new Edit("Both.", null, 1), "x"));
        Assert.Equal("Another text.", stale.Text);
        Assert.False((await village.Topic(source)).IsClosed);
    }

    [Fact]
    public async Task A_merge_is_undone_within_thirty_days_and_the_target_has_its_text_again()
    {
        var (source, target) = (await Note("One"), await Note("Two"));
        await Merge(village.Writer, source, target, "Both texts.");
        await VillageActs.Refused(Refusal.Forbidden, () => village.Verb<UndoMerge>().Run(village.Member, source, "x"));

        Assert.True(await village.Verb<UndoMerge>().Run(village.Steward, source, "They differ after all."));

        Assert.False((await village.Topic(source)).IsClosed);
        Assert.Equal(["How it is done.", "Both texts.", "How it is done."], await Texts(target));
        Assert.False(await village.Read(db => db.StandingMerges.AnyAsync(m => m.SourceId == source)));
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<UndoMerge>().Run(village.Steward, source, "Again."));
    }

    [Fact]
    public async Task What_was_written_after_a_merge_stays_when_it_is_undone_and_after_thirty_days_it_is_not()
    {
        var (source, target, late) = (await Note("One"), await Note("Two"), await Note("Three"));
        await Merge(village.Writer, source, target, "Both texts.");
        await Revise(target, "Both texts, and more.");
        await Merge(village.Writer, late, target, "All three.");

        Assert.False(await village.Verb<UndoMerge>().Run(village.Writer, source, "They differ."));
        Assert.Equal("All three.", (await Texts(target))[^1]);

        village.Clock.Pass(TimeSpan.FromDays(31));
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<UndoMerge>().Run(village.Writer, late, "Too late."));
    }

    [Fact]
    public async Task Two_who_merge_each_into_the_other_leave_one_open()
    {
        var (one, two) = (await Note("One"), await Note("Two"));
        var both = await Task.WhenAll(Try(() => Merge(village.Writer, one, two, "x")), Try(() => Merge(village.Steward, two, one, "x")));

        Assert.Equal(1, both.Count(done => done));
        Assert.Equal(1, await village.Read(db => db.Topics.CountAsync(t => (t.Id == one || t.Id == two) && t.ClosedAt == null)));
    }

    [Fact]
    public async Task A_variant_is_for_a_unit_or_for_whom_the_words_say()
    {
        var of = await Note("Lending");
        var unit = await village.Read(db => db.Units.Select(u => u.Id).FirstAsync());
        var forUnit = await village.Verb<MakeVariant>().Run(village.Member, of, Text(unit, "ignored"));
        var forSome = await village.Verb<MakeVariant>().Run(village.Member, of, Text(null, " the Law Library "));

        var rows = await village.Read(db => db.NoteVariants.AsNoTracking().Where(v => v.BaseId == of).OrderBy(v => v.NoteId).ToListAsync());
        Assert.Equal([(forUnit, (long?)unit, ""), (forSome, null, "the Law Library")], rows.Select(v => (v.NoteId, v.UnitId, v.ForWhom)));
        await VillageActs.Refused(Refusal.Invalid, () => village.Verb<MakeVariant>().Run(village.Member, of, Text(null, " ")));
        await VillageActs.Refused(Refusal.Invalid, () => village.Verb<MakeVariant>().Run(village.Member, of, Text(999_999, null)));
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<MakeVariant>().Run(village.Member, forUnit, Text(unit, null)));
        await VillageActs.Refused(Refusal.NotFound, async () => await village.Verb<MakeVariant>().Run(village.Colleague, await Note("Hidden", Village.Unit), Text(unit, null)));

        await VillageActs.Refused(Refusal.Forbidden, () => village.Verb<LoosenVariant>().Run(village.Colleague, forSome));
        await village.Verb<LoosenVariant>().Run(village.Member, forSome);
        Assert.False(await village.Read(db => db.NoteVariants.AnyAsync(v => v.NoteId == forSome)));
    }

    [Fact]
    public async Task Who_keeps_a_variant_hears_once_of_a_new_text_of_its_base_and_not_of_one_out_of_sight()
    {
        var of = await Note("Lending");
        var variant = await village.Verb<MakeVariant>().Run(village.Colleague, of, Text(null, "Law"));
        await village.Verb<AppointNoteSteward>().Run(village.Colleague, variant, village.Member, true);
        await village.Verb<AppointNoteSteward>().Run(village.Colleague, variant, village.Writer, true);
        var base_ = await village.Opening(of);

        await Revise(of, "Two.");
        await Revise(of, "Three.");
        await Follow();
        Assert.Equal([village.Member, village.Colleague], (await Told(base_)).Order());

        await village.Verb<SeeNotices>().Run(village.Member, long.MaxValue, new NoticeSubject(of, null), null);
        await village.Verb<MoveTopic>().Run(village.Administrator, of, Village.Unit);
        await Revise(of, "Four.");
        await Follow();
        Assert.Equal([village.Member, village.Member, village.Colleague], (await Told(base_)).Order());
    }

    [Fact]
    public async Task Nobody_hears_of_a_small_correction()
    {
        var of = await Note("Lending");
        await village.Verb<MakeVariant>().Run(village.Colleague, of, Text(null, "Law"));
        var base_ = await village.Opening(of);
        async Task<int> After(string body, bool minor)
        {
            village.Clock.Pass(TimeSpan.FromMinutes(20));
            await village.Verb<ReviseNote>().Run(village.Writer, base_, new Edit(body, null, null) { IsMinor = minor });
            await Follow();
            return (await Told(base_)).Count;
        }

        Assert.Equal(0, await After("How it is  done.", minor: true));
        Assert.Equal(1, await After("Two.", minor: false));
        Assert.Equal([false, true, false], (await village.Post(base_)).Revisions.Select(r => r.IsMinor));
    }

    [Fact]
    public async Task A_note_is_listed_elsewhere_by_who_keeps_it_and_may_write_there()
    {
        var note = await village.Start(village.Colleague, TopicKind.Note);
        await VillageActs.Refused(Refusal.NotFound, () => Place(village.Colleague, note, Village.Unit));
        await VillageActs.Refused(Refusal.Forbidden, () => Place(village.Member, note, Village.Public));
        await VillageActs.Refused(Refusal.Conflict, () => Place(village.Colleague, note, Village.Institution));
        await VillageActs.Refused(Refusal.Invalid, async () => await Place(village.Writer, await village.Start(village.Writer), Village.Public));

        await Place(village.Colleague, note, Village.Public);
        await Place(village.Colleague, note, Village.Public);
        Assert.Equal(1, await village.Read(db => db.NotePlacements.CountAsync(p => p.NoteId == note)));

        await VillageActs.Refused(Refusal.Forbidden, () => Place(village.Member, note, Village.Public, placed: false));
        await Place(village.Steward, note, Village.Public, placed: false);
        Assert.Equal(0, await village.Read(db => db.NotePlacements.CountAsync(p => p.NoteId == note)));
    }

    Task<long> Note(string title, string space = Village.Institution) => village.Start(village.Writer, TopicKind.Note, space, title, "How it is done.");

    Task Merge(long personId, long source, long target, string body) => village.Verb<MergeNotes>().Run(personId, source, target, 1, new Edit(body, null, null), "One is enough.");

    Task Place(long personId, long note, string space, bool placed = true) => village.Verb<PlaceNote>().Run(personId, note, space, placed);

    async Task Revise(long note, string body) => await village.Verb<ReviseNote>().Run(village.Writer, await village.Opening(note), new Edit(body, null, null));

    async Task<string[]> Texts(long note) => [.. (await village.Post(await village.Opening(note))).Revisions.Select(r => r.Source)];

    static VariantText Text(long? unitId, string? forWhom) => new(Village.Institution, "Lending there", "Otherwise.", [], unitId, forWhom);

    async Task Follow()
    {
        var notify = new NotifyPeople(village.Store, village.Clock);
        while (await notify.Step(TestContext.Current.CancellationToken))
        {
        }
    }

    Task<List<long>> Told(long postId) => village.Read(db => db.Notifications.Where(n => n.PostId == postId && n.Kind == NoticeKind.Base).Select(n => n.PersonId).ToListAsync());

    static async Task<bool> Try(Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (Exception refused) when (refused is RefusedException or StaleEditException)
        {
            return false;
        }
    }
}
