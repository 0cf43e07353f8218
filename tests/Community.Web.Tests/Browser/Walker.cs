using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Community.Web.Tests.Browser;

/// <summary>One person's browser window, and everything that went wrong in it.</summary>
public sealed class Walker : IAsyncDisposable
{
    const string TellViolations = "document.addEventListener('securitypolicyviolation', e => console.error('policy: ' + e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sample))";

    readonly IBrowserContext context;
    readonly List<string> faults = [];

    Walker(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        page.Console += (_, message) => { if (message.Type == "error") faults.Add(message.Text + " at " + message.Location); };
        // Turbo tells so of an answer that it no longer wants, because the reader went on.
        page.PageError += (_, error) => { if (!error.StartsWith("AbortError", StringComparison.Ordinal)) faults.Add(error); };
    }

    public IPage Page { get; }

    /// <summary>Errors on the console, uncaught errors and violations of the content policy, since the last <see cref="Forgive"/>.</summary>
    public IReadOnlyList<string> Faults => faults;

    public static async Task<Walker> Begin(IBrowserContext context, bool scripts)
    {
        context.SetDefaultTimeout(30_000);
        Assertions.SetDefaultExpectTimeout(30_000);
        if (scripts) await context.AddInitScriptAsync(TellViolations);
        return new Walker(context, await context.NewPageAsync());
    }

    public void Forgive() => faults.Clear();

    public Task<IResponse?> Open(string address) => Page.GotoAsync(address);

    /// <summary>Another tab of the same browser.</summary>
    public Task<IPage> Tab() => context.NewPageAsync();

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name });

    public ILocator Field(string label) => Page.GetByLabel(label, new() { Exact = true }).And(Page.Locator("input, textarea, select"));

    public ILocator Post(long id) => Page.Locator($"#post-{id}");

    /// <summary>Waits until an address is shown; <c>**</c> stands for anything, <c>*</c> for a part of a path.</summary>
    public async Task Arrives(string address)
    {
        var wanted = new Regex($"^{Regex.Escape(address).Replace("\\*\\*", ".*", StringComparison.Ordinal).Replace("\\*", "[^/]*", StringComparison.Ordinal)}$");
        try
        {
            // It asks again and again; waiting for a navigation misses one that happens in that very moment.
            await Assertions.Expect(Page).ToHaveURLAsync(wanted);
            await Page.WaitForLoadStateAsync();
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            Assert.Fail($"Not at {address} but at {Page.Url}, with faults {string.Join('\n', faults)}, which says:\n{await Text()}");
        }
    }

    /// <summary>Waits until the page says this somewhere.</summary>
    public async Task Sees(string text)
    {
        try
        {
            await Page.GetByText(text).First.WaitForAsync();
        }
        catch (TimeoutException)
        {
            Assert.Fail($"\"{text}\" is not on {Page.Url}, with faults {string.Join('\n', faults)} and fields {string.Join(" | ", await Page.Locator("textarea, input[name=DraftVersion], input[name=Key]").EvaluateAllAsync<string[]>("all => all.map(one => one.name + '=' + one.value)"))}, which says:\n{await Text()}");
        }
    }

    /// <summary>What is to be read in the middle of the page.</summary>
    async Task<string> Text()
    {
        var text = await Page.Locator("main, body").Last.InnerTextAsync();
        return text.Length > 1_500 ? text[..1_500] : text;
    }

    public async Task<bool> Shows(string text) => await Page.GetByText(text).CountAsync() > 0;

    /// <summary>The path of the page that is shown.</summary>
    public string Path => new Uri(Page.Url).AbsolutePath;

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
