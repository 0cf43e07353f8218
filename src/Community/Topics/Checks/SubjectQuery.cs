using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace Community.Topics.Checks;

/// <summary>The words of a text, each reduced to its stem, with the places where they stand.</summary>
public sealed class WordPlaces
{
    static readonly EnglishAnalyzer Analyzer = new(LuceneVersion.LUCENE_48, Lucene.Net.Analysis.Util.CharArraySet.Empty);

    public static readonly WordPlaces None = new();

    readonly Dictionary<string, List<int>> places = [];
    readonly List<(int Start, int End)> offsets = [];

    WordPlaces()
    {
    }

    public static WordPlaces Of(string text)
    {
        var words = new WordPlaces();
        foreach (var (word, start, end) in Words(text))
        {
            if (!words.places.TryGetValue(word, out var at)) words.places[word] = at = [];
            at.Add(words.offsets.Count);
            words.offsets.Add((start, end));
        }

        return words;
    }

    public static IEnumerable<(string Word, int Start, int End)> Words(string text)
    {
        using var stream = Analyzer.GetTokenStream("text", text);
        var (term, offset) = (stream.AddAttribute<ICharTermAttribute>(), stream.AddAttribute<IOffsetAttribute>());
        var words = new List<(string, int, int)>();
        stream.Reset();
        while (stream.IncrementToken()) words.Add((term.ToString()!, offset.StartOffset, offset.EndOffset));
        stream.End();
        return words;
    }

    /// <summary>Where these words stand one after the other.</summary>
    public IEnumerable<(int Start, int Length)> Find(IReadOnlyList<string> phrase)
    {
        if (!places.TryGetValue(phrase[0], out var first)) yield break;

        foreach (var at in first)
        {
            var fits = true;
            for (var i = 1; i < phrase.Count && fits; i++) fits = places.TryGetValue(phrase[i], out var next) && next.BinarySearch(at + i) >= 0;
            if (fits) yield return (offsets[at].Start, offsets[at + phrase.Count - 1].End - offsets[at].Start);
        }
    }
}

/// <summary>
/// What a watched subject looks for: words that all stand in the text, anywhere; <c>"words in quotation marks"</c> that stand together; <c>OR</c> between two ways to say it; <c>-word</c> that must not stand there. Words are found in each of their forms.
/// </summary>
public sealed class SubjectQuery
{
    readonly List<Way> ways = [];

    SubjectQuery()
    {
    }

    public bool IsEmpty => ways.Count == 0;

    public static SubjectQuery Of(string typed)
    {
        var query = new SubjectQuery();
        var (wanted, without) = (new List<IReadOnlyList<string>>(), new List<IReadOnlyList<string>>());
        foreach (var part in Parts(typed))
        {
            if (part is "OR" or "|")
            {
                Close();
                continue;
            }

            var isWithout = part.Length > 1 && part[0] == '-';
            var phrase = WordPlaces.Words(isWithout ? part[1..] : part).Select(word => word.Word).ToList();
            if (phrase.Count > 0) (isWithout ? without : wanted).Add(phrase);
        }

        Close();
        return query;

        void Close()
        {
            if (wanted.Count > 0) query.ways.Add(new Way(wanted, without));
            (wanted, without) = ([], []);
        }
    }

    /// <summary>Where it is found; nothing where it is not.</summary>
    public IEnumerable<(int Start, int Length)> Find(WordPlaces text) =>
        ways.Where(way => way.Wanted.TrueForAll(phrase => text.Find(phrase).Any()) && !way.Without.Exists(phrase => text.Find(phrase).Any()))
            .SelectMany(way => way.Wanted.SelectMany(text.Find)).Distinct().OrderBy(place => place.Start);

    /// <summary>Cut at spaces; what stands in quotation marks stays together, with a minus before it.</summary>
    static IEnumerable<string> Parts(string typed)
    {
        var (start, isQuoted) = (-1, false);
        for (var i = 0; i <= typed.Length; i++)
        {
            var c = i < typed.Length ? typed[i] : ' ';
            if (c is '"' or '“' or '”') isQuoted = !isQuoted;
            if (i == typed.Length || char.IsWhiteSpace(c) && !isQuoted)
            {
                if (start >= 0) yield return typed[start..i];
                start = -1;
            }
            else if (start < 0) start = i;
        }
    }

    sealed record Way(List<IReadOnlyList<string>> Wanted, List<IReadOnlyList<string>> Without);
}
