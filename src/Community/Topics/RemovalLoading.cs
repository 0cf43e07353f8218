using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics;

/// <summary>What keeps a post out of sight, for verbs that hold its topic.</summary>
static class RemovalLoading
{
    extension(CommunityContext db)
    {
        /// <summary>The act in force; null where nobody but the author took it out of sight.</summary>
        public async Task<Removal?> RemovalOf(Post post, CancellationToken stop) =>
            post.Standing == Standing.Removed ? await db.Removals.FirstOrDefaultAsync(r => r.PostId == post.Id && r.LiftedAt == null, stop) : null;

        /// <summary>The same, where it only waits for a decision.</summary>
        public async Task<Removal?> HiddenOf(Post post, CancellationToken stop) => await db.RemovalOf(post, stop) is { Kind: RemovalKind.Hidden } hidden ? hidden : null;
    }
}
