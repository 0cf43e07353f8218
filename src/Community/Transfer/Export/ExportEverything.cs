using Community.Files;
using Community.Store;
using Community.Topics;
using Community.Transfer.Archives;
using Microsoft.EntityFrameworkCore;

namespace Community.Transfer.Export;

/// <summary>
/// Writes everything that is published into a zip file that reads well without this program: a Markdown file a topic, its pictures and files, and the rows as JSON Lines. As of one
/// moment, beside a serving site, in an order that depends on nothing but the rows. Texts that were withdrawn, hidden, held or never sent are not in it.
/// </summary>
public sealed class ExportEverything(ContextFactory contexts, FileStore store, TimeProvider clock)
{
    /// <param name="withEmails">Puts the addresses that people sign in with beside their names.</param>
    /// <returns>How many topics are in it.</returns>
    /// <exception cref="ArchiveException">The file is there already.</exception>
    public async Task<int> Run(string path, bool withEmails = false, Action<ArchiveProgress>? progress = null, CancellationToken stop = default)
    {
        using var archive = new NewArchive(path, clock.Now());
        await using var db = contexts.Create();
        await using var moment = await db.BeginSnapshot(stop);
        var total = await db.Exported.CountAsync(stop);
        var names = await ExportedNames.Of(db, stop);
        var files = await ExportedFiles.Of(db, store, stop);

        await ExportReadme.Write(archive, clock.Now());
        await new SpaceExport(db, archive, names).Run(stop);
        await new TopicExport(db, archive, names, files).Run(done => progress?.Invoke(new ArchiveProgress("topics", done, total)), stop);
        await files.Write(archive, names, stop);
        await new RowExport(db, archive, names).Run(withEmails, stop);
        archive.Finish();
        return total;
    }
}

static class ExportedTopics
{
    extension(CommunityContext db)
    {
        /// <summary>Topics that others have seen.</summary>
        public IQueryable<Topic> Exported => db.Topics.AsNoTracking().Where(t => t.Standing != Standing.Draft && t.Standing != Standing.Held);
    }
}
