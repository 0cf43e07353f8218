using Community.Events;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics;

/// <summary>Gives topics from before titles were kept folded theirs; at most 200 a run.</summary>
public sealed class FoldTitles(CommunityStore store) : ISweep
{
    /// <returns>How many got one.</returns>
    public Task<int> Run(CancellationToken stop = default) => store.Write(async db =>
    {
        var topics = await db.Topics.Where(t => t.TitleFolded == null).OrderBy(t => t.Id).Take(200).ToListAsync(stop);
        foreach (var topic in topics) topic.FoldTitle();
        await db.SaveChangesAsync(stop);
        return topics.Count;
    }, stop);
}
