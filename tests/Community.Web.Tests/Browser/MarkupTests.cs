using System.Diagnostics;
using System.Net;
using System.Text.Json;

namespace Community.Web.Tests.Browser;

/// <summary>The HTML as it is sent, judged by html-validate with its standard rules.</summary>
[Collection(nameof(AllPages))]
public sealed class MarkupTests(VillageSite site)
{
    static readonly string Judging = Path.Combine(Assets.Source.Root, "src", "Community.Web", "node_modules", ".bin", "html-validate");

    [Fact]
    public async Task The_HTML_of_every_page_is_valid()
    {
        VillageSite.SkipWithoutChromium();
        Assert.SkipUnless(File.Exists(Judging), "html-validate is not installed; it comes with Node.js and src/Community.Web/package.json.");
        var folder = Directory.CreateTempSubdirectory("community-markup");
        try
        {
            await Collect(folder);
            var wrong = await Judge(folder);
            Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    async Task Collect(DirectoryInfo folder)
    {
        foreach (var reader in site.Village.Pages.GroupBy(page => page.Reader))
        {
            using var browser = reader.Key is null ? site.Site.Visitor() : await site.Site.SignedIn(reader.Key);
            foreach (var (page, index) in reader.Select((page, index) => (page, index)))
            {
                var answer = await browser.GetAsync(new Uri(page.Address, UriKind.Relative));
                while (answer.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found) answer = await browser.GetAsync(answer.Headers.Location);
                var name = $"{reader.Key ?? "visitor"}-{index}{new string([.. page.Address.Select(letter => char.IsLetterOrDigit(letter) ? letter : '-')])}.html";
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, name), await answer.Content.ReadAsStringAsync());
            }
        }
    }

    /// <returns>A line for each error, with the page's name.</returns>
    static async Task<List<string>> Judge(DirectoryInfo folder)
    {
        var settings = Path.Combine(folder.FullName, ".htmlvalidate.json");
        await File.WriteAllTextAsync(settings, """{ "root": true, "extends": ["html-validate:standard"] }""");
        using var program = Process.Start(new ProcessStartInfo(Judging, ["--formatter", "json", folder.FullName]) { RedirectStandardOutput = true })!;
        var report = await program.StandardOutput.ReadToEndAsync();
        await program.WaitForExitAsync();
        if (report.Length == 0) return program.ExitCode == 0 ? [] : [$"html-validate ended with {program.ExitCode}"];

        using var json = JsonDocument.Parse(report);
        return [.. from file in json.RootElement.EnumerateArray()
                   from message in file.GetProperty("messages").EnumerateArray()
                   select $"{Path.GetFileName(file.GetProperty("filePath").GetString())}:{message.GetProperty("line")} {message.GetProperty("ruleId")}: {message.GetProperty("message")}"];
    }
}
