using System.Text;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Community.Search;

/// <summary>
/// Finds what somebody meant to type: for words that no post in sight has, the word near them that most posts have, before that one that stands beside the other
/// words, and words written together or apart. Everything else stays as it was typed.
/// </summary>
sealed class Spelling(VisiblePosts visible, CommunityAnalyzer analyzer, bool seesPeople)
{
    const int MostWords = 12;
    const int MostOthers = 2;

    /// <summary>Of a word in capitals, an acronym is not corrected.</summary>
    const int MinCapitals = 6;

    readonly PossibleWords possible = new(visible, analyzer);

    public Correction? Of(string typed)
    {
        var words = TypedWords.Of(typed);
        if (words.Count is 0 or > MostWords) return null;

        var spelt = words.ConvertAll(Read);
        Correct(spelt, word => word.Typed.IsOrdinary);
        // Where there is nothing else, what is in capitals may be a word as well.
        if (!spelt.Exists(word => word.Typed.IsOrdinary && !word.IsStop)) Correct(spelt, word => word.Typed.IsCapitals && word.Typed.Text.Length >= MinCapitals);
        return spelt.Exists(word => word.Instead is not null) ? Write(typed, spelt) : null;
    }

    SpeltWord Read(TypedWord typed)
    {
        var word = new SpeltWord(typed, StopWords.Has(typed.Text), analyzer);
        if (!word.IsStop && word.Analysed.HasTerms) word.Count = Count(word);
        return word;
    }

    int Count(SpeltWord word)
    {
        var count = visible.Count(word.Query, PossibleWords.Rare + 1).Count;
        if (count == 0 && seesPeople && visible.Reader.DocFreq(new Term(Fields.NameWord, word.Surface)) > 0) return int.MaxValue;

        return count > 0 ? count : visible.Count(word.Analysed.In(Fields.Author), PossibleWords.Rare + 1).Count;
    }

    void Correct(List<SpeltWord> words, Predicate<SpeltWord> isMeant)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (!isMeant(word) || word.Instead is not null) continue;

            var next = i + 1 < words.Count && words[i + 1].Typed.FollowsAtOnce && isMeant(words[i + 1]) ? words[i + 1] : null;
            var best = word.IsStop || word.Count > PossibleWords.Rare ? null : possible.Instead(word, Others(words, i, i));
            if (next is not null && possible.Joined(word, next, Others(words, i, i + 1)) is { } joined && (best is null || joined.Worth >= best.Worth))
            {
                (word.Instead, next.Instead) = (joined, PossibleWord.None);
                i++;
            }
            else
            {
                word.Instead = best;
            }
        }
    }

    /// <summary>The nearest words on both sides that a post in sight has, or that were corrected already.</summary>
    static List<Query> Others(List<SpeltWord> words, int first, int last) =>
        [.. words.Select((word, i) => (word, Far: i < first ? first - i : i - last)).Where(other => other.Far > 0 && !other.word.IsStop && other.word.Instead != PossibleWord.None && (other.word.Count > 0 || other.word.Instead is not null))
            .OrderBy(other => other.Far).Take(MostOthers).Select(other => other.word.Instead?.Query ?? other.word.Query)];

    static Correction Write(string typed, List<SpeltWord> words)
    {
        var text = new StringBuilder(typed);
        for (var i = words.Count - 1; i >= 0; i--)
        {
            if (words[i].Instead is not { } instead || instead == PossibleWord.None) continue;

            var (start, end) = (words[i].Typed.Start, i + 1 < words.Count && words[i + 1].Instead == PossibleWord.None ? words[i + 1].Typed.End : words[i].Typed.End);
            text.Remove(start, end - start).Insert(start, words[i].Typed.Like(instead.Text));
        }

        return new Correction(text.ToString(), [.. words.Select(word => word.Instead?.PostId ?? 0).Where(id => id != 0).Distinct()]);
    }
}

/// <summary>A typed word and what it may be instead.</summary>
sealed class SpeltWord(TypedWord typed, bool isStop, CommunityAnalyzer analyzer)
{
    public TypedWord Typed => typed;

    public bool IsStop => isStop;

    public string Surface { get; } = Search.Surface.Of(typed.Text);

    public AnalysedWord Analysed { get; } = new(new QueryWord(typed.Text, false), analyzer);

    public Query Query => Analysed.HasTerms ? Analysed.In(Fields.Text) : new TermQuery(new Term(Fields.Text, ""));

    /// <summary>How many posts in sight have it, counted as far as it matters.</summary>
    public int Count { get; set; }

    public PossibleWord? Instead { get; set; }
}
