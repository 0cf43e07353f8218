using Community.Events;
using Community.People.Retention;
using Community.Store;
using Community.Topics.Holding;
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
        var (ties, held) = (db.AttachmentTies, db.HeldPeople());
        var loose = await db.Attachments.Where(a => a.CreatedAt < before && !ties.Any(t => t.AttachmentId == a.Id) && !held.Any(p => p.Id == a.OwnerId)).WantedByNoDraft(db)
            .Include(a => a.Sizes).OrderBy(a => a.Id).Take(100).ToListAsync(stop);
        db.Attachments.RemoveRange(loose);
        await db.SaveChangesAsync(stop);
        return loose.Count;
    }, stop);
}

/// <summary>What its owner's drafts name is kept, and what a text of theirs names that waits.</summary>
static class WantedAttachments
{
    extension(IQueryable<Attachment> attachments)
    {
        public IQueryable<Attachment> WantedByNoDraft(CommunityContext db)
        {
            var drafts = db.Drafts;
            var waiting = db.Attachments.NamedIn(db.Submissions.Where(s => s.State != SubmissionState.Published && s.State != SubmissionState.Undone));
#pragma warning disable CA1305 // The database writes the number, and knows no locale.
            return attachments.Where(a => !drafts.Any(d => d.PersonId == a.OwnerId && d.Text.Contains("/attachments/" + a.Id.ToString() + "/")) && !waiting.Any(w => w.Id == a.Id));
        }

        /// <summary>Those of their authors that these texts name.</summary>
        public IQueryable<Attachment> NamedIn(IQueryable<Submission> submissions) =>
            attachments.Where(a => submissions.Any(s => s.PersonId == a.OwnerId && s.Request.Contains("/attachments/" + a.Id.ToString() + "/")));
#pragma warning restore CA1305
    }
}
