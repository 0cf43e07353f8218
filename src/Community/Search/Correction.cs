using Community.Governance;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Search;

/// <summary>Another spelling of a typed search, with posts that have its words.</summary>
/// <param name="Text">As typed, but for the words that are spelt otherwise.</param>
sealed record Correction(string Text, IReadOnlyCollection<long> PostIds)
{
    /// <summary>The text, if every post that spoke for it is still in sight.</summary>
    public async Task<string?> InSight(CommunityContext db, Viewer viewer, CancellationToken stop) =>
        await db.Posts.ListedFor(viewer).CountAsync(p => PostIds.Contains(p.Id) && p.Topic.Standing == Standing.Published, stop) == PostIds.Count ? Text : null;
}
