using Community.Notes.Care;
using Community.People;
using Community.Questions;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Search;

/// <summary>Loads what belongs in the index: published posts of topics whose opening is published, and people who are not closed. The gate of a reader stands at the query, not here.</summary>
static class IndexedRows
{
    extension(CommunityContext db)
    {
        public async Task<Dictionary<long, TopicRow>> IndexedTopics(IReadOnlyCollection<long> ids, CancellationToken stop)
        {
            var (acceptances, topicTags) = (db.Acceptances, db.TopicTags);
            var topics = await db.Topics.AsNoTracking().Where(t => ids.Contains(t.Id) && t.Standing == Standing.Published).Select(t => new
            {
                t.Id,
                t.Kind,
                t.SpaceId,
                t.Title,
                t.ClosedAt,
                t.ReplyCount,
                t.CreatedAt,
                EditedAt = t.Kind == TopicKind.Note ? t.Posts.Where(p => p.Part == Part.Opening).Select(p => p.EditedAt).FirstOrDefault() : null,
                AcceptedId = acceptances.Where(a => a.TopicId == t.Id && a.Post!.Standing == Standing.Published).Select(a => (long?)a.PostId).FirstOrDefault(),
            }).ToListAsync(stop);
            var tags = await topicTags.AsNoTracking().Where(t => ids.Contains(t.TopicId)).Select(t => new { t.TopicId, t.Tag!.Name }).ToListAsync(stop);
            var cares = (await db.NoteCares.AsNoTracking().Where(c => ids.Contains(c.TopicId)).ToListAsync(stop)).ToDictionary(c => c.TopicId, c => c.Standing);
            var tagsOf = tags.ToLookup(t => t.TopicId, t => t.Name);
            return topics.ToDictionary(t => t.Id, t => new TopicRow(t.Id, t.Kind, t.SpaceId, t.Title, t.ClosedAt is not null, t.Kind == TopicKind.Question && t.ReplyCount > 0, t.AcceptedId, t.CreatedAt, t.Kind == TopicKind.Note ? cares.GetValueOrDefault(t.Id) ?? NoteStanding.Untended(t.EditedAt ?? t.CreatedAt) : null, [.. tagsOf[t.Id]]));
        }

        public IQueryable<Post> IndexedPosts => db.Posts.AsNoTracking().Where(p => p.Standing == Standing.Published && p.Topic.Standing == Standing.Published);

        public IQueryable<Person> IndexedPeople => db.People.AsNoTracking().Where(p => p.ClosedAt == null);

        /// <summary>The rows of these posts with the newest text.</summary>
        public IQueryable<PostRow> WithText(IQueryable<Post> posts)
        {
            var (people, revisions) = (db.People, db.Revisions);
            return from p in posts
                   join r in revisions on new { PostId = p.Id, Number = p.RevisionNumber } equals new { r.PostId, r.Number }
                   join a in people on p.AuthorId equals a.Id
                   select new PostRow(p.Id, p.TopicId, p.Part, p.AuthorId, p.AuthorName ?? a.Name, p.UnnamedAt != null, p.CreatedAt, p.Score, p.RevisionNumber, r.Html);
        }

        public IQueryable<PostRow> WithoutText(IQueryable<Post> posts)
        {
            var people = db.People;
            return from p in posts
                   join a in people on p.AuthorId equals a.Id
                   select new PostRow(p.Id, p.TopicId, p.Part, p.AuthorId, p.AuthorName ?? a.Name, p.UnnamedAt != null, p.CreatedAt, p.Score, p.RevisionNumber, "");
        }

        public IQueryable<PersonRow> WithUnits(IQueryable<Person> people)
        {
            var units = db.Units;
            return people.Select(p => new PersonRow(p.Id, p.Name, units.Where(u => u.Id == p.UnitId).Select(u => u.Name).FirstOrDefault() ?? "", p.Position, p.AskMeAbout));
        }
    }
}
