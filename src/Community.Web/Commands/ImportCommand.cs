using System.CommandLine;
using Community.Governance;
using Community.Search;
using Community.Transfer;

namespace Community.Web.Commands;

/// <summary><c>import</c>: brings in what other programs keep.</summary>
public static class ImportCommand
{
    public static Command Build()
    {
        var folder = new Argument<DirectoryInfo>("DIR") { Description = "The dump's folder; at least Posts.xml and Users.xml are in it." };
        var space = new Option<string>("--space") { Description = "The address of the space to fill, such as quantum. A missing one is made.", Required = true };
        var name = new Option<string?>("--name") { Description = "The name of a space that is made." };
        var tier = new Option<Tier?>("--tier") { Description = "Who may read a space that is made: unit, institution (the default), partners, public." };
        var stackExchange = new Command("stackexchange", "A Stack Exchange data dump, as a space of questions. Can be stopped and run again without doubles.") { folder, space, name, tier };
        stackExchange.SetAction((parsed, stop) => CommandLine.With(parsed, async (services, cancel) =>
        {
            var bar = new Progress();
            var report = await services.GetRequiredService<ImportStackExchange>().Run(parsed.GetRequiredValue(folder).FullName, new ImportTarget(parsed.GetRequiredValue(space), parsed.GetValue(name), parsed.GetValue(tier)),
                new Reported(bar), cancel);
            bar.End();
            Console.Out.Write(report.ToString());
            if (report.IsStopped) return 1;

            await services.GetRequiredService<SearchConsumer>().BringUp(cancel);
            return 0;
        }, stop));

        stackExchange.Teach("""
            import stackexchange ./dump --space quantum
            import stackexchange ./dump --space quantum --name "Quantum computing" --tier public
            """, """
            It may run beside a server: it writes in small portions and leaves room between them. Ctrl-C stops it between two
            portions; the same command goes on from there, and brings nothing in twice. What was left out is listed at the end.
            """);
        return new Command("import", "Brings in what other programs keep.") { stackExchange, Markdown() }
            .Teach("import stackexchange --help", "Each kind of import has its own help.");
    }

    static Command Markdown()
    {
        var folder = new Argument<DirectoryInfo>("DIR") { Description = "The folder of pages: every file below it that ends in .md." };
        var space = new Option<string>("--space") { Description = "The address of the space to fill, such as handbook. A missing one is made for all staff.", Required = true };
        var by = new Option<string?>("--by") { Description = "The address that the person signs in with whose notes they are. Without it they belong to a person made for this folder." };
        var markdown = new Command("markdown", "A folder of Markdown pages, as practice notes that link to each other. Run it again and it brings in what changed.") { folder, space, by };
        markdown.SetAction((parsed, stop) => CommandLine.With(parsed, async (services, cancel) =>
        {
            var bar = new Progress();
            var report = await services.GetRequiredService<ImportMarkdown>().Run(parsed.GetRequiredValue(folder).FullName, parsed.GetRequiredValue(space), parsed.GetValue(by), new Reported(bar), cancel);
            bar.End();
            Console.Out.Write(report.ToString());
            if (report.IsStopped) return 1;

            await services.GetRequiredService<SearchConsumer>().BringUp(cancel);
            return 0;
        }, stop));
        return markdown.Teach("""
            import markdown ./handbook --space handbook
            import markdown ./handbook --space handbook --by asha.rao@library.example
            """, """
            A page is known by its path below DIR: running it again changes only notes whose page changed, and leaves those that somebody
            changed here. Links between pages become links between notes; the report lists those whose page is not there. Pictures beside
            the pages come in with them. It may run beside a server. Ctrl-C stops it between two pages; the same command goes on from there.
            """);
    }

    sealed class Reported(Progress bar) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => bar.Show(value.Table, value.BytesDone, value.BytesTotal);
    }
}
