using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace Community.Search;

/// <summary>How text becomes terms, in the index and in what people type: words and joined words, lower case, without accents, English stems.</summary>
public sealed class CommunityAnalyzer : Analyzer
{
    internal const LuceneVersion Lucene = LuceneVersion.LUCENE_48;

    /// <summary>Change it with anything that makes other terms or other documents: an index of another version is rebuilt.</summary>
    public const string Version = "5";

    readonly HashSet<char>? first;

    public CommunityAnalyzer() : base(PER_FIELD_REUSE_STRATEGY)
    {
    }

    /// <summary>The same for texts of which only these terms matter: words that begin otherwise are not looked at further. What the filters do leaves the first letter as it is.</summary>
    internal CommunityAnalyzer(IEnumerable<string> terms) : this() => first = [.. terms.Where(term => term.Length > 0).Select(term => term[0])];

    /// <summary>Between title, text and subjects, so that no phrase runs from one into the next.</summary>
    public override int GetPositionIncrementGap(string fieldName) => 100;

    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var words = new WordTokenizer(reader);
        TokenStream terms = fieldName == Fields.Word ? new CompletableWords(words) : first is null ? words : new Beginning(words, first);
        terms = new ASCIIFoldingFilter(new LowerCaseFilter(Lucene, terms));
        return new TokenStreamComponents(words, Fields.IsUnstemmed(fieldName) ? terms : new PorterStemFilter(terms));
    }

    sealed class Beginning : FilteringTokenFilter
    {
        readonly HashSet<char> first;
        readonly ICharTermAttribute term;

        public Beginning(TokenStream words, HashSet<char> first) : base(Lucene, words) => (this.first, term) = (first, AddAttribute<ICharTermAttribute>());

        // Letters beyond ASCII may be folded to another one.
        protected override bool Accept() => term.Length > 0 && (!char.IsAscii(term.Buffer[0]) || first.Contains(char.ToLowerInvariant(term.Buffer[0])));
    }
}
