using Community.People;
using Community.Store;
using Community.Topics;
using Community.Transfer.Handbooks;
using Microsoft.EntityFrameworkCore;

namespace Community.Transfer;

/// <summary>
/// Brings the pages of a folder in as practice notes: every <c>*.md</c> below it. A page is known by its path, so that running it again brings in what changed and leaves
/// the rest; what people changed here meanwhile is left to them. Writes in short transactions, beside a serving site, and can be stopped, killed and run again.
/// </summary>
public sealed class ImportMarkdown(CommunityStore store, StoreAttachment storing, TimeProvider clock)
{
    /// <param name="folder">Its name, with the space, is what its pages are known by.</param>
    /// <param name="space">The address of the space to fill; a missing one is made for all staff.</param>
    /// <param name="email">Whose notes they are; null for a person made for this folder, whom nobody signs in as.</param>
    /// <param name="stop">Ends it between two pages; the report then says that it was stopped.</param>
    /// <exception cref="RefusedException">The folder holds no page, the space cannot be made, or the person may not write there.</exception>
    public async Task<MarkdownReport> Run(string folder, string space, string? email = null, IProgress<ImportProgress>? progress = null, CancellationToken stop = default)
    {
        var begun = clock.GetTimestamp();
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var source = Path.GetFileName(root) is { Length: > 0 and <= 58 } name ? name : "pages";
        var report = new MarkdownReport(source, space);
        try
        {
            var pages = PageFolder.Read(root, report, stop);
            report.Pages = pages.Pages.Count;
            var spaceId = await MarkdownTarget.Space(store, space, source, clock.Now());
            var authorId = await MarkdownTarget.Author(store, email, spaceId, source, clock.Now());
            var address = await store.Read(db => db.Institutions.Select(i => i.PublicAddress).FirstOrDefaultAsync(stop));
            var keys = new PageKeys(store, $"{space}/{source}");
            var notes = new PageNotes(store, keys, spaceId, authorId, clock, report, address is null ? null : new Uri(address));
            await Bring(pages, keys, notes, new PageAttachments(store, storing, keys, authorId, clock, report, root), report, progress, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            report.IsStopped = true;
        }

        report.Took = clock.GetElapsedTime(begun);
        return report;
    }

    static async Task Bring(PageFolder folder, PageKeys keys, PageNotes notes, PageAttachments attachments, MarkdownReport report, IProgress<ImportProgress>? progress, CancellationToken stop)
    {
        var known = await keys.All(PageKeys.Notes);
        List<(PageFile Page, PagePart Part)> parts = [.. folder.Pages.SelectMany(page => page.Parts.Select(part => (page, part)))];
        var ids = new Dictionary<(PageFile, int), long>();
        var done = 0;
        foreach (var (page, part) in parts)
        {
            ids[(page, part.Number)] = known.TryGetValue(PageKeys.OfPart(page.Path, part.Number), out var id) ? id : await notes.Begin(page, part);
            Pass("Pages");
        }

        var links = new PageLinks(folder, (page, number) => ids[(page, number)], attachments, report);
        foreach (var (page, part) in parts)
        {
            await notes.Finish(page, part, await links.Write(page, part));
            Pass("Links");
        }

        var gone = known.Keys.Except(parts.Select(each => PageKeys.OfPart(each.Page.Path, each.Part.Number))).Count();
        if (gone > 0) report.Remark("notes whose page is no longer in the folder; they stay", gone.ToString(System.Globalization.CultureInfo.InvariantCulture));

        void Pass(string what)
        {
            progress?.Report(new ImportProgress(what, ++done, done, 2 * parts.Count));
            stop.ThrowIfCancellationRequested();
        }
    }
}
