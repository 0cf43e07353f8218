using Community.Governance;
using Community.Store;
using Community.Topics.Holding;

namespace Community.Topics;

/// <summary>The gate for attachments: whoever may read a text that one hangs on; its owner, while it hangs on none.</summary>
public static class AttachmentGate
{
    extension(CommunityContext db)
    {
        /// <summary>Asked anew for every read, so that a post taken out of sight takes its files with it.</summary>
        public IQueryable<Attachment> AttachmentsFor(Viewer viewer)
        {
            var ties = db.AttachmentTies;
            var posts = db.Posts.VisibleTo(viewer).Where(p => p.Standing == Standing.Published || viewer.OwnIds.Contains(p.AuthorId) || p.Standing == Standing.Removed && viewer.IsModerator);
            return db.Attachments.Where(a => ties.Any(t => t.AttachmentId == a.Id && posts.Any(p => p.Id == t.Revision.PostId))
                || a.OwnerId == viewer.PersonId && !ties.Any(t => t.AttachmentId == a.Id));
        }

        /// <summary>What stands in texts that wait for this viewer to decide on them, as far as it is their authors' own. To look at, and not to put into a text.</summary>
        public IQueryable<Attachment> AttachmentsToJudge(Viewer viewer, DateTime now)
        {
            var waiting = db.SubmissionsToJudge(viewer, now).Where(s => s.State == SubmissionState.Waiting);
            return db.Attachments.NamedIn(waiting);
        }
    }
}
