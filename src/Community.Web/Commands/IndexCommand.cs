using System.CommandLine;
using Community.Search;

namespace Community.Web.Commands;

/// <summary><c>index</c>: the search index.</summary>
public static class IndexCommand
{
    public static Command Build()
    {
        var rebuild = new Command("rebuild", "Builds the search index anew. Beside a server the server does it; searches answer from the old one meanwhile.");
        rebuild.SetAction((parsed, stop) => CommandLine.With(parsed, async (services, cancel) =>
        {
            var bar = new Progress();
            await services.GetRequiredService<RebuildIndex>().Run(progress => bar.Show("documents", progress.Done, progress.Total), cancel);
            bar.End();
            return 0;
        }, stop));

        rebuild.Teach("index rebuild --data /srv/community", """
            Nothing is lost: the index holds only what the database holds. Beside a server this command asks the server to do it and shows its
            progress; stopped with Ctrl-C, the server goes on by itself. Where no server runs, give the command again to begin anew.
            """);

        var check = new Command("check", "Compares the search index with the database and prints what is missing, extra or stale.");
        check.SetAction((parsed, stop) => CommandLine.With(parsed, async (services, cancel) =>
        {
            var result = await services.GetRequiredService<CheckIndex>().Run(cancel);
            Console.Out.WriteLine(result.ToString());
            return result.IsRight ? 0 : 1;
        }, stop));

        check.Teach("index check --data /srv/community", """
            Prints one line: documents N, missing 0, extra 0, stale 0. The exit code is 1 when one of the last three is not 0; then: index rebuild.
            Beside a server it waits, at most 60 seconds, until the server's index has read everything. It changes nothing there.
            """);
        return new Command("index", "The search index.") { rebuild, check }.Teach("index check", "Each of the two has its own help.");
    }
}
