using Community.Experts;
using Community.Governance;
using Community.Notes.Care;
using Community.Questions;
using Community.Questions.Asking;
using Community.Questions.Promise;
using Community.Search.Routing;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Community.Demonstration;

/// <summary>Some spaces promise an answer within a working day; what nobody has answered climbs the ladder, and somebody asks a colleague by name.</summary>
sealed class Promising(CommunityStore store, MakePromise make, InviteToAnswer invite, FollowQuestions follow, TimeProvider clock, ILogger<InviteNext> log)
{
    static readonly string[] Slugs = ["circulation", "metadata", "resource-sharing"];

    public void Plan(Plan plan, Library library, Calendar calendar, Cast cast)
    {
        foreach (var room in library.Spaces.Where(room => Slugs.Contains(room.Slug)))
            plan.Add(calendar.Ago("200d@09:30"), stop => make.Run(cast.Person(room.Stewards[0]), room.Slug, PromiseTerms.Default, "", stop));
        plan.Add(calendar.Ago("1h"), Climb);
        plan.Add(calendar.Ago("50m"), Ask);
    }

    async Task Climb(CancellationToken stop)
    {
        while (await follow.Step(stop))
        {
        }

        // No index is there yet that knew whom to ask: the stewards hear of it.
        var next = new InviteNext(store, new Candidates(store, new NobodyYet(), clock), clock, log);
        while (await next.Run(stop) > 0)
        {
        }
    }

    async Task Ask(CancellationToken stop)
    {
        var open = await store.Read(db => db.Topics.AsNoTracking().Unanswered().Where(t => t.Standing == Standing.Published && t.MaskedAt == null && db.Set<QuestionClock>().Any(c => c.TopicId == t.Id)).OrderBy(t => t.Id).Select(t => new { t.Id, t.AuthorId, t.SpaceId }).ToListAsync(stop));
        foreach (var question in open)
        {
            var steward = await store.Read(db => db.StewardsOf(question.SpaceId).Where(p => p.Id != question.AuthorId).OrderBy(p => p.Id).Select(p => (long?)p.Id).FirstOrDefaultAsync(stop));
            if (steward is not { } colleague) continue;

            await invite.Run(question.AuthorId, question.Id, colleague, stop);
            return;
        }
    }

    sealed class NobodyYet : IKnowers
    {
        public Task<IReadOnlyList<RankedPerson>> About(string text, Viewer viewer, CancellationToken stop) => Task.FromResult<IReadOnlyList<RankedPerson>>([]);
    }
}
