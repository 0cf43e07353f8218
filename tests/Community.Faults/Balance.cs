using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Faults;

/// <summary>Compares what the writers were told with what the database holds.</summary>
/// <param name="Lost">Acknowledged, and not there as the post that was named.</param>
/// <param name="Doubled">Bodies that stand there more than once.</param>
/// <param name="NoticesDoubled">People told twice of one event.</param>
/// <param name="Stored">Replies in the database.</param>
public sealed record Balance(int Lost, int Doubled, int NoticesDoubled, int Stored)
{
    public static async Task<Balance> Of(string data, Ledger ledger, CancellationToken stop)
    {
        await using var db = new ContextFactory(new DataFolder(data)).Create();
        var stored = (await db.Revisions.AsNoTracking().Where(r => r.Number == 1 && r.Post.Part == Part.Reply).Select(r => new { r.PostId, r.Source }).ToListAsync(stop)).ToLookup(r => r.Source, r => r.PostId);
        var notices = await db.Set<Notifications.Notification>().AsNoTracking().GroupBy(n => new { n.EventId, n.PersonId }).CountAsync(g => g.Count() > 1, stop);
        return new Balance(ledger.Acknowledged.Count(post => !stored[post.Key].Contains(post.Value)), stored.Count(same => same.Count() > 1), notices, stored.Sum(same => same.Count()));
    }
}
