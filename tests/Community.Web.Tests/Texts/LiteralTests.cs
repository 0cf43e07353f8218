using System.Text.RegularExpressions;

namespace Community.Web.Tests.Texts;

/// <summary>Every text that a reader sees goes through the localizer.</summary>
public sealed partial class LiteralTests
{
    /// <summary>Words that are the same in every language.</summary>
    static readonly string[] Names = ["Community", "Ctrl", "Enter", "Esc", "Markdown"];

    [Fact]
    public void No_view_has_a_text_of_its_own()
    {
        var found = from path in WebSources.Of(WebSources.Web, ".cshtml")
                    let markup = Markup.Of(File.ReadAllText(path))
                    from text in Markup.Texts(markup).Concat(Attribute().Matches(markup).Select(match => match.Groups[2].Value))
                    where Words().Matches(Entity().Replace(text, " ")).Any(word => !Names.Contains(word.Value))
                    select $"{Path.GetRelativePath(WebSources.Web, path)}: {text}";

        Assert.True(!found.Any(), string.Join('\n', found));
    }

    [Fact]
    public void No_controller_says_a_text_of_its_own()
    {
        var found = from path in WebSources.Of(WebSources.Web, ".cs")
                    from match in Said().Matches(File.ReadAllText(path))
                    where match.Groups[1].Value.Contains(' ', StringComparison.Ordinal)
                    select $"{Path.GetRelativePath(WebSources.Web, path)}: {match.Groups[1].Value}";

        Assert.True(!found.Any(), string.Join('\n', found));
    }

    [Theory]
    [InlineData("<p>Hello there</p>", true)]
    [InlineData("<p>@T[\"Hello\"] there</p>", true)]
    [InlineData("<input placeholder=\"Type here\">", true)]
    [InlineData("@if (x)\n{\n    <b>Bold</b>\n}", true)]
    [InlineData("<p>@T[\"Hello\"]</p>", false)]
    [InlineData("<p>@(a > b ? T[\"Hello\"] : T[\"Bye {0}\", $\"{n} <b>\"])</p>", false)]
    [InlineData("@foreach (var x in Model)\n{\n    var y = x;\n    <p title=\"@T[\"Hello\"]\">@x.Name</p>\n}\nelse\n{\n}", false)]
    [InlineData("<p>@Model!.Name?.Length &middot; – 12 @T.Count(1, \"one\", \"{0} many\")</p>", false)]
    public void The_scan_sees_texts_and_not_code(string view, bool isText)
    {
        var markup = Markup.Of(view);
        var seen = Markup.Texts(markup).Concat(Attribute().Matches(markup).Select(match => match.Groups[2].Value)).Any(text => Words().IsMatch(Entity().Replace(text, " ")));

        Assert.Equal(isText, seen);
    }

    [GeneratedRegex("""\b(title|placeholder|aria-label|aria-description|alt)="([^"]*)["]""", RegexOptions.NonBacktracking)]
    private static partial Regex Attribute();

    [GeneratedRegex(@"\p{L}{2,}", RegexOptions.NonBacktracking)]
    private static partial Regex Words();

    [GeneratedRegex("&[a-z]+;|&#[0-9]+;", RegexOptions.NonBacktracking)]
    private static partial Regex Entity();

    [GeneratedRegex("""(?:TempData\["Said"\]\s*=\s*|AddModelError\([^,]*,\s*|Said\([^,"]*,\s*|ViewData\["Title"\]\s*=\s*)"([^"]*)["]""", RegexOptions.NonBacktracking)]
    private static partial Regex Said();
}
