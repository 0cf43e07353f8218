using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Community.Search;

/// <summary>A term and in how many documents it stands, whoever may see them.</summary>
readonly record struct CountedTerm(string Text, int DocFreq);

/// <summary>Terms of the index by how they begin.</summary>
static class TermsByPrefix
{
    /// <summary>In each segment. A big index has more terms with two letters than can be read while somebody types.</summary>
    const int MostRead = 20_000;

    /// <summary>The most frequent ones first.</summary>
    public static List<CountedTerm> Of(IndexReader reader, string field, string prefix, int most)
    {
        var counts = new Dictionary<string, int>();
        var start = new BytesRef(prefix);
        foreach (var leaf in reader.Leaves)
        {
            if (leaf.AtomicReader.GetTerms(field) is not { } terms) continue;

            foreach (var (term, docFreq) in Best(terms.GetEnumerator(), start, most))
                counts[term] = counts.GetValueOrDefault(term) + docFreq;
        }

        return [.. counts.Select(count => new CountedTerm(count.Key, count.Value)).OrderByDescending(term => term.DocFreq).ThenBy(term => term.Text, StringComparer.Ordinal).Take(most)];
    }

    static IEnumerable<CountedTerm> Best(TermsEnum terms, BytesRef start, int most)
    {
        var rarestFirst = new PriorityQueue<BytesRef, int>();
        if (terms.SeekCeil(start) == TermsEnum.SeekStatus.END) return [];

        var read = 0;
        do
        {
            if (!StringHelper.StartsWith(terms.Term, start) || ++read > MostRead) break;

            var docFreq = terms.DocFreq;
            if (rarestFirst.Count < most) rarestFirst.Enqueue(BytesRef.DeepCopyOf(terms.Term), docFreq);
            else if (rarestFirst.TryPeek(out _, out var least) && docFreq > least) rarestFirst.EnqueueDequeue(BytesRef.DeepCopyOf(terms.Term), docFreq);
        }
        while (terms.MoveNext());

        return rarestFirst.UnorderedItems.Select(item => new CountedTerm(item.Element.Utf8ToString(), item.Priority));
    }
}
