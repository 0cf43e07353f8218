using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Util;

namespace Community.Search;

/// <summary>How text becomes terms, in the index and in what people type: words and joined words, lower case, without accents, English stems.</summary>
public sealed class CommunityAnalyzer : Analyzer
{
    internal const LuceneVersion Lucene = LuceneVersion.LUCENE_48;

    /// <summary>Change it with anything that makes other terms or other documents: an index of another version is rebuilt.</summary>
    public const string Version = "1";

    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var words = new WordTokenizer(reader);
        TokenStream terms = new LowerCaseFilter(Lucene, words);
        terms = new ASCIIFoldingFilter(terms);
        terms = new KStemFilter(terms);
        return new TokenStreamComponents(words, terms);
    }
}
