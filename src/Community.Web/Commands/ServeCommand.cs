using System.CommandLine;
using System.Net.Sockets;
using Community.Store;
using Community.Web.Frame;

namespace Community.Web.Commands;

/// <summary><c>serve</c>, and no command at all: the site.</summary>
public static class ServeCommand
{
    public static Option<string[]> Urls { get; } = new("--urls")
    {
        Description = "Where the site answers, for example http://127.0.0.1:5000 (the default). Several with a semicolon between them.",
        Recursive = true,
    };

    public static Command Build()
    {
        var serve = new Command("serve", "Serves the site. The first start leads to /setup; the token for it stands in the log.");
        serve.SetAction(Run);
        return serve;
    }

    public static async Task<int> Run(ParseResult parsed, CancellationToken stop)
    {
        try
        {
            var data = new DataFolder(parsed.GetRequiredValue(CommandLine.Data).FullName);
            await using var site = Site.Build(data, UrlsOf(parsed));
            await site.Services.GetRequiredService<Migrator>().Run(stop);
            await site.RunAsync(stop);
            return 0;
        }
        catch (Exception error) when (error is DataFolderException or SettingException)
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
