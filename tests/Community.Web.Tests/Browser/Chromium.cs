using System.Diagnostics;
using Microsoft.Playwright;

namespace Community.Web.Tests.Browser;

/// <summary>Debian's Chromium with an empty profile, driven by Playwright. One for all walks, started when the first needs it.</summary>
public sealed class Chromium : IAsyncDisposable
{
    static readonly string[] Flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    /// <summary>On the command line of this browser's processes and of no others.</summary>
    readonly string mark = $"--walk={Guid.NewGuid():n}";

    IPlaywright? playwright;
    IBrowser? browser;

    /// <summary>Where the program is; null when this machine has none.</summary>
    public static string? Program { get; } = Find(Environment.GetEnvironmentVariable("CHROMIUM") ?? "chromium");

    public async Task<IBrowser> Start()
    {
        playwright ??= await Playwright.CreateAsync();
        return browser ??= await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = [.. Flags, mark], ChromiumSandbox = false });
    }

    /// <summary>Ends it as a crash does: it says goodbye to no page.</summary>
    public void Kill()
    {
        foreach (var program in Process.GetProcesses())
            using (program)
                if (IsOurs(program.Id)) program.Kill();
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }

    bool IsOurs(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline").Split('\0').Contains(mark);
        }
        catch (IOException)
        {
            return false;
        }
    }

    static string? Find(string name) => name.Contains('/', StringComparison.Ordinal)
        ? File.Exists(name) ? name : null
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
