using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Community.Web.Tests.Browser;

/// <summary>What judges see on the page that is open: accessibility in light and dark, wide and narrow, and whether it stays inside the screen.</summary>
static class Looks
{
    const string Everything = """{ type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }""";
    /// <summary>Another theme changes colours and nothing else.</summary>
    const string Colours = """{ type: "rule", values: ["color-contrast", "link-in-text-block"] }""";

    static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Only where scripts run: without them the judge waits for ever.</summary>
    /// <returns>A line for each finding; empty when there is none.</returns>
    public static async Task<List<string>> Findings(this IPage page)
    {
        var findings = new List<string>();
        if (!await page.EvaluateAsync<bool>("window.axe !== undefined")) await page.EvaluateAsync(Axe);
        foreach (var width in new[] { 1280, 360 })
        {
            await page.SetViewportSizeAsync(width, 800);
            foreach (var (theme, rules) in new[] { (ColorScheme.Light, Everything), (ColorScheme.Dark, Colours) })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = theme });
                findings.AddRange((await page.EvaluateAsync<string[]>(Judge(rules))).Select(finding => $"{width} {theme} {finding}"));
            }
        }

        foreach (var width in new[] { 360, 320 })
        {
            await page.SetViewportSizeAsync(width, 800);
            findings.AddRange(await page.EvaluateAsync<string[]>(WhatSticksOut));
        }

        await page.SetViewportSizeAsync(1280, 800);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        return findings;
    }

    const string WhatSticksOut = """
        () => {
          const wide = document.documentElement.scrollWidth;
          if (wide <= innerWidth) return [];
          const out = [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > innerWidth + 1).slice(0, 3);
          return [`${wide} px wide on a screen of ${innerWidth}: ` + out.map(e => e.outerHTML.slice(0, 120)).join(" | ")];
        }
        """;

    static string Judge(string rules) => $$"""
        async () => (await axe.run(document, { runOnly: {{rules}}, resultTypes: ["violations"], elementRef: false })).violations
          .flatMap(broken => broken.nodes.map(node => `${broken.id}: ${node.target} ${node.html.slice(0, 200)} ${node.failureSummary}`))
        """;
}
