using Community.Files;
using Community.Governance;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics;

/// <summary>Ties a saved text to the attachments and notes that it names.</summary>
static class AttachmentTies
{
    extension(CommunityContext db)
    {
        /// <summary>Only what its author may read: naming an id must not open somebody else's file. The others show as a sentence.</summary>
        public async Task Tie(Viewer author, Revision revision, PostText text, CancellationToken stop)
        {
            await db.LinkNotes(author, revision.Post, text, stop);
            if (text.AttachmentIds.Count == 0) return;

            var ids = text.AttachmentIds;
            var readable = await db.AttachmentsFor(author).Where(a => ids.Contains(a.Id)).Select(a => a.Id).ToListAsync(stop);
            db.AttachmentTies.AddRange(readable.Select(id => new AttachmentTie(revision, id)));
        }
    }

    /// <exception cref="RefusedException">The text names too many.</exception>
    public static void Check(IReadOnlyList<long> attachmentIds, UploadLimits limits)
    {
        if (attachmentIds.Count > limits.FilesPerPost)
            throw new RefusedException(Refusal.Invalid, "This text has {0} files; at most {1} fit. Put the others into a second post.", attachmentIds.Count, limits.FilesPerPost) { Field = "Body" };
    }
}
