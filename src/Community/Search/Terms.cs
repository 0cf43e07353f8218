using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Community.Search;

/// <summary>One term of a text: where it stands, and whether it is a joined word beside its own parts.</summary>
readonly record struct TextTerm(string Text, int Position, int Start, int End, bool IsWhole);

/// <summary>Reads the terms of short texts and of excerpts.</summary>
static class Terms
{
    public static List<TextTerm> Of(Analyzer analyzer, string text)
    {
        var terms = new List<TextTerm>();
        using var stream = analyzer.GetTokenStream("", text);
        var term = stream.AddAttribute<ICharTermAttribute>();
        var offset = stream.AddAttribute<IOffsetAttribute>();
        var increment = stream.AddAttribute<IPositionIncrementAttribute>();
        var type = stream.AddAttribute<ITypeAttribute>();
        var position = -1;
        stream.Reset();
        while (stream.IncrementToken())
        {
            position += increment.PositionIncrement;
            terms.Add(new TextTerm(term.ToString(), position, offset.StartOffset, offset.EndOffset, type.Type == WordTokenizer.Whole));
        }

        stream.End();
        return terms;
    }
}
