using Lucene.Net.Index;
using Lucene.Net.Util.Automaton;

namespace Community.Search;

/// <summary>Words of the index that are spelt almost like another and begin with the same letter, whoever may see them; those first that are nearer or more frequent.</summary>
static class NearWords
{
    const int MaxLength = 24;
    const int MostWords = 24;
    const int MostMet = 4_000;

    /// <summary>One edit more must be made up for by so much more frequency, as a power of e.</summary>
    public const double EditCost = 4;

    /// <summary>Two edits make another word of a short one.</summary>
    public static int EditsFor(int length) => length switch { < 3 or > MaxLength => 0, < 6 => 1, _ => 2 };

    public static List<(string Text, int Edits)> Of(IndexReader reader, string word, int edits)
    {
        if (edits == 0 || word.Length > MaxLength) return [];

        var tail = new LevenshteinAutomata(word[1..], withTranspositions: true).ToAutomaton(edits);
        var near = new CompiledAutomaton(BasicOperations.Concatenate(BasicAutomata.MakeString(word[..1]), tail), true, false);
        var counts = new Dictionary<string, int>();
        foreach (var leaf in reader.Leaves)
        {
            if (leaf.AtomicReader.GetTerms(Fields.Word) is not { } terms) continue;

            var met = terms.Intersect(near, null);
            while (counts.Count < MostMet && met.MoveNext())
            {
                var text = met.Term.Utf8ToString();
                counts[text] = counts.GetValueOrDefault(text) + met.DocFreq;
            }
        }

        return [.. counts.Where(count => count.Key != word && count.Key.All(char.IsLetter))
            .Select(count => (Text: count.Key, Edits: EditDistance.Between(word, count.Key), DocFreq: count.Value))
            .OrderByDescending(near => Math.Log(1 + near.DocFreq) - EditCost * near.Edits).ThenBy(near => near.Text, StringComparer.Ordinal)
            .Take(MostWords).Select(near => (near.Text, near.Edits))];
    }
}
