using Microsoft.Playwright;

namespace Community.Web.Tests.Browser;

/// <summary>Hands that never touch the mouse.</summary>
public sealed class Keyboard(IPage page)
{
    const int MostStops = 120;
    const string ShowsFocus = """
        () => {
          const element = document.activeElement;
          if (!element || element === document.body) return true;
          const seen = node => { const style = getComputedStyle(node); return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2; };
          return element.id === "main" || seen(element) || seen(element.closest(".editor") ?? element);
        }
        """;

    public Task Press(string key) => page.Keyboard.PressAsync(key);

    public Task Type(string text) => page.Keyboard.TypeAsync(text);

    public Task<bool> IsAt(string selector) => page.EvaluateAsync<bool>("selector => document.activeElement?.matches(selector) === true", selector);

    /// <summary>Goes on with a key of the site until what is meant has the focus. The site listens once its script is there, so that every press is waited for.</summary>
    public async Task StepTo(string key, string selector)
    {
        for (var stop = 0; stop < MostStops && !await IsAt(selector); stop++)
        {
            await page.EvaluateAsync("() => { window.focusBefore = document.activeElement; }");
            await Press(key);
            await page.WaitForFunctionAsync("() => document.activeElement !== window.focusBefore");
        }

        Assert.True(await IsAt(selector), $"{key} does not lead to {selector} on {page.Url}.");
    }

    /// <summary>Goes on with Tab until what is meant has the focus; every stop on the way shows where the focus is.</summary>
    public async Task TabTo(string selector)
    {
        for (var stop = 0; stop < MostStops; stop++)
        {
            if (await IsAt(selector)) return;
            await Press("Tab");
            Assert.True(await page.EvaluateAsync<bool>(ShowsFocus), "The focus does not show on " + await page.EvaluateAsync<string>("document.activeElement.outerHTML.slice(0, 200)"));
        }

        Assert.Fail($"Tab does not lead to {selector} on {page.Url}.");
    }
}
