using Microsoft.Playwright;

namespace Community.Web.Tests.Browser;

/// <summary>Debian's Chromium with an empty profile, driven by Playwright. One for all walks, started when the first needs it.</summary>
public sealed class Chromium : IAsyncDisposable
{
    static readonly string[] Flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    IPlaywright? playwright;
    IBrowser? browser;

    /// <summary>Where the program is; null when this machine has none.</summary>
    public static string? Program { get; } = Find(Environment.GetEnvironmentVariable("CHROMIUM") ?? "chromium");

    public async Task<IBrowser> Start()
    {
        playwright ??= await Playwright.CreateAsync();
        return browser ??= await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = Flags, ChromiumSandbox = false });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }

    static string? Find(string name) => name.Contains('/', StringComparison.Ordinal)
        ? File.Exists(name) ? name : null
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
