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

        var check = new Command("check", "Compares the search index with the database and prints what is missing, extra or stale.");
        check.SetAction((parsed, stop) => CommandLine.With(parsed, async (services, cancel) =>
        {
            var result = await services.GetRequiredService<CheckIndex>().Run(cancel);
            Console.Out.WriteLine(result.ToString());
            return result.IsRight ? 0 : 1;
        }, stop));

        return new Command("index", "The search index.") { rebuild, check };
    }
}
