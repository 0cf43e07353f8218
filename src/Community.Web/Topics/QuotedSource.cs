using System.Globalization;
using System.Text.RegularExpressions;

namespace Community.Web.Topics;

/// <summary>Quotations in the typed text: what is out of sight must not come back through an old revision of somebody else's post.</summary>
public static partial class QuotedSource
{
    public static IEnumerable<long> Ids(IEnumerable<string> sources) =>
        sources.SelectMany(source => Mark().Matches(source)).Select(match => long.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).Distinct();

    /// <summary>A reply that begins with a quotation. Quotations inside the quoted text are left out: they have sources of their own.</summary>
    public static string Begin(long postId, int revision, string text) =>
        $"> [!quote post={postId} rev={revision}]\n" + string.Join('\n', text.ReplaceLineEndings("\n").Trim().Split('\n').Where(line => !line.StartsWith('>')).Select(line => line.Length == 0 ? ">" : "> " + line)) + "\n\n";

    /// <summary>Leaves of a quotation only its mark, unless its post is among the <paramref name="readable"/>.</summary>
    public static string Mask(string source, IReadOnlySet<long> readable)
    {
        if (!Mark().IsMatch(source)) return source;

        var isHidden = false;
        var lines = source.Split('\n').Select(line =>
        {
            if (Mark().Match(line) is { Success: true } mark)
            {
                isHidden = !readable.Contains(long.Parse(mark.Groups[1].ValueSpan, CultureInfo.InvariantCulture));
                return line;
            }

            // A quotation goes on until an empty line: Markdown lets its lines drop the ">".
            if (string.IsNullOrWhiteSpace(line)) isHidden = false;
            return isHidden ? "> …" : line;
        });
        return string.Join('\n', lines);
    }

    [GeneratedRegex(@"\[!quote\s+post=([0-9]{1,18})", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Mark();
}
