using System.Diagnostics;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Community.Search;

/// <summary>A term and in how many documents it stands, whoever may see them.</summary>
readonly record struct CountedTerm(string Text, int DocFreq);

/// <summary>Terms of the index by how they begin.</summary>
static class TermsByPrefix
{
    const int AskClockEvery = 512;

    /// <summary>The most frequent ones first. A big index has more terms with two letters than can be read while somebody types: after <paramref name="time"/> it is those that were met.</summary>
    public static List<CountedTerm> Of(IndexReader reader, string field, string prefix, int most, TimeSpan time)
    {
        var counts = new Dictionary<string, int>();
        var (began, start) = (Stopwatch.GetTimestamp(), new BytesRef(prefix));
        foreach (var leaf in reader.Leaves)
        {
            if (leaf.AtomicReader.GetTerms(field) is not { } terms) continue;

            foreach (var (term, docFreq) in Best(terms.GetEnumerator(), start, most, () => Stopwatch.GetElapsedTime(began) >= time))
                counts[term] = counts.GetValueOrDefault(term) + docFreq;
        }

        return [.. counts.Select(count => new CountedTerm(count.Key, count.Value)).OrderByDescending(term => term.DocFreq).ThenBy(term => term.Text, StringComparer.Ordinal).Take(most)];
    }

    static IEnumerable<CountedTerm> Best(TermsEnum terms, BytesRef start, int most, Func<bool> isLate)
    {
        var rarestFirst = new PriorityQueue<BytesRef, int>();
        if (terms.SeekCeil(start) == TermsEnum.SeekStatus.END) return [];

        var met = 0;
        do
        {
            if (!StringHelper.StartsWith(terms.Term, start) || ++met % AskClockEvery == 0 && isLate()) break;

            var docFreq = terms.DocFreq;
            if (rarestFirst.Count < most) rarestFirst.Enqueue(BytesRef.DeepCopyOf(terms.Term), docFreq);
            else if (rarestFirst.TryPeek(out _, out var least) && docFreq > least) rarestFirst.EnqueueDequeue(BytesRef.DeepCopyOf(terms.Term), docFreq);
        }
        while (terms.MoveNext());

        return rarestFirst.UnorderedItems.Select(item => new CountedTerm(item.Element.Utf8ToString(), item.Priority));
    }
}
