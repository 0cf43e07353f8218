using Community.Events;
using Community.Notes;
using Community.Spaces;
using Community.Topics;
using Community.Transfer;
using Community.Transfer.Handbooks;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Transfer.Handbooks;

/// <summary>A folder of pages becomes notes that link to each other.</summary>
public sealed class HandbookTests(ITestOutputHelper output) : IAsyncLifetime
{
    readonly Village village = new();
    readonly MadeUpHandbook book = new();

    public ValueTask InitializeAsync() => village.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        book.Dispose();
        await village.DisposeAsync();
    }

    [Fact]
    public async Task Every_page_comes_in_with_its_title_and_subjects()
    {
        var report = await Import();

        Assert.Equal((5, 5, 0, 0), (report.Pages, report.Added, report.Changed, report.Left));
        Assert.Equal(["CONTRIBUTING", "Loans", "Services: all of them", "The desk", "Welcome"], await village.Read(db => db.Topics.Where(t => t.Kind == TopicKind.Note).OrderBy(t => t.Title).Select(t => t.Title).ToListAsync()));
        Assert.Equal(["front-desk", "services"], (await village.Topic(await Note("Services: all of them"))).Tags.Select(t => t.Tag!.Name).Order());
        Assert.Equal(["desk", "loans"], (await village.Topic(await Note("The desk"))).Tags.Select(t => t.Tag!.Name).Order());
        Assert.StartsWith("## Fees and fines\n", await Text("The desk"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_of_every_form_become_links_between_notes()
    {
        var report = await Import();
        var (welcome, services, desk, loans) = (await Note("Welcome"), await Note("Services: all of them"), await Note("The desk"), await Note("Loans"));

        Assert.Equal($"Begin with [the desk](/notes/{desk}), [loans](/notes/{loans}), [the index](/notes/{services}) and [old](/notes/{desk}#fees-and-fines).\n\n[Gone](gone.md), [gone too](gone/), [elsewhere](https://example.org/x.md).", await Text("Welcome"));
        Assert.Equal($"See [the desk][d] and [up](/notes/{welcome}).\n\n[d]: /notes/{desk} \"The desk\"", await Text("Services: all of them"));
        Assert.Equal($"Write to [us](/notes/{welcome}).", await Text("CONTRIBUTING"));
        var text = await Text("Loans");
        Assert.Contains($"[Desk](/notes/{desk}), [by address](/notes/{loans}), [no](nowhere). {{% slack_channel \"loans\" %}}", text, StringComparison.Ordinal);
        Assert.Contains($"`{{% page \"/services/desk/\" %}}` and [missing](/notes/{desk})", text, StringComparison.Ordinal);
        Assert.Contains("```\n[code](desk.md) {% page \"/services/desk/\" %}\n```", text, StringComparison.Ordinal);
        Assert.Contains($"[look here](#fees-and-fines) and [there](/notes/{loans}#return-late \"Late\")", await Text("The desk"), StringComparison.Ordinal);

        Assert.Equal(["README.md: gone.md", "README.md: /gone/", "services/loans.md: /nowhere"], report.BrokenLinks);
        Assert.Equal(["services/loans.md: desk.md#no-such-heading"], report.MissingAnchors);
        Assert.Equal(["{% slack_channel … %}"], report.Tags.Select(tag => tag.Reason));
        Assert.Equal(10, report.Links);
        // The desk is linked to from four pages, and says so.
        Assert.Equal(3, await village.Read(db => db.NoteLinks.CountAsync(l => l.NoteId == desk)));
        output.WriteLine(report.ToString());
    }

    [Fact]
    public async Task Pictures_and_files_come_in_once_and_whoever_reads_the_note_sees_them()
    {
        var report = await Import();

        Assert.Equal(2, report.Files);
        Assert.Equal(["services/desk.md: ../pictures/none.png"], report.MissingFiles);
        var text = await Text("The desk");
        var picture = await village.Read(db => db.Attachments.SingleAsync(a => a.Name == "box.webp"));
        Assert.Contains($"![A red box]({picture.Address})", text, StringComparison.Ordinal);
        Assert.Contains($"![The same box]({picture.Address})", text, StringComparison.Ordinal);
        Assert.Contains("![Not here](../pictures/none.png)", text, StringComparison.Ordinal);
        Assert.True(await village.Read(async db => await db.AttachmentsFor(await db.Viewer(village.Colleague)).AnyAsync(a => a.Id == picture.Id)));
        Assert.False(await village.Read(async db => await db.AttachmentsFor(await db.Viewer(village.Stranger)).AnyAsync(a => a.Id == picture.Id)));
    }

    [Fact]
    public async Task Running_it_again_changes_only_what_changed()
    {
        await Import();
        var before = await village.Read(db => db.Revisions.CountAsync());
        var nothing = await Import();
        Assert.Equal((0, 0, 5), (nothing.Added, nothing.Changed, nothing.Unchanged));
        Assert.Equal(before, await village.Read(db => db.Revisions.CountAsync()));

        book.Write("services/loans.md", "# Loans\n\n## Return late\n\nNobody minds.\n");
        book.Write("services/new.md", "# Something new\n");
        book.Delete(".github/CONTRIBUTING.md");
        var report = await Import();

        Assert.Equal((1, 1, 3), (report.Added, report.Changed, report.Unchanged));
        Assert.Contains("changed: services/loans.md", report.ToString(), StringComparison.Ordinal);
        Assert.Contains("no longer in the folder", report.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, (await village.Post(await village.Opening(await Note("Loans")))).RevisionNumber);
        Assert.Equal(6, await village.Read(db => db.Topics.CountAsync(t => t.Kind == TopicKind.Note)));
        Assert.Equal(2, await village.Read(db => db.Attachments.CountAsync()));
    }

    [Fact]
    public async Task What_somebody_changed_here_is_left_to_them()
    {
        await Import();
        var loans = await village.Opening(await Note("Loans"));
        await village.Verb<ReviseNote>().Run(village.Steward, loans, new Edit("Ours now.", null, null));
        Assert.Equal((5, 0), await Counts());

        book.Write("services/loans.md", "# Loans\n\n## Return late\n\nTheirs.\n");

        Assert.Equal((4, 1), await Counts());
        Assert.Equal("Ours now.", (await village.Post(loans)).Revisions[^1].Source);
    }

    [Fact]
    public async Task Stopped_again_and_again_it_ends_as_in_one_run()
    {
        for (var i = 0; ; i++)
        {
            using var stop = new CancellationTokenSource();
            var report = await village.Verb<ImportMarkdown>().Run(book.Folder, Village.Institution, null, new Stopper(stop, i + 1), stop.Token);
            if (!report.IsStopped) break;
            Assert.True(i < 12);
        }

        Assert.Equal(5, await village.Read(db => db.Topics.CountAsync(t => t.Kind == TopicKind.Note)));
        Assert.Equal(5, await village.Read(db => db.Revisions.CountAsync()));
        Assert.Equal(5, await village.Read(db => db.Events.CountAsync(e => e.Kind == EventKind.Imported && e.TopicId != null)));
        Assert.Contains("](/notes/", await Text("Welcome"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_too_long_is_cut_at_its_headings_and_its_notes_lead_to_each_other()
    {
        var section = string.Concat(Enumerable.Repeat("Words of this section go on and on.\n\n", 700));
        book.Write("long.md", $"# Long\n\nBegin. [To three](#three)\n\n## One\n\n{section}## Two\n\n{section}## Three\n\n{section}[Back](#one)\n");
        book.Write("to-long.md", "# To long\n\n[Three](long.md#three)\n");

        var report = await Import();

        Assert.Contains("long.md: 2 notes", report.ToString(), StringComparison.Ordinal);
        var (first, second) = (await Note("Long (1 of 2)"), await Note("Long (2 of 2)"));
        Assert.EndsWith($"*Goes on in [Long (2 of 2)](/notes/{second}).*", await Text("Long (1 of 2)"), StringComparison.Ordinal);
        Assert.StartsWith($"*Begins in [Long (1 of 2)](/notes/{first}).*", await Text("Long (2 of 2)"), StringComparison.Ordinal);
        Assert.Contains($"[To three](/notes/{second}#three)", await Text("Long (1 of 2)"), StringComparison.Ordinal);
        Assert.Contains($"[Back](/notes/{first}#one)", await Text("Long (2 of 2)"), StringComparison.Ordinal);
        Assert.Equal($"[Three](/notes/{second}#three)", await Text("To long"));
        Assert.DoesNotContain(report.MissingAnchors, where => where.Contains("long", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_somebody_who_writes_in_the_space_can_be_said_to_have_written_the_pages()
    {
        await VillageActs.Refused(Refusal.Invalid, () => village.Verb<ImportMarkdown>().Run(book.Folder, Village.Institution, "nobody@library.example"));
        await VillageActs.Refused(Refusal.Invalid, () => village.Verb<ImportMarkdown>().Run(Path.Combine(book.Folder, "none"), Village.Institution));
        await VillageActs.Refused(Refusal.Invalid, () => village.Verb<ImportMarkdown>().Run(Path.Combine(book.Folder, "pictures"), Village.Institution));
    }

    [Fact]
    public async Task Nothing_outside_of_the_folder_is_brought_in()
    {
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(book.Folder)!, "community-secret.txt"), "A secret.");
        book.Write("out.md", "[Out](../community-secret.txt) [and](/../../community-secret.txt) ![so](/%2e%2e/community-secret.txt)");

        await Import();

        Assert.False(await village.Read(db => db.Attachments.AnyAsync(a => a.Name.StartsWith("community-secret"))));
        File.Delete(Path.Combine(Path.GetDirectoryName(book.Folder)!, "community-secret.txt"));
    }

    Task<MarkdownReport> Import() => village.Verb<ImportMarkdown>().Run(book.Folder, Village.Institution, null, null, TestContext.Current.CancellationToken);

    async Task<(int Unchanged, int Left)> Counts() => await Import() is var report ? (report.Unchanged, report.Left) : default;

    Task<long> Note(string title) => village.Read(db => db.Topics.Where(t => t.Title == title).Select(t => t.Id).SingleAsync());

    async Task<string> Text(string title) => (await village.Post(await village.Opening(await Note(title)))).Revisions[^1].Source;

    sealed class Stopper(CancellationTokenSource stop, int after) : IProgress<ImportProgress>
    {
        int seen;

        public void Report(ImportProgress value)
        {
            if (++seen == after) stop.Cancel();
        }
    }
}
