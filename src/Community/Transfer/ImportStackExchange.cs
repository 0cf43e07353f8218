using Community.Store;
using Community.Transfer.StackExchange;

namespace Community.Transfer;

/// <summary>
/// Brings a Stack Exchange data dump in as a space of questions. Reads the files as streams and writes in short transactions, beside a serving site; what an
/// earlier run brought in is left as it is, so that it can be stopped, killed and run again. Only <c>Posts.xml</c> and <c>Users.xml</c> are needed.
/// </summary>
public sealed class ImportStackExchange(CommunityStore store, TimeProvider clock)
{
    static readonly string[] ReadOnce = [TableNames.Votes, TableNames.History, TableNames.Users, TableNames.Tags, TableNames.Comments, TableNames.Links];

    /// <param name="folder">Its name is the site's, such as <c>beer.meta</c>.</param>
    /// <param name="stop">Ends it between two transactions; the report then says that it was stopped.</param>
    /// <exception cref="RefusedException">The folder holds no dump, or the space cannot be filled or made.</exception>
    public async Task<ImportReport> Run(string folder, ImportTarget target, IProgress<ImportProgress>? progress = null, CancellationToken stop = default)
    {
        var begun = clock.GetTimestamp();
        var dump = new DumpFolder(folder);
        var site = Site.Of(folder);
        var report = new ImportReport(site.Name, target.Slug);
        try
        {
            var bytes = ReadOnce.Sum(dump.Bytes) + 2 * dump.Bytes(TableNames.Posts);
            await Passes(new ImportRun(store, clock, dump, site, report, new ReadingProgress(progress, bytes), stop) { SpaceId = await SpaceFinding.Run(store, site, target, clock.Now()) });
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            report.IsStopped = true;
        }

        report.Took = clock.GetElapsedTime(begun);
        return report;
    }

    static async Task Passes(ImportRun run)
    {
        using var scratch = new Scratch();
        using var history = new History(run, scratch);
        using var tagTexts = new TagTexts(run, scratch);
        var accepted = new AcceptedAnswers(run, scratch);

        new VotePass(run, scratch).Run();
        history.Index();
        await new UserPass(run).Run();
        await new QuestionPass(run, scratch, history, accepted, tagTexts).Run();
        await new AnswerPass(run, scratch, history, accepted).Run();
        await new TagPass(run, tagTexts).Run();
        await new CommentPass(run).Run();
        await new LinkPass(run).Run();
        await new Telling(run).Run();

        accepted.ReportLeft();
        tagTexts.ReportLeft();
        history.ReportLeft();
    }
}
