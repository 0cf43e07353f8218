using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Transfer.StackExchange;

/// <summary>A post of the dump as it stands here.</summary>
sealed record StoredPost(long Id, long TopicId, Part Part);

/// <summary>Finds posts that came in before.</summary>
static class StoredPosts
{
    /// <summary>By their ids in the dump; those that are not there are missing.</summary>
    public static async Task<IReadOnlyDictionary<long, StoredPost>> Find(ImportRun run, IEnumerable<long?> externalIds)
    {
        var keys = await run.Keys.Find(TableNames.Posts, externalIds.OfType<long>());
        var ids = keys.Values.ToList();
        var posts = await run.Store.Read(db => db.Posts.AsNoTracking().Where(p => ids.Contains(p.Id))
            .Select(p => new StoredPost(p.Id, p.TopicId, p.Part)).ToDictionaryAsync(p => p.Id));
        return keys.Where(key => posts.ContainsKey(key.Value)).ToDictionary(key => key.Key, key => posts[key.Value]);
    }
}
