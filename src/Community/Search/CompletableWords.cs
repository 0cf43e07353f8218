using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Analysis.Util;

namespace Community.Search;

/// <summary>Lets through what somebody could mean to type: words that begin with a letter and are not mostly digits, as they stand. The rest would only make the index bigger.</summary>
sealed class CompletableWords(TokenStream words) : FilteringTokenFilter(CommunityAnalyzer.Lucene, words)
{
    public const int MinLength = 3;
    public const int MaxLength = 32;

    /// <summary>"MARC21" and "Z39.50" are words, a checksum is none.</summary>
    const int MaxDigits = 4;

    readonly ICharTermAttribute term = words.AddAttribute<ICharTermAttribute>();
    readonly IPositionIncrementAttribute increment = words.AddAttribute<IPositionIncrementAttribute>();

    protected override bool Accept()
    {
        var word = term.Buffer.AsSpan(0, term.Length);

        // What stands at the place of another is a joined word without its joints, which nobody writes so.
        if (word.Length is < MinLength or > MaxLength || !char.IsLetter(word[0]) || increment.PositionIncrement == 0) return false;

        var digits = 0;
        foreach (var c in word)
            if (char.IsDigit(c)) digits++;

        return digits <= MaxDigits && !StopWords.Has(word);
    }
}
