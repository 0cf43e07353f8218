using Community.Events;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Questions.Promise;

/// <summary>What asking and saying it later have in common.</summary>
static class Needing
{
    extension(CommunityContext db)
    {
        /// <summary>Says by when a question is needed; it is not saved yet. Hold the topic.</summary>
        /// <exception cref="RefusedException">A day or a reason that cannot be taken.</exception>
        public async Task Say(Topic question, NeededBy needed, long byId, DateTime now, CancellationToken stop)
        {
            needed.Demand((await db.CalendarOf(question.SpaceId, stop)).DayOf(now));
            if (question.Id > 0) foreach (var before in await db.StandingNeeds.Where(n => n.TopicId == question.Id).ToListAsync(stop)) before.End(now);
            db.Needs.Add(new Need(question, needed, byId, now));
            question.TellTopic(EventKind.NeedSaid, now, byId);
        }
    }
}
