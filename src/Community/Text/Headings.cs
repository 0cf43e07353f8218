using System.Globalization;
using AngleSharp.Dom;

namespace Community.Text;

/// <summary>Gives each heading its level on the page and its id; also finds one by the words of a link such as <c>#first-steps</c>.</summary>
sealed class Headings
{
    readonly Dictionary<IElement, Heading> byElement = [];
    readonly Dictionary<string, string> bySlug = [];

    public Headings(IElement body, HeadingLevels levels, string prefix, Notes notes)
    {
        var elements = body.Descendants<IElement>().Where(e => e.LocalName is ['h', >= '1' and <= '6']).ToList();
        var used = elements.Select(e => e.LocalName[1] - '0').Distinct().Order().ToList();
        var top = levels == HeadingLevels.Note ? 2 : 3;
        var slugs = new HeadingSlugs();
        var previous = top - 1;
        foreach (var element in elements)
        {
            var written = element.LocalName[1] - '0';
            var level = levels == HeadingLevels.AsWritten ? written : Math.Min(6, Math.Min(previous + 1, top + used.IndexOf(written)));
            var heading = new Heading(level, PlainText.Fold(element.TextContent), string.Create(CultureInfo.InvariantCulture, $"{prefix}h{notes.Headings.Count + 1}"));
            previous = level;
            notes.Headings.Add(heading);
            byElement[element] = heading;
            bySlug.TryAdd(slugs.Next(heading.Text), heading.Id);
        }
    }

    public Heading Of(IElement element) => byElement[element];

    public string? Find(string fragment) => bySlug.GetValueOrDefault(Uri.UnescapeDataString(fragment).ToLowerInvariant());
}
