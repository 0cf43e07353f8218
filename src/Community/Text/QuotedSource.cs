using System.Globalization;
using System.Text.RegularExpressions;

namespace Community.Text;

/// <summary>Quotations in the typed text: what is out of sight must not come back through an old revision of somebody else's post.</summary>
public static partial class QuotedSource
{
    public static IEnumerable<long> Ids(IEnumerable<string> sources) =>
        sources.SelectMany(source => Mark().Matches(source)).Select(match => long.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).Distinct();

    /// <summary>A reply that begins with a quotation. Quotations inside the quoted text are left out: they have sources of their own.</summary>
    public static string Begin(long postId, int revision, string text) =>
        $"> [!quote post={postId} rev={revision}]\n" + string.Join('\n', text.ReplaceLineEndings("\n").Trim().Split('\n').Where(line => !line.StartsWith('>')).Select(line => line.Length == 0 ? ">" : "> " + line)) + "\n\n";

    /// <summary>Leaves of a quotation only its mark, unless its post is among the <paramref name="readable"/>.</summary>
    public static string Mask(string source, IReadOnlySet<long> readable) =>
        Mark().IsMatch(source) ? string.Join('\n', Lines(source).Select(line => line.Of is { } post && !line.IsMark && !readable.Contains(post) ? "> …" : line.Text)) : source;

    /// <summary>What a text says itself: without its quotations of posts.</summary>
    public static string Without(string source) => Mark().IsMatch(source) ? string.Join('\n', Lines(source).Where(line => line.Of is null).Select(line => line.Text)).Trim() : source.Trim();

    /// <summary>A quotation goes on until an empty line: Markdown lets its lines drop the <c>&gt;</c>.</summary>
    /// <returns>Each line; the post that it quotes, if any; whether it is the mark of that quotation.</returns>
    static IEnumerable<(string Text, long? Of, bool IsMark)> Lines(string source)
    {
        long? of = null;
        foreach (var line in source.Split('\n'))
        {
            var mark = Mark().Match(line);
            if (mark.Success) of = long.Parse(mark.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            else if (string.IsNullOrWhiteSpace(line)) of = null;
            yield return (line, of, mark.Success);
        }
    }

    [GeneratedRegex(@"\[!quote\s+post=([0-9]{1,18})", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Mark();
}
