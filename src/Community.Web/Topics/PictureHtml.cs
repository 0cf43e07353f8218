using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Community.Topics;

namespace Community.Web.Topics;

/// <summary>Stored HTML with its pictures completed: sizes are filled in when it is read, and what the reader may not see becomes a sentence.</summary>
public static partial class PictureHtml
{
    /// <summary>As wide as the text column is.</summary>
    const string Sizes = "(width < 48rem) 100vw, 44rem";

    /// <summary>The width of a browser that knows no choice.</summary>
    const int UsualWidth = 960;

    /// <summary>The attachments that a text shows.</summary>
    public static IEnumerable<long> Ids(string html) =>
        html.Contains("<img ", StringComparison.Ordinal) ? Picture().Matches(html).Select(IdOf) : [];

    /// <param name="pictures">Those that the reader may see.</param>
    /// <param name="outOfSight">The sentence in place of the others.</param>
    public static string Fill(string html, IReadOnlyDictionary<long, PictureView> pictures, string outOfSight)
    {
        if (!html.Contains("<img ", StringComparison.Ordinal)) return html;

        return Picture().Replace(html, match =>
        {
            var (open, alt, close) = (match.Groups["open"].Value, match.Groups["alt"].Value, match.Groups["close"].Value);
            if (pictures.GetValueOrDefault(IdOf(match)) is not { } picture)
                return $"<span class=\"quiet\">{WebUtility.HtmlEncode(outOfSight)}</span>{(open.Length == 0 ? close : "")}";
            if (picture.Width is null) return open + (alt.Length > 0 ? alt : WebUtility.HtmlEncode(picture.Name)) + close;

            return open + Element(picture, alt) + close;
        });
    }

    static string Element(PictureView picture, string alt)
    {
        var address = Attachment.AddressOf(picture.Id, picture.Name);
        var set = string.Join(", ", picture.Widths.Select(width => string.Create(CultureInfo.InvariantCulture, $"{address}?width={width} {width}w")));
        return string.Create(CultureInfo.InvariantCulture,
            $"<img src=\"{address}?width={UsualWidth}\" srcset=\"{set}\" sizes=\"{Sizes}\" width=\"{picture.Width}\" height=\"{picture.Height}\" alt=\"{alt}\" loading=\"lazy\">");
    }

    static long IdOf(Match match) => long.Parse(match.Groups["id"].ValueSpan, CultureInfo.InvariantCulture);

    // As SafeHtml writes it.
    [GeneratedRegex("(?<open><a class=\"picture\" href=\"[^\"]*\">)?<img src=\"/attachments/(?<id>[0-9]{1,18})/[^\"]*\" alt=\"(?<alt>[^\"]*)\" loading=\"lazy\">(?<close></a>)?", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Picture();
}
