using System.CommandLine;
using System.Globalization;
using Community.Transfer.Archives;
using Community.Transfer.Export;

namespace Community.Web.Commands;

/// <summary><c>backup</c>, <c>restore</c> and <c>export</c>.</summary>
public static class ArchiveCommands
{
    public static IEnumerable<Command> Build() => [Backup(), Restore(), Export()];

    static Command Backup()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The file to make, such as backup-monday.zip. One that is there already is left alone." };
        var backup = new Command("backup", """
            Copies everything but the search index into one file, while the site serves: database, uploads, keys. What was posted before it began is in it.
            The keys that sessions are signed with are inside, so only its owner may read it: keep it as you keep a password.
            On PostgreSQL it runs pg_dump, which has to be installed in the server's version.
            Example: dotnet Community.Web.dll backup /backups/monday.zip --data /srv/community
            """) { file };
        backup.SetAction((parsed, stop) => CommandLine.With(parsed, async (services, cancel) =>
        {
            var bar = new Progress();
            var path = parsed.GetRequiredValue(file).FullName;
            var made = await services.GetRequiredService<MakeBackup>().Run(path, bar.Show, cancel);
            bar.End();
            Say($"{path}: {made.Counts.Topics} topics, {made.Counts.Posts} posts, {made.Counts.People} people, {made.Files.Count} files, {made.Files.Sum(f => f.Bytes)} bytes before packing. It holds the keys that sessions are signed with; only you can read it.");
            return 0;
        }, stop));
        return backup;
    }

    static Command Restore()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A file that the command backup made." };
        var restore = new Command("restore", """
            Brings a backup into an empty data folder (and on PostgreSQL into an empty database, by pg_restore). Checks it first; a damaged one changes nothing.
            The search index is built at the next start.
            Example: dotnet Community.Web.dll restore /backups/monday.zip --data /srv/community-again
            """) { file };
        restore.SetAction((parsed, stop) => CommandLine.With(parsed, async (services, cancel) =>
        {
            var bar = new Progress();
            var restored = await services.GetRequiredService<RestoreBackup>().Run(parsed.GetRequiredValue(file).FullName, bar.Show, cancel);
            bar.End();
            Say($"As of {restored.At:yyyy-MM-dd HH:mm:ss} UTC: {restored.Counts.Topics} topics, {restored.Counts.Posts} posts, {restored.Counts.People} people. The search index is built at the next start.");
            return 0;
        }, stop, isMigrated: false));
        return restore;
    }

    static Command Export()
    {
        var file = new Argument<FileInfo>("FILE.zip") { Description = "The archive to make. One that is there already is left alone." };
        var emails = new Option<bool>("--with-emails") { Description = "Puts people's mail addresses beside their names. Think before you hand that on." };
        var export = new Command("export", """
            Writes everything that is published as Markdown files and JSON into a zip that reads well without this program; its README.md explains it.
            Texts that were withdrawn or hidden, drafts, passwords, sessions and tokens are not in it. Spaces for few are: keep it from those who may not read them.
            Example: dotnet Community.Web.dll export community.zip --data /srv/community
            """) { file, emails };
        export.SetAction((parsed, stop) => CommandLine.With(parsed, async (services, cancel) =>
        {
            var bar = new Progress();
            var path = parsed.GetRequiredValue(file).FullName;
            var topics = await services.GetRequiredService<ExportEverything>().Run(path, parsed.GetValue(emails), bar.Show, cancel);
            bar.End();
            Say($"{path}: {topics} topics.");
            return 0;
        }, stop));
        return export;
    }

    static void Show(this Progress bar, ArchiveProgress progress) => bar.Show(progress.What, progress.Done, progress.Total);

    static void Say(FormattableString sentence) => Console.Out.WriteLine(sentence.ToString(CultureInfo.InvariantCulture));
}
