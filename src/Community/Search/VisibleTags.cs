using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Community.Search;

/// <summary>Subjects that begin like what is typed, or have a word that does, as far as a topic with one of them can be seen.</summary>
static class VisibleTags
{
    const int MinPrefix = 2;

    /// <summary>So many are looked at through the gate.</summary>
    const int MostTags = 40;

    public static List<(string Name, long PostId)> Of(string typed, LastWord last, VisiblePosts visible, int most)
    {
        var whole = string.Join('-', Surface.Of(typed.Trim().TrimStart('#')).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (last.Prefix.Length < MinPrefix && whole.Length < MinPrefix) return [];

        var begin = new SortedDictionary<string, bool>(StringComparer.Ordinal);
        foreach (var leaf in visible.Reader.Leaves)
        {
            foreach (var name in SegmentPosts.Of(leaf.AtomicReader).Tags)
            {
                if (whole.Length >= MinPrefix && name.StartsWith(whole, StringComparison.Ordinal)) begin[name] = true;
                else if (last.Prefix.Length >= MinPrefix && HasWord(name, last.Prefix)) begin[name] = false;
            }
        }

        return [.. begin.OrderByDescending(tag => tag.Value).Take(MostTags)
            .Select(tag => (Name: tag.Key, IsWhole: tag.Value, Found: visible.Count(new TermQuery(new Term(Fields.Tag, tag.Key)))))
            .Where(tag => tag.Found.Count > 0).OrderByDescending(tag => tag.IsWhole).ThenByDescending(tag => tag.Found.Count).Take(most).Select(tag => (tag.Name, tag.Found.PostId))];
    }

    static bool HasWord(string name, string prefix)
    {
        for (var at = name.IndexOf(prefix, StringComparison.Ordinal); at >= 0; at = at + 1 < name.Length ? name.IndexOf(prefix, at + 1, StringComparison.Ordinal) : -1)
            if (at == 0 || name[at - 1] == '-') return true;

        return false;
    }
}
