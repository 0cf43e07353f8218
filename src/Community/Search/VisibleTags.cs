using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Community.Search;

/// <summary>Subjects that have words which begin like those typed, as far as a topic with one of them can be seen.</summary>
static class VisibleTags
{
    const int MinPrefix = 2;
    const int MostWords = 4;

    /// <summary>So many are looked at through the gate.</summary>
    const int MostTags = 40;

    public static List<(string Name, long PostId)> Of(string typed, LastWord last, VisiblePosts visible, int most)
    {
        var words = Surface.Of(typed.TrimStart(' ', '#')).Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        var whole = string.Join('-', words);
        if (last.Prefix.Length == 0 || whole.Length < MinPrefix) return [];

        var begin = new SortedDictionary<string, bool>(StringComparer.Ordinal);
        foreach (var leaf in visible.Reader.Leaves)
        {
            foreach (var name in SegmentPosts.Of(leaf.AtomicReader).Tags)
            {
                if (words.Length <= MostWords && Array.TrueForAll(words, word => HasWord(name, word))) begin[name] = name.StartsWith(whole, StringComparison.Ordinal);
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
