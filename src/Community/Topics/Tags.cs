using Community.Governance;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics;

/// <summary>From typed words to tags: synonyms give their tag, new words become tags.</summary>
static class Tags
{
    /// <summary>Held while a word becomes a subject or another one's synonym: it must not become both.</summary>
    public const string Words = nameof(Tags);

    /// <exception cref="RefusedException">Too many, not usable as a tag, or new where the person may not make any.</exception>
    public static async Task<IReadOnlyList<Tag>> Resolve(CommunityContext db, Viewer viewer, long spaceId, IEnumerable<string> typed, CancellationToken stop)
    {
        var names = typed.Where(name => !string.IsNullOrWhiteSpace(name)).Select(Tag.CleanName).Distinct().ToList();
        if (names.Count > Tag.MaxPerTopic)
            throw new RefusedException(Refusal.Invalid, "A topic has at most {0} subjects. Keep the ones somebody would search for.", Tag.MaxPerTopic) { Field = "Tags" };

        var found = await Find(db, names, stop);
        if (names.Exists(name => !found.ContainsKey(name)))
        {
            await db.LockName(Words, stop);
            found = await Find(db, names, stop);
        }

        return [.. names.Select(name => found.TryGetValue(name, out var tag) ? tag : New(name)).Distinct()];

        Tag New(string name)
        {
            viewer.Demand(Act.MakeTag, spaceId);
            return db.Tags.Add(new Tag(name)).Entity;
        }
    }

    static async Task<Dictionary<string, Tag>> Find(CommunityContext db, List<string> names, CancellationToken stop)
    {
        var synonyms = await db.TagSynonyms.AsNoTracking().Where(s => names.Contains(s.Name)).ToDictionaryAsync(s => s.Name, s => s.TagId, stop);
        var ids = synonyms.Values.ToList();
        var known = await db.Tags.Where(t => names.Contains(t.Name) || ids.Contains(t.Id)).ToListAsync(stop);
        var found = known.ToDictionary(tag => tag.Name);
        foreach (var (name, id) in synonyms) found.TryAdd(name, known.Find(tag => tag.Id == id)!);
        return found;
    }
}
