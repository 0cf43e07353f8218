using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Transfer.StackExchange;

/// <summary>The tags of the dump as ours; synonyms here give their tag.</summary>
static class TagWords
{
    /// <summary>Written <c>&lt;a&gt;&lt;b&gt;</c> in older dumps, <c>|a|b|</c> in newer ones.</summary>
    public static IEnumerable<string> Of(DumpRow row) => (row["Tags"] ?? "").Split(['<', '>', '|'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The word as it can stand here, or null: <c>.net</c> becomes <c>net</c>.</summary>
    public static string? Clean(string word)
    {
        try
        {
            return Tag.CleanName(word.TrimStart('.', '-', '+', '_', '#'));
        }
        catch (RefusedException)
        {
            return null;
        }
    }

    /// <summary>Tracked tags by the words of the dump; missing ones are added.</summary>
    public static async Task<IReadOnlyDictionary<string, Tag>> Find(CommunityContext db, IEnumerable<string> words)
    {
        var names = words.Distinct().Select(word => (Word: word, Name: Clean(word)!)).Where(both => both.Name is not null).ToList();
        var wanted = names.Select(both => both.Name).Distinct().ToList();
        var synonyms = await db.TagSynonyms.AsNoTracking().Where(s => wanted.Contains(s.Name)).ToDictionaryAsync(s => s.Name, s => s.TagId);
        var ids = synonyms.Values.ToList();
        var known = await db.Tags.Include(t => t.Synonyms).Where(t => wanted.Contains(t.Name) || ids.Contains(t.Id)).ToListAsync();

        var found = new Dictionary<string, Tag>();
        foreach (var name in wanted)
        {
            found[name] = known.Find(t => t.Name == name) ?? known.Find(t => synonyms.TryGetValue(name, out var id) && t.Id == id) ?? db.Tags.Add(new Tag(name)).Entity;
        }

        return names.ToDictionary(both => both.Word, both => found[both.Name]);
    }
}
