using System.Diagnostics;

namespace Community.Web.Tests.Assets;

/// <summary>The program as an administrator installs it: published, and started in an empty folder of its own.</summary>
public sealed class PublishedProgram : IAsyncLifetime
{
#if DEBUG
    const string Configuration = "Debug";
#else
    const string Configuration = "Release";
#endif
    const string Listening = "Now listening on: ";

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("community-published");
    Process? program;

    public HttpClient Client { get; } = new();

    public string WwwRoot => Path.Combine(folder.FullName, "program", "wwwroot");

    public async ValueTask InitializeAsync()
    {
        var published = Path.Combine(folder.FullName, "program");
        using var publish = Start("dotnet", Source.Root, "publish", "src/Community.Web", "--no-build", "-c", Configuration, "-o", published, "-nodeReuse:false");
        var output = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        Assert.True(publish.ExitCode == 0, output);

        program = Start(Path.Combine(published, "Community.Web"), folder.CreateSubdirectory("empty").FullName);
        var address = await AddressAsync(program.StandardOutput).WaitAsync(TimeSpan.FromSeconds(60));
        Client.BaseAddress = new Uri(address);
        _ = program.StandardOutput.ReadToEndAsync();
    }

    static async Task<string> AddressAsync(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            var at = line.IndexOf(Listening, StringComparison.Ordinal);
            if (at >= 0)
                return line[(at + Listening.Length)..].Trim();
        }
        throw new InvalidOperationException("The program ended before it listened.");
    }

    static Process Start(string file, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(file, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        return Process.Start(start)!;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (program is not null)
        {
            program.Kill();
            await program.WaitForExitAsync();
            program.Dispose();
        }
        folder.Delete(recursive: true);
    }
}
