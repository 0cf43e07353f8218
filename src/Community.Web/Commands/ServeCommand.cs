using System.CommandLine;
using System.Net.Sockets;
using Community.Store;

namespace Community.Web.Commands;

/// <summary><c>serve</c>, and no command at all: the site.</summary>
public static class ServeCommand
{
    public static Option<string[]> Urls { get; } = new("--urls")
    {
        Description = "Where the site answers, for example http://127.0.0.1:5000 (the default). Several with a semicolon between them.",
    };

    public static Command Build()
    {
        var serve = new Command("serve", "Serves the site. The first start leads to /setup; the token for it stands in the log.") { Urls, Demonstration.Demo };
        serve.SetAction(Run);
        return serve.Teach("""
            serve                                              # the folder ./data, at http://127.0.0.1:5000
            serve --data /srv/community --urls http://0.0.0.0:8080
            serve --demo --data ./example                      # an example library in a folder that is empty or not there yet
            """, """
            Ctrl-C ends it: requests that are under way are finished first. Start it again with the same folder to go on.
            One server keeps a folder's search index; a second one on the same folder answers, but follows the first one's index only.
            """);
    }

    public static async Task<int> Run(ParseResult parsed, CancellationToken stop)
    {
        try
        {
            var folder = parsed.GetRequiredValue(CommandLine.Data);
            if (parsed.GetValue(Demonstration.Demo)) await Demonstration.Fill(folder, UrlsOf(parsed), stop);
            var data = new DataFolder(folder.FullName);
            await using var site = Site.Build(data, UrlsOf(parsed));
            await site.Services.GetRequiredService<Migrator>().Run(stop);
            await site.RunAsync(stop);
            return 0;
        }
        catch (Exception error) when (error is DataFolderException or RefusedException)
        {
            return CommandLine.Failed(error.Message);
        }
        catch (IOException error) when (error.InnerException is { } inner && (inner is SocketException || inner.InnerException is SocketException))
        {
            return CommandLine.Failed($"The site cannot answer there: {error.Message} Stop the other program, or choose another address with --urls.");
        }
        catch (SocketException error)
        {
            return CommandLine.Failed($"The site cannot answer there: {error.Message}. Choose another address with --urls.");
        }
        catch (FormatException error)
        {
            return CommandLine.Failed($"The address after --urls cannot be used: {error.Message} Write it like http://127.0.0.1:5000.");
        }
    }

    static IReadOnlyList<string> UrlsOf(ParseResult parsed) => parsed.GetValue(Urls) is { Length: > 0 } given
        ? [.. given.SelectMany(url => url.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))]
        : [Environment.GetEnvironmentVariable("ASPNETCORE_URLS") is { Length: > 0 } set ? set : "http://127.0.0.1:5000"];
}
