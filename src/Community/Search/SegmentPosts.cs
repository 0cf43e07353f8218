using System.Runtime.CompilerServices;
using System.Text;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Community.Search;

/// <summary>
/// What collectors ask of every matching post of a segment, in memory: about 60 bytes a post, three of lengths, and 20 for <see cref="SegmentDay"/>. Read from the doc values where they lie, it was more than half of
/// a search. A segment never changes but for what is deleted from it.
/// </summary>
sealed class SegmentPosts
{
    static readonly ConditionalWeakTable<object, SegmentPosts> Kept = [];

    SegmentPosts(AtomicReader reader)
    {
        foreach (var field in Measured)
            if (reader.GetNormValues(field) is { } norms) lengths[field] = [.. Enumerable.Range(0, reader.MaxDoc).Select(doc => (byte)norms.Get(doc))];

        var topics = Values(Fields.Topic);
        var (spaces, kinds, flags, parts) = (Values(Fields.Space), Values(Fields.Kind), Values(Fields.Flags), Values(Fields.Part));
        var (authors, times, ids) = (Values(Fields.AuthorId), Values(Fields.At), Values(Fields.Id));
        var (scores, years, reviews) = (Values(Fields.Score), Values(Fields.Begun), Values(Fields.Due));
        (Tags, TagLists, var tagsOf) = TagsOf(reader);
        Reports = ReportsOf(reader);
        Rows = new SegmentPost[reader.MaxDoc];
        for (var doc = 0; doc < Rows.Length; doc++)
        {
            Rows[doc] = new SegmentPost(ids.Get(doc), topics.Get(doc), spaces.Get(doc), authors.Get(doc), times.Get(doc), (int)reviews.Get(doc), (short)Math.Clamp(scores.Get(doc), short.MinValue, short.MaxValue),
                (short)years.Get(doc), (byte)kinds.Get(doc), (PostFlags)flags.Get(doc), (byte)parts.Get(doc), tagsOf?[doc] ?? 0);
        }

        NumericDocValues Values(string field) => reader.GetNumericDocValues(field) ?? DocValues.EMPTY_NUMERIC;
    }

    static readonly string[] Measured = [Fields.Text, Fields.Head, Fields.Author];

    readonly Dictionary<string, byte[]> lengths = [];

    SegmentDay? day;

    /// <summary>By document number. A person's has no topic.</summary>
    public SegmentPost[] Rows { get; }

    /// <summary>What reports add up to, by document number; few posts have any.</summary>
    public Dictionary<int, float> Reports { get; }

    /// <summary>The tags' names, by ordinal, in the order of bytes.</summary>
    public string[] Tags { get; }

    /// <summary>Lists of tags' ordinals, each once and ended by -1; the first is empty.</summary>
    public int[] TagLists { get; }

    public static SegmentPosts Of(AtomicReader reader) => Kept.GetValue(reader.CoreCacheKey, _ => new SegmentPosts(reader));

    /// <summary>The same as it counts today.</summary>
    public SegmentDay On(Priors priors) => Volatile.Read(ref day) is { } known && known.Day == priors.Day ? known : day = new SegmentDay(this, priors);

    /// <summary>How long a field is in each document, as its similarity writes it; null where that is not kept.</summary>
    public byte[]? Lengths(string field) => lengths.GetValueOrDefault(field);

    static Dictionary<int, float> ReportsOf(AtomicReader reader)
    {
        var reports = new Dictionary<int, float>();
        if (reader.GetNumericDocValues(Fields.Reports) is not { } values) return reports;

        var reported = reader.GetDocsWithField(Fields.Reports);
        for (var doc = 0; doc < reader.MaxDoc; doc++)
            if (reported.Get(doc)) reports[doc] = BitConverter.Int32BitsToSingle((int)values.Get(doc));
        return reports;
    }

    /// <returns>The names; the lists; where the list of each document begins.</returns>
    static (string[] Names, int[] Lists, int[]? Of) TagsOf(AtomicReader reader)
    {
        if (reader.GetSortedSetDocValues(Fields.Tag) is not { } values) return ([], [-1], null);

        var (names, of, name) = (new string[values.ValueCount], new int[reader.MaxDoc], new BytesRef());
        var (lists, known, list) = (new List<int> { -1 }, new Dictionary<string, int> { [""] = 0 }, new StringBuilder());
        for (var ord = 0; ord < names.Length; ord++)
        {
            values.LookupOrd(ord, name);
            names[ord] = name.Utf8ToString();
        }

        for (var doc = 0; doc < reader.MaxDoc; doc++)
        {
            values.SetDocument(doc);
            list.Clear();
            for (var ord = values.NextOrd(); ord != SortedSetDocValues.NO_MORE_ORDS; ord = values.NextOrd()) list.Append((char)(ord >> 16)).Append((char)ord);
            if (known.TryGetValue(list.ToString(), out of[doc])) continue;

            known[list.ToString()] = of[doc] = lists.Count;
            for (var i = 0; i < list.Length; i += 2) lists.Add(list[i] << 16 | list[i + 1]);
            lists.Add(-1);
        }

        return (names, [.. lists], of);
    }
}

/// <summary>A post in the index.</summary>
/// <param name="TopicId">0 for a person's document.</param>
/// <param name="At">In ticks.</param>
/// <param name="Due">The day from which a note is due for review, counted from year 1.</param>
/// <param name="Begun">The year in which the topic began.</param>
/// <param name="Tags">Where those of its topic begin in <see cref="SegmentPosts.TagLists"/>.</param>
readonly record struct SegmentPost(long Id, long TopicId, long SpaceId, long AuthorId, long At, int Due, short Score, short Begun, byte Kind, PostFlags Flags, byte Part, int Tags);
