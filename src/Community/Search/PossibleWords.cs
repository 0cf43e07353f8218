using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Community.Search;

/// <summary>A word, or two, that a post in sight has.</summary>
/// <param name="Query">Finds it.</param>
/// <param name="Worth">The more, the likelier it was meant.</param>
sealed record PossibleWord(string Text, Query Query, long PostId, double Worth)
{
    /// <summary>Stands for a word that was joined to the one before.</summary>
    public static readonly PossibleWord None = new("", new TermQuery(new Term(Fields.Word, "")), 0, 0);
}

/// <summary>What a word may be instead, as far as posts in sight have it.</summary>
sealed class PossibleWords(VisiblePosts visible, CommunityAnalyzer analyzer)
{
    /// <summary>A word that stands in no more posts may be a slip of somebody else.</summary>
    public const int Rare = 2;

    /// <summary>Then the other one stands in this many times as many.</summary>
    const int RareTimes = 20;

    const int MinRare = 5;
    const int MinPart = 3;
    const int MostCounted = 500;

    /// <summary>What stands beside the other words wins over what does not.</summary>
    const double Fits = 50;

    /// <summary>The same letters, with a space more or less.</summary>
    const double OnlySpace = NearWords.EditCost / 2;

    public PossibleWord? Instead(SpeltWord word, List<Query> others)
    {
        var isRare = word.Count > 0;
        var edits = isRare ? word.Surface.Length < MinRare ? 0 : 1 : NearWords.EditsFor(word.Surface.Length);
        var near = NearWords.Of(visible.Reader, word.Surface, edits).Select(near => Weigh(near.Text, new TermQuery(new Term(Fields.Word, near.Text)), others, -NearWords.EditCost * near.Edits, isRare ? RareTimes * word.Count : 1, word));
        return (isRare ? near : near.Append(Split(word, others))).OfType<PossibleWord>().MaxBy(possible => possible.Worth);
    }

    /// <summary>"Inter library" as one word, where both as they stand are not together in any post in sight.</summary>
    public PossibleWord? Joined(SpeltWord first, SpeltWord second, List<Query> others)
    {
        var joined = first.Surface + second.Surface;
        if (joined.Length > CompletableWords.MaxLength || visible.Reader.DocFreq(new Term(Fields.Word, joined)) == 0) return null;
        if (first.IsStop || second.IsStop || first.Count > 0 && second.Count > 0 && visible.Has(All([first.Query, second.Query]))) return null;

        return Weigh(joined, new TermQuery(new Term(Fields.Word, joined)), others, OnlySpace, 1, null);
    }

    /// <summary>"Interlibraryloan" as two words that stand one after the other in a post in sight.</summary>
    PossibleWord? Split(SpeltWord word, List<Query> others)
    {
        PossibleWord? best = null;
        for (var at = MinPart; at <= word.Surface.Length - MinPart; at++)
        {
            var (first, second) = (word.Surface[..at], word.Surface[at..]);
            if (!Exists(first) || !Exists(second)) continue;

            var both = new AnalysedWord(new QueryWord($"{first} {second}", true), analyzer);
            if (Weigh($"{first} {second}", both.In(Fields.Text), others, OnlySpace - NearWords.EditCost, 1, null) is { } possible && possible.Worth > (best?.Worth ?? double.MinValue)) best = possible;
        }

        return best;
    }

    bool Exists(string part) => visible.Reader.DocFreq(new Term(Fields.Word, part)) > 0;

    /// <param name="least">In so many posts in sight it must stand.</param>
    /// <param name="not">Another form of this word is no other word.</param>
    PossibleWord? Weigh(string text, Query query, List<Query> others, double worth, int least, SpeltWord? not)
    {
        if (not is { Count: > 0 } && new AnalysedWord(new QueryWord(text, false), analyzer).Parts.SequenceEqual(not.Analysed.Parts)) return null;

        var (count, postId) = visible.Count(query, MostCounted);
        if (count < least) return null;

        var together = others.Count == 0 ? default : visible.Count(All([query, .. others]), 1);
        return new PossibleWord(text, query, together.Count > 0 ? together.PostId : postId, worth + Math.Log(1 + count) + (together.Count > 0 ? Fits : 0));
    }

    static BooleanQuery All(IEnumerable<Query> queries)
    {
        var all = new BooleanQuery(disableCoord: true);
        foreach (var query in queries) all.Add(query, Occur.MUST);
        return all;
    }
}
