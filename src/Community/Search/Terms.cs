using Lucene.Net.Analysis.TokenAttributes;

namespace Community.Search;

/// <summary>One term of a text: where it stands, and whether it is a joined word beside its own parts.</summary>
readonly record struct TextTerm(string Text, int Position, int Start, int End, bool IsWhole);

/// <summary>Reads the terms of short texts and of excerpts.</summary>
static class Terms
{
    /// <param name="only">Reads these terms alone, without making strings of the others; null reads all.</param>
    public static List<TextTerm> Of(CommunityAnalyzer analyzer, string text, HashSet<string>? only = null)
    {
        var terms = new List<TextTerm>();
        var wanted = only?.GetAlternateLookup<ReadOnlySpan<char>>();
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
            if (wanted?.Contains(term.Buffer.AsSpan(0, term.Length)) != false) terms.Add(new TextTerm(term.ToString(), position, offset.StartOffset, offset.EndOffset, type.Type == WordTokenizer.Whole));
        }

        stream.End();
        return terms;
    }
}
