using Community.Governance;
using Community.Notes.Care;
using Community.Store;
using Community.Topics;

namespace Community.Reports;

/// <summary>The gate for reports and tasks: nobody sees one of a post that they do not see.</summary>
public static class ReportGate
{
    extension(IQueryable<Report> reports)
    {
        /// <summary>Reports that stand, of posts in the viewer's sight.</summary>
        public IQueryable<Report> ListedFor(CommunityContext db, Viewer viewer)
        {
            var posts = db.Posts.ListedFor(viewer);
            return reports.Standing().Where(r => posts.Any(p => p.Id == r.PostId));
        }

        /// <summary>Those that were not taken back, of posts that take reports: an answer that became a reply has none until it is an answer again.</summary>
        public IQueryable<Report> Standing() => reports.Where(r => r.Retraction == null && (r.Post.Part == Part.Answer || r.Post.Part == Part.Opening && r.Post.Topic.Kind == TopicKind.Note));

        /// <summary>Of these, each person's newest on a post: by its day, then by when it was said.</summary>
        public IQueryable<Report> Counted(CommunityContext db)
        {
            var all = db.Reports;
            return reports.Where(r => !all.Any(n => n.PostId == r.PostId && n.PersonId == r.PersonId && n.Retraction == null && (n.Day > r.Day || n.Day == r.Day && n.Id > r.Id)));
        }
    }

    extension(IQueryable<RefinementTask> tasks)
    {
        /// <summary>Those that nobody has ended, of reports that stand.</summary>
        public IQueryable<RefinementTask> Waiting() => tasks.Where(t => t.State == TaskState.Open && t.Report.Retraction == null);

        /// <summary>Tasks of posts in sight that the viewer keeps: own notes and answers, notes that they keep in person or with their unit, and all in spaces that they are a steward of.</summary>
        public IQueryable<RefinementTask> KeptBy(CommunityContext db, Viewer viewer)
        {
            var (posts, kept) = (db.Posts.ListedFor(viewer), db.NotesKeptBy(viewer.PersonId ?? 0));
            var spaces = viewer.ReadableSpaceIds.Where(id => (viewer.In(id)!.Who & Who.Steward) != 0).ToList();
            return tasks.Where(t => posts.Any(p => p.Id == t.PostId
                && (viewer.OwnIds.Contains(p.AuthorId) || spaces.Contains(p.Topic.SpaceId) || kept.Any(n => n.Id == p.TopicId))));
        }
    }

    extension(Viewer viewer)
    {
        /// <summary>Whether the viewer answers for what is said to fail in a post.</summary>
        /// <param name="also">What the viewer is to the note; of an answer nothing.</param>
        public bool AnswersFor(long spaceId, long postAuthorId, Who also) => viewer.May(Act.AnswerTask, spaceId, also | (viewer.Is(postAuthorId) ? Who.Author : Who.Nobody));
    }
}
