using System.Globalization;

namespace Community.Web.Tests.Leaks;

/// <summary>What stands in the address of a surface that is asked.</summary>
public sealed record Typed(string Word, string Space, long TopicId, long AuthorId, string Author)
{
    /// <summary>In the order in which they are looked for in an answer: none is a part of one after it.</summary>
    IEnumerable<(string Place, string Value)> Values =>
    [
        ("{misspelt}", Words.Misspelt(Word)), ("{word}", Word), ("{start}", Word[..Words.Start]), ("{rest}", Word[Words.Start..]), ("{space}", Space), ("{author}", Author),
        ("{topicId}", TopicId.ToString(CultureInfo.InvariantCulture)), ("{authorId}", AuthorId.ToString(CultureInfo.InvariantCulture)),
    ];

    public string In(string template) => Values.Aggregate(template, (text, one) => text.Replace(one.Place, one.Value, StringComparison.Ordinal));

    /// <summary>An answer to this, with a mark where anything of <paramref name="template"/> stands that this or <paramref name="other"/> puts there: whoever typed it knows it.</summary>
    public string OutOf(string answer, string template, Typed other)
    {
        foreach (var ((place, value), (_, another)) in Values.Zip(other.Values))
        {
            if (!template.Contains(place, StringComparison.Ordinal)) continue;

            foreach (var own in new[] { value, another }.Distinct())
                answer = place is "{topicId}" or "{authorId}" ? Number(answer, own) : answer.Replace(own, place, StringComparison.OrdinalIgnoreCase);
        }

        return answer;
    }

    static string Number(string answer, string number) => System.Text.RegularExpressions.Regex.Replace(answer, $"(?<![0-9]){number}(?![0-9])", "{id}", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
}
