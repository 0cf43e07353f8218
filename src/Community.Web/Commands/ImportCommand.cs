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
        return new Command("import", "Brings in what other programs keep.") { stackExchange }
            .Teach("import stackexchange --help", "Each kind of import has its own help.");
    }

    sealed class Reported(Progress bar) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => bar.Show(value.Table, value.BytesDone, value.BytesTotal);
    }
}
