using Community.Events;
using Community.Questions;
using Community.Questions.Answering;
using Community.Reports;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Answers;

/// <summary>
/// In what order the answers to questions stand, and why. What it rests on is in memory until the log says that something happened in the question. It says nothing of who may see it: ask only for a
/// question that came through the gate in this request.
/// </summary>
public sealed class AnswerOrders : IForgets
{
    const int MostTopics = 2_000;

    readonly CommunityStore store;
    readonly Recent recent;
    readonly TimeProvider clock;
    readonly Remembered<long, Known> known = new(MostTopics);

    public AnswerOrders(CommunityStore store, Recent recent, TimeProvider clock)
    {
        (this.store, this.recent, this.clock) = (store, recent, clock);
        recent.Tell(this);
    }

    /// <summary>All answers of a question, the most helpful first as far as no reason stands against it.</summary>
    public async ValueTask<IReadOnlyList<PlacedAnswer>> Of(long topicId)
    {
        await recent.CatchUp();
        if (!known.TryGet(topicId, out var of))
        {
            var round = known.Round;
            of = await store.Read(db => Load(db, topicId));
            known.Keep(topicId, of, round);
        }

        return AnswerOrder.Of(of.Answers, of.Acceptance, clock.Now());
    }

    void IForgets.Forget(Event happened)
    {
        if (happened.TopicId is { } id) known.Forget(id);
    }

    void IForgets.ForgetAll() => known.ForgetAll();

    static async Task<Known> Load(CommunityContext db, long topicId)
    {
        var answers = await db.Posts.AsNoTracking().Where(p => p.TopicId == topicId && p.Part == Part.Answer).Select(p => new { p.Id, p.CreatedAt, p.Score, IsShown = p.Standing == Standing.Published }).ToListAsync();
        if (answers.Count == 0) return new Known([], null);

        var reports = await db.Reports.AsNoTracking().Standing().Counted(db).Where(r => r.Post.TopicId == topicId && r.Post.Part == Part.Answer && r.PersonId != r.Post.AuthorId)
            .Select(r => new { r.PostId, r.PersonId, r.Day, Worked = r.Outcome != ReportOutcome.Failed }).ToListAsync();
        var marks = await db.HelpfulMarks.AsNoTracking().Counted().Where(m => m.Post.TopicId == topicId).Select(m => new { m.PostId, m.PersonId, m.At }).ToListAsync();
        // Of each person the last word counts: a report, or the mark that came after it.
        var said = reports.Select(r => (r.PostId, r.PersonId, Saying: new Saying(r.Day, r.Worked))).Concat(marks.Select(m => (m.PostId, m.PersonId, Saying: new Saying(DateOnly.FromDateTime(m.At), true))))
            .GroupBy(one => (one.PostId, one.PersonId)).Select(own => (own.Key.PostId, own.MaxBy(one => one.Saying.Day).Saying)).ToLookup(one => one.PostId, one => one.Saying);
        var acceptance = await db.Acceptances.AsNoTracking().Where(a => a.TopicId == topicId).Select(a => new AcceptedFact(a.PostId, a.At)).FirstOrDefaultAsync();
        return new Known(answers.ConvertAll(a => new AnswerFacts(a.Id, a.CreatedAt, a.Score, [.. said[a.Id]], a.IsShown)), acceptance);
    }

    sealed record Known(IReadOnlyList<AnswerFacts> Answers, AcceptedFact? Acceptance);
}
