using System.CommandLine;
using System.Diagnostics;
using System.Net.Sockets;
using Community.Store;
using Community.Web.People;
using Community.Web.Running;

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
        var serve = new Command("serve", "Serves the site. Where it answers is printed, and on the first start the token for /setup.") { Urls, Demonstration.Demo };
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
            var urls = UrlsOf(parsed);
            if (parsed.GetValue(Demonstration.Demo)) await Demonstration.Fill(folder, urls, stop);
            await Serve(new DataFolder(folder.FullName), urls, stop);
            return 0;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 0;
        }
        catch (Exception error) when (error is DataFolderException or SettingException or RefusedException)
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

    static async Task Serve(DataFolder data, IReadOnlyList<string> urls, CancellationToken stop)
    {
        var site = Site.Build(data, urls);
        var contexts = site.Services.GetRequiredService<ContextFactory>();
        await using (site)
        {
            await site.Services.GetRequiredService<PostgresReach>().Wait(TimeSpan.FromSeconds(site.Configuration.Number(SettingList.StartWaitSeconds)), stop);
            await site.Services.GetRequiredService<Migrator>().Run(stop);
            await Start(site, stop);
            Announce(site);
            await site.WaitForShutdownAsync(stop);
        }

        contexts.Close();
    }

    static async Task Start(WebApplication site, CancellationToken stop)
    {
        try
        {
            await site.StartAsync(stop);
        }
        catch
        {
            // What began before the port was found taken must end before it is taken apart.
            await site.StopAsync(CancellationToken.None);
            throw;
        }
    }

    /// <summary>On standard output and in plain words, beside the log: where to go, and the set-up token, which belongs in no log.</summary>
    static void Announce(WebApplication site)
    {
        foreach (var url in site.Urls) Console.Out.WriteLine("Now listening on: " + url);
        if (site.Services.GetRequiredService<SetupNotice>().Token is { } token) Console.Out.WriteLine($"Open {site.Urls.FirstOrDefault()}/setup and enter the token {token}");
        site.Logger.LogInformation("Ready {Ms} ms after the start of the program", (long)(DateTime.Now - Process.GetCurrentProcess().StartTime).TotalMilliseconds);
    }

    static IReadOnlyList<string> UrlsOf(ParseResult parsed) => parsed.GetValue(Urls) is { Length: > 0 } given
        ? [.. given.SelectMany(url => url.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))]
        : [Environment.GetEnvironmentVariable("ASPNETCORE_URLS") is { Length: > 0 } set ? set : "http://127.0.0.1:5000"];
}
