using Community.Events;
using Community.Playbooks;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Live;

/// <summary>Reads the log for those who watch.</summary>
static class LiveLog
{
    static readonly EventKind[] OfRuns = [.. Enum.GetValues<EventKind>().Where(kind => kind.IsAboutPlaybooks && kind != EventKind.PlaybookChanged)];

    extension(CommunityContext db)
    {
        public async Task<long> LastEventId(CancellationToken stop) => await db.Events.MaxAsync(e => (long?)e.Id, stop) ?? 0;

        /// <summary>The next events, in order.</summary>
        public Task<List<LiveEvent>> LiveEventsAfter(long eventId, int most, CancellationToken stop) =>
            db.WithSubjects(db.Events.Where(e => e.Id > eventId), most, stop);

        /// <summary>Events of some topics and runs, and starts of topics when <paramref name="starts"/>, in order.</summary>
        public Task<List<LiveEvent>> LiveEventsBetween(long after, long upTo, IReadOnlyCollection<long> topicIds, IReadOnlyCollection<long> runIds, bool starts, int most, CancellationToken stop)
        {
            var events = db.Events.Where(e => e.Id > after && e.Id <= upTo);
            return db.WithSubjects(runIds.Count > 0
                ? events.Where(e => e.TopicId != null && (topicIds.Contains(e.TopicId.Value) || starts && e.Kind == EventKind.Started) || e.TopicId == null && OfRuns.Contains(e.Kind) && runIds.Contains(e.SubjectId))
                : events.Where(e => e.TopicId != null && (topicIds.Contains(e.TopicId.Value) || starts && e.Kind == EventKind.Started)), most, stop);
        }

        async Task<List<LiveEvent>> WithSubjects(IQueryable<Event> query, int most, CancellationToken stop)
        {
            var events = await query.AsNoTracking().OrderBy(e => e.Id).Take(most).ToListAsync(stop);
            var topicIds = events.Select(e => e.TopicId).OfType<long>().Distinct().ToList();
            var postIds = events.Select(e => e.PostId).OfType<long>().Distinct().ToList();
            var topics = topicIds.Count == 0 ? [] : await db.Topics.Where(t => topicIds.Contains(t.Id))
                .Select(t => new LiveSubject(t.Id, t.SpaceId, t.Standing, t.AuthorId)).ToDictionaryAsync(t => t.Id, stop);
            var posts = postIds.Count == 0 ? [] : await db.Posts.Where(p => postIds.Contains(p.Id))
                .Select(p => new LiveSubject(p.Id, p.Topic.SpaceId, p.Standing, p.AuthorId)).ToDictionaryAsync(p => p.Id, stop);

            var runIds = events.Where(e => OfRuns.Contains(e.Kind)).Select(e => e.SubjectId).Distinct().ToList();
            var runs = runIds.Count == 0 ? [] : await db.PlaybookRuns.Where(r => runIds.Contains(r.Id)).Select(r => new LiveRun(r.Id, r.Post.Topic.SpaceId)).ToDictionaryAsync(r => r.Id, stop);
            return [.. events.Select(e => new LiveEvent(e, topics.GetValueOrDefault(e.TopicId ?? 0), posts.GetValueOrDefault(e.PostId ?? 0)) { Run = OfRuns.Contains(e.Kind) ? runs.GetValueOrDefault(e.SubjectId) : null })];
        }
    }
}
