using Community.Events;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics;

/// <summary>Takes away attachments that have hung on nothing for two days; at most 100 a run. Their files go with <see cref="SweepFiles"/>.</summary>
public sealed class SweepAttachments(CommunityStore store, TimeProvider clock) : ISweep
{
    /// <summary>How long somebody may take to write the text around a file.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(48);

    /// <returns>How many went.</returns>
    public Task<int> Run(CancellationToken stop = default) => store.Write(async db =>
    {
        var before = clock.Now() - KeptFor;
        var ties = db.AttachmentTies;
        var loose = await db.Attachments.Where(a => a.CreatedAt < before && !ties.Any(t => t.AttachmentId == a.Id)).WantedByNoDraft(db)
            .Include(a => a.Sizes).OrderBy(a => a.Id).Take(100).ToListAsync(stop);
        db.Attachments.RemoveRange(loose);
        await db.SaveChangesAsync(stop);
        return loose.Count;
    }, stop);
}

/// <summary>The seam to drafts: what its owner's drafts name is kept.</summary>
static class WantedAttachments
{
    extension(IQueryable<Attachment> attachments)
    {
        public IQueryable<Attachment> WantedByNoDraft(CommunityContext db) => attachments;
    }
}
