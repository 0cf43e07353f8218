using System.Globalization;
using System.Text;

namespace Community.Text;

/// <summary>The words of a text's headings as links name them, in their order: "First steps, again" is <c>first-steps-again</c>, a second one <c>first-steps-again-1</c>.</summary>
public sealed class HeadingSlugs
{
    readonly Dictionary<string, int> used = [];

    public string Next(string text)
    {
        var slug = Of(text);
        var times = used.GetValueOrDefault(slug);
        used[slug] = times + 1;
        return times == 0 ? slug : string.Create(CultureInfo.InvariantCulture, $"{slug}-{times}");
    }

    static string Of(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var c in text.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c) || c is '-' or '_') slug.Append(c);
            else if (c == ' ') slug.Append('-');
        }
        return slug.ToString();
    }
}
