using Community.Governance;
using Community.Notes;
using Community.Notes.Bench;
using Community.Notes.Care;
using Community.Notes.Lineage;
using Community.Reports;
using Community.Spaces;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Care;

/// <summary>What makes a note due before its day: a report that it did not work, and sources that say something else or are gone. Nora keeps the notes, Rita wrote what went into them.</summary>
public sealed class DueEvidenceTests(RunningSite site) : IClassFixture<RunningSite>
{
    const string Closed = "due-closed", Open = "due-open";
    const string Said = "Set the day before, then scan what lay in the box, and only then open the doors.";

    [Fact]
    public async Task A_report_that_it_did_not_work_makes_a_note_due_until_its_task_is_ended()
    {
        var nora = await site.SignedIn("Nora Keeper");
        var note = await Plain("Numbat returns");
        Assert.DoesNotContain("Numbat returns", await nora.Page("/due"), StringComparison.Ordinal);
        var report = await site.Verb<ReportPost>().Run(await site.Person("Rita Reader"), await Opening(note), ReportOutcome.Failed, "Law", null, "Two scanners, two check-ins.");

        var due = await nora.Page("/due");
        Assert.Contains("Numbat returns", due, StringComparison.Ordinal);
        Assert.Contains($"href=\"/posts/{await Opening(note)}/reports#report-{report}\">Law: Two scanners, two check-ins.</a>", due, StringComparison.Ordinal);
        await site.Verb<CheckNote>().Run(await site.Person("Nora Keeper"), note);
        Assert.Contains("Two scanners", await nora.Page("/due"), StringComparison.Ordinal);

        var task = await site.Store.Read(db => db.RefinementTasks.Where(t => t.ReportId == report).Select(t => t.Id).SingleAsync());
        await site.Verb<DismissTask>().Run(await site.Person("Nora Keeper"), task, "Their second scanner is broken.");
        Assert.DoesNotContain("Numbat returns", await nora.Page("/due"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_was_taken_back_asks_for_nothing()
    {
        var nora = await site.SignedIn("Nora Keeper");
        var note = await Plain("Quoll returns");
        var report = await site.Verb<ReportPost>().Run(await site.Person("Rita Reader"), await Opening(note), ReportOutcome.Failed, null, null, "No box.");
        Assert.Contains("No box.", await nora.Page("/due"), StringComparison.Ordinal);
        await site.Verb<RetractReport>().Run(await site.Person("Rita Reader"), report);

        Assert.DoesNotContain("Quoll returns", await nora.Page("/due"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_says_something_else_makes_a_note_due_until_a_steward_has_looked()
    {
        var nora = await site.SignedIn("Nora Keeper");
        var (note, source) = await Distilled("Potoroo box", "When do we open?");
        await Edit(source, Said + " Mind the step.");
        Assert.DoesNotContain("Potoroo box", await nora.Page("/due"), StringComparison.Ordinal);

        await Edit(source, "We do not scan any more.");
        var tie = await Tie(note);
        var due = await nora.Page("/due");
        Assert.Contains("Source changed", due, StringComparison.Ordinal);
        Assert.Contains($"href=\"/notes/{note}/-#block-{tie.BlockId}\">The passage from: When do we open?</a>", due, StringComparison.Ordinal);
        Assert.Contains($"id=\"block-{tie.BlockId}\"", await nora.Page($"/notes/{note}/potoroo-box"), StringComparison.Ordinal);
        await site.Verb<CheckNote>().Run(await site.Person("Nora Keeper"), note);
        Assert.Contains("Potoroo box", await nora.Page("/due"), StringComparison.Ordinal);

        await site.Verb<AcknowledgeSource>().Run(await site.Person("Nora Keeper"), tie.Id);
        Assert.DoesNotContain("Potoroo box", await nora.Page("/due"), StringComparison.Ordinal);
        await Edit(source, "We scan in the afternoon.");
        Assert.Contains("Potoroo box", await nora.Page("/due"), StringComparison.Ordinal);
        await Edit(source, Said);
        Assert.DoesNotContain("Potoroo box", await nora.Page("/due"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_was_taken_back_makes_a_note_due_until_the_next_check_and_is_not_named()
    {
        var nora = await site.SignedIn("Nora Keeper");
        var (note, source) = await Distilled("Bettong box", "Secret of the bettong");
        site.Clock.Forward(TimeSpan.FromMinutes(1));
        await site.Verb<WithdrawPost>().Run(await site.Person("Rita Reader"), source);
        await site.Quiet();

        var due = await nora.Page("/due");
        Assert.Contains("Bettong box", due, StringComparison.Ordinal);
        Assert.Contains("Source taken back", due, StringComparison.Ordinal);
        Assert.Contains("The passage it went into", due, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret of the bettong", due, StringComparison.Ordinal);
        site.Clock.Forward(TimeSpan.FromMinutes(1));
        await site.Verb<CheckNote>().Run(await site.Person("Nora Keeper"), note);
        Assert.DoesNotContain("Bettong box", await nora.Page("/due"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_steward_who_cannot_read_a_source_is_not_told_that_it_changed_nor_that_it_is_gone()
    {
        var (nora, stig) = (await site.SignedIn("Nora Keeper"), await site.SignedIn("Stig Keeper"));
        var (note, source) = await Distilled("Dunnart box", "Dunnart of the vault", Closed);
        await site.Verb<AppointNoteSteward>().Run(await site.Person("Nora Keeper"), note, await site.Person("Stig Keeper"), true);
        await Edit(source, "We do not scan any more.");
        Assert.Contains("Dunnart of the vault", await nora.Page("/due"), StringComparison.Ordinal);
        Assert.DoesNotContain("Dunnart", await stig.Page("/due"), StringComparison.Ordinal);

        await site.Verb<EnrolPerson>().Run(site.AdministratorId, Closed, await site.Person("Stig Keeper"), false);
        Assert.Contains("Dunnart of the vault", await stig.Page("/due"), StringComparison.Ordinal);
        await site.Verb<DismissPerson>().Run(site.AdministratorId, Closed, await site.Person("Stig Keeper"));
        Assert.DoesNotContain("Dunnart", await stig.Page("/due"), StringComparison.Ordinal);

        site.Clock.Forward(TimeSpan.FromMinutes(1));
        await site.Verb<WithdrawPost>().Run(await site.Person("Rita Reader"), source);
        await site.Quiet();
        Assert.DoesNotContain("Dunnart", await stig.Page("/due"), StringComparison.Ordinal);
        Assert.Contains("Dunnart box", await nora.Page("/due"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disputed_passage_is_named_with_who_holds_what_and_leads_to_it()
    {
        var nora = await site.SignedIn("Nora Keeper");
        var note = await Plain("Woylie value");
        await site.Verb<DisputeNote>().Run(await site.Person("Nora Keeper"), note, new Side(await site.Person("Nora Keeper"), "Yes.", "/posts/1"), new Side(await site.Person("Rita Reader"), "No.", "/posts/2"), new NotePassage(1, 1));
        var block = await site.Store.Read(db => db.NoteDisputes.Where(d => d.TopicId == note).Select(d => d.BlockId).SingleAsync());

        var due = await nora.Page("/due");
        Assert.Contains("One passage disputed", due, StringComparison.Ordinal);
        Assert.Contains($"href=\"/notes/{note}/-#block-{block}\">Nora Keeper and Rita Reader hold different positions.</a>", due, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_day_of_the_review_passes_and_the_oldest_harm_stands_first()
    {
        await using var later = await Later();
        var nora = await later.Site.SignedIn("Nora Keeper");
        var (failed, due) = (await later.Tests.Plain("Failed last week"), await later.Tests.Plain("Due since long"));
        later.Site.Clock.Forward(TimeSpan.FromDays(360));
        await later.Site.Verb<CheckNote>().Run(await later.Site.Person("Nora Keeper"), failed);
        later.Site.Clock.Forward(TimeSpan.FromDays(14));
        await later.Site.Verb<ReportPost>().Run(await later.Site.Person("Rita Reader"), await later.Tests.Opening(failed), ReportOutcome.Failed, null, null, "It jams.");
        nora = await later.Site.SignedIn("Nora Keeper");

        var page = await nora.Page("/due");
        Assert.InRange(page.IndexOf("Due since long", StringComparison.Ordinal), 0, page.IndexOf("Failed last week", StringComparison.Ordinal));
        Assert.NotEqual(failed, due);
    }

    static async Task<OwnSite> Later()
    {
        var own = await RunningSite.Start();
        return new OwnSite(own, new DueEvidenceTests(own));
    }

    async Task<long> Plain(string title)
    {
        await Space(Open);
        var note = await site.Verb<StartTopic>().Run(await site.Person("Nora Keeper"), Open, TopicKind.Note, title, "As it is done.", []);
        await Tend();
        return note;
    }

    async Task<(long Note, long Source)> Distilled(string title, string thread, string sourceSpace = Open)
    {
        var (nora, rita) = (await site.Person("Nora Keeper"), await site.Person("Rita Reader"));
        foreach (var space in new[] { Open, sourceSpace }) await Space(space);
        if (sourceSpace == Closed) await site.Verb<EnrolPerson>().Run(site.AdministratorId, Closed, rita, false);
        var source = await Opening(await site.Verb<StartTopic>().Run(rita, sourceSpace, TopicKind.Thread, thread, Said, []));
        await site.Verb<PutPassages>().Run(nora, [await site.Verb<AddToBench>().Run(nora, source, null)], 0);
        await site.Verb<KeepBench>().Run(nora, new BenchDraft(title, "So that nobody gets a wrong notice.", Open, "", [], new Dictionary<long, string>()));
        var note = await site.Verb<PublishBench>().Run(nora);
        await Tend();
        return (note, source);
    }

    async Task Tend()
    {
        while (await site.Verb<TendNotes>().Run() > 0)
        {
        }
    }

    async Task Space(string space)
    {
        var tier = space == Closed ? Tier.Unit : Tier.Public;
        if (!await site.Store.Read(db => db.Spaces.AnyAsync(s => s.Slug == space))) await site.Verb<MakeSpace>().Run(null, space, space, "", tier);
        if (tier == Tier.Unit) await site.Verb<EnrolPerson>().Run(site.AdministratorId, space, await site.Person("Nora Keeper"), true);
    }

    async Task Edit(long source, string body) => await site.Verb<RevisePost>().Run(await site.Person("Rita Reader"), source, new Edit(body, null, null));

    Task<LineageTie> Tie(long note) => site.Store.Read(db => db.Set<LineageTie>().AsNoTracking().SingleAsync(t => t.Block.TopicId == note));

    Task<long> Opening(long topicId) => site.Store.Read(db => db.Posts.Where(p => p.TopicId == topicId && p.Part == Part.Opening).Select(p => p.Id).SingleAsync());

    /// <summary>A site whose clock no other test reads.</summary>
    sealed record OwnSite(RunningSite Site, DueEvidenceTests Tests) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }
}
