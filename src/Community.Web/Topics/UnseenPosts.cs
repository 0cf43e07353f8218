using Community.Governance;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Topics;

/// <summary>Why posts are out of sight.</summary>
sealed record UnseenPosts(Dictionary<long, Removal> Removals, Dictionary<long, Withdrawal> Withdrawals)
{
    /// <summary>What stands in the post's place; only its author reads until when it can be brought back.</summary>
    public PostTombstone Tombstone(PostRow row, Viewer viewer)
    {
        if (Removals.TryGetValue(row.Id, out var removal))
            return new PostTombstone(removal.At, removal.Reason, null) { Kind = removal.Kind, ReasonClass = removal.ReasonClass, Rule = removal.RuleCited, OwnActId = viewer.Is(row.AuthorId) ? removal.Id : null };


        var withdrawal = Withdrawals.GetValueOrDefault(row.Id);
        return new PostTombstone(withdrawal?.At ?? row.CreatedAt, null, viewer.Is(row.AuthorId) && withdrawal is { ErasedAt: null } ? withdrawal.At + Withdrawal.RestoreWithin : null);
    }
}

static class UnseenLoading
{
    extension(CommunityContext db)
    {
        /// <summary>Asked for only where some are: few pages have any.</summary>
        public async Task<UnseenPosts> Unseen(List<PostRow> rows)
        {
            var removed = rows.Where(row => row.Standing == Standing.Removed).Select(row => row.Id).ToList();
            var withdrawn = rows.Where(row => row.Standing == Standing.Withdrawn).Select(row => row.Id).ToList();
            var removals = removed.Count == 0 ? [] : await db.Removals.AsNoTracking().Where(r => removed.Contains(r.PostId) && r.LiftedAt == null).OrderBy(r => r.Id).ToListAsync();
            var withdrawals = withdrawn.Count == 0 ? [] : await db.Withdrawals.AsNoTracking().Where(w => withdrawn.Contains(w.PostId)).OrderBy(w => w.Id).ToListAsync();
            return new UnseenPosts(removals.GroupBy(r => r.PostId).ToDictionary(g => g.Key, g => g.First()), withdrawals.GroupBy(w => w.PostId).ToDictionary(g => g.Key, g => g.Last()));
        }
    }
}
