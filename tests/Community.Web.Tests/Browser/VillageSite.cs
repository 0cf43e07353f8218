using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Community.Web.Tests.Browser;

/// <summary>The village's library on a real site, and the browser that walks through it.</summary>
public sealed class VillageSite : IAsyncLifetime
{
    readonly Chromium chromium = new();
    readonly ConcurrentDictionary<string, string> sessions = new();

    public RunningSite Site { get; } = new();

    /// <summary>Skips the test where there is no Chromium to walk with.</summary>
    public Village Village
    {
        get
        {
            SkipWithoutChromium();
            return field;
        }
        private set;
    } = null!;

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Program is null) return;

        await Site.InitializeAsync();
        Village = await Village.Found(Site);
    }

    /// <summary>A browser window of somebody who is signed in; of a visitor when <paramref name="person"/> is null.</summary>
    /// <param name="worker">With the worker that keeps pages. Elsewhere it would answer what a test wants to see asked.</param>
    public async Task<Walker> Walker(string? person, bool scripts = true, int width = 1280, int height = 900, bool worker = false)
    {
        SkipWithoutChromium();
        var browser = await chromium.Start();
        var options = new BrowserNewContextOptions
        {
            BaseURL = Site.Address.ToString(),
            JavaScriptEnabled = scripts,
            ViewportSize = new() { Width = width, Height = height },
            ReducedMotion = ReducedMotion.Reduce,
            ColorScheme = ColorScheme.Light,
            Locale = "en-GB",
            ServiceWorkers = worker ? ServiceWorkerPolicy.Allow : ServiceWorkerPolicy.Block,
        };
        if (person is not null) options.StorageState = sessions.TryGetValue(person, out var known) ? known : sessions[person] = await SignIn(browser, person);
        return await Browser.Walker.Begin(await browser.NewContextAsync(options), scripts);
    }

    public static void SkipWithoutChromium() => Assert.SkipWhen(Chromium.Program is null, "There is no Chromium here; tests/run installs it.");

    public async ValueTask DisposeAsync()
    {
        await chromium.DisposeAsync();
        if (Chromium.Program is not null) await Site.DisposeAsync();
    }

    async Task<string> SignIn(IBrowser browser, string person)
    {
        await using var context = await browser.NewContextAsync(new() { BaseURL = Site.Address.ToString(), JavaScriptEnabled = false });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("Work address").FillAsync(RunningSite.EmailOf(person));
        await page.GetByLabel("Password").FillAsync(RunningSite.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        Assert.Equal("/", new Uri(page.Url).AbsolutePath);
        return await context.StorageStateAsync();
    }
}

/// <summary>All walks share one site and one browser, and go one after the other.</summary>
[CollectionDefinition(nameof(Walks))]
public sealed class Walks : ICollectionFixture<VillageSite>;

/// <summary>Who goes through all pages does so on a site on which nobody walks meanwhile.</summary>
[CollectionDefinition(nameof(AllPages))]
public sealed class AllPages : ICollectionFixture<VillageSite>;
