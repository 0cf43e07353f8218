using System.Text.Json;
using System.Text.RegularExpressions;
using Community.Web.Assets;

namespace Community.Web.Tests.Assets;

/// <summary>What views, styles and lock files say to one another.</summary>
public sealed partial class AssetSourceTests
{
    [Fact]
    public void Every_icon_that_a_view_names_is_in_the_sprite()
    {
        var sprite = Source.Read("src/Community.Web/icons.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Append("mark").ToHashSet();

        var unknown = Directory.EnumerateFiles(Path.Combine(Source.Root, "src/Community.Web"), "*.cshtml", SearchOption.AllDirectories)
            .SelectMany(view => Icon.Matches(File.ReadAllText(view)).Select(icon => (View: Path.GetFileName(view), Icon: icon.Groups["name"].Value)))
            .Where(use => !sprite.Contains(use.Icon));

        Assert.Empty(unknown);
    }

    [Fact]
    public void Colours_stand_in_the_tokens_only()
        => Assert.Empty(Colour.Matches(Source.Read("wwwroot/css/community.css")).Select(colour => colour.Value));

    [Fact]
    public void Fonts_are_named_with_the_version_that_is_installed()
    {
        var tokens = Source.Read("wwwroot/css/tokens.css");
        using var packages = JsonDocument.Parse(Source.Read("src/Community.Web/package.json"));
        var dependencies = packages.RootElement.GetProperty("dependencies");

        foreach (Match font in Font.Matches(tokens))
            Assert.Equal(dependencies.GetProperty($"@fontsource-variable/{font.Groups["family"].Value}").GetString(), font.Groups["version"].Value);
        Assert.Contains($"..{AssetAddresses.TalkFont}\"", tokens, StringComparison.Ordinal);
    }

    [Fact]
    public void The_lock_file_names_no_registry()
        => Assert.DoesNotContain("\"resolved\"", Source.Read("src/Community.Web/package-lock.json"), StringComparison.Ordinal);

    [GeneratedRegex("<icon[^>]* name=\"(?<name>[a-z0-9-]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Icon { get; }

    [GeneratedRegex("#[0-9a-f]{3,8}\\b|\\b(rgb|hsl|oklch|lab|light-dark)\\(", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Colour { get; }

    [GeneratedRegex("fonts/(?<family>[a-z-]+)-latin[a-z-]*\\.woff2\\?v=(?<version>[0-9.]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Font { get; }
}
