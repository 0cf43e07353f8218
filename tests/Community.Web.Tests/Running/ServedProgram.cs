using System.Collections.Concurrent;
using System.Diagnostics;
using Community.Web.Tests.Assets;

namespace Community.Web.Tests.Running;

/// <summary>The program as a process of its own, on a data folder in the temporary folder: served, stopped by signals, its commands run.</summary>
public sealed class ServedProgram : IAsyncDisposable
{
    public const string Email = "ruth@library.example";
    public const string Password = "heron under the blue gate";

    const string Listening = "Now listening on: ";

#if DEBUG
    const string Configuration = "Debug";
#else
    const string Configuration = "Release";
#endif

    static readonly string Executable = Path.Combine(Source.Root, "src", "Community.Web", "bin", Configuration, "net10.0", "Community.Web");
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("community-program");
    readonly ConcurrentQueue<string> output = new(), log = new();
    Process? serving;

    public Dictionary<string, string> Settings { get; } = [];

    public string Data => Path.Combine(folder.FullName, "data");

    public string Folder => folder.FullName;

    public Uri Address { get; private set; } = null!;

    public IReadOnlyCollection<string> Output => output;

    public IReadOnlyCollection<string> Log => log;

    /// <summary>Serves until it answers.</summary>
    public async Task Serve()
    {
        output.Clear();
        log.Clear();
        var answers = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        serving = Start(["--data", Data, "--urls", "http://127.0.0.1:0"]);
        serving.OutputDataReceived += (_, line) =>
        {
            if (line.Data is not { } text) return;
            output.Enqueue(text);
            if (text.StartsWith(Listening, StringComparison.Ordinal)) answers.TrySetResult(text[Listening.Length..]);
        };
        serving.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is { } text) log.Enqueue(text);
        };
        serving.BeginOutputReadLine();
        serving.BeginErrorReadLine();
        Address = new Uri(await answers.Task.WaitAsync(Patience));
    }

    /// <summary>A command, or a start that is meant to fail.</summary>
    public async Task<(int Code, string Output, string Errors)> Run(string[] arguments, string input = "")
    {
        using var command = Start([.. arguments, "--data", Data]);
        await command.StandardInput.WriteLineAsync(input);
        command.StandardInput.Close();
        var (told, errors) = (command.StandardOutput.ReadToEndAsync(), command.StandardError.ReadToEndAsync());
        await command.WaitForExitAsync().WaitAsync(Patience);
        return (command.ExitCode, await told, await errors);
    }

    /// <summary>An administrator and a space, by commands.</summary>
    public async Task SetUp()
    {
        Assert.Equal(0, (await Run(["person", "add", "Ruth Mbeki", "--email", Email, "--role", "admin", "--password-stdin"], Password)).Code);
        Assert.Equal(0, (await Run(["space", "add", "desk", "--name", "Desk"])).Code);
    }

    public HttpClient Visitor() => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };

    public async Task<HttpClient> SignedIn()
    {
        var browser = Visitor();
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, (await browser.PostForm("/sign-in", [("email", Email), ("password", Password)])).StatusCode);
        return browser;
    }

    public void Signal(string name)
    {
        using var kill = Process.Start("kill", ["-" + name, serving!.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>The exit code, when it has ended.</summary>
    public async Task<int> Ended()
    {
        await serving!.WaitForExitAsync().WaitAsync(Patience);
        return serving.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (serving is { HasExited: false }) serving.Kill();
        if (serving is not null) await serving.WaitForExitAsync();
        serving?.Dispose();
        folder.Delete(recursive: true);
    }

    Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo(Executable, arguments) { WorkingDirectory = folder.FullName, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in Settings) start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        return Process.Start(start)!;
    }
}
