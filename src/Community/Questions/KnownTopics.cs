using Community.Events;
using Community.Notes.Answering;
using Community.Notes.Care;
using Community.Questions.Finding;
using Community.Questions.Promise;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Questions;

/// <summary>
/// Facts of topics in memory, until the log says that something happened in one. They say nothing of who may see it: ask only for topics that came through the
/// gate in this request.
/// </summary>
public sealed class KnownTopics : IForgets
{
    const int MostTopics = 10_000;

    readonly CommunityStore store;
    readonly Recent recent;
    readonly Remembered<long, TopicFacts> known = new(MostTopics);

    public KnownTopics(CommunityStore store, Recent recent)
    {
        (this.store, this.recent) = (store, recent);
        recent.Tell(this);
    }

    /// <summary>By id. What is no more is missing.</summary>
    public async ValueTask<IReadOnlyDictionary<long, TopicFacts>> Facts(IReadOnlyCollection<long> ids)
    {
        await recent.CatchUp();
        var found = new Dictionary<long, TopicFacts>(ids.Count);
        var missing = new List<long>();
        foreach (var id in ids)
        {
            if (known.TryGet(id, out var facts)) found[id] = facts;
            else missing.Add(id);
        }

        if (missing.Count == 0) return found;

        var round = known.Round;
        foreach (var facts in await store.Read(db => Load(db, missing)))
        {
            known.Keep(facts.Id, facts, round);
            found[facts.Id] = facts;
        }

        return found;
    }

    /// <summary>Null for a topic that is no more.</summary>
    public async ValueTask<TopicFacts?> Facts(long id) => (await Facts([id])).GetValueOrDefault(id);

    void IForgets.Forget(Event happened)
    {
        if (happened.TopicId is { } id) known.Forget(id);
        else if (happened.Kind == EventKind.TagChanged) known.ForgetAll();
    }

    void IForgets.ForgetAll() => known.ForgetAll();

    static async Task<List<TopicFacts>> Load(CommunityContext db, List<long> ids)
    {
        var (acceptances, pins, closures, rearrangements, finds) = (db.Acceptances, db.Pins, db.Closures, db.Rearrangements, db.Finds.Counted());
        var topics = await db.Topics.AsNoTracking().Where(t => ids.Contains(t.Id)).Select(t => new
        {
            t.Id,
            t.Kind,
            t.Title,
            t.SpaceId,
            t.AuthorId,
            t.ReplyCount,
            t.CreatedAt,
            t.LastPostAt,
            IsClosed = t.ClosedAt != null,
            AcceptedId = acceptances.Where(a => a.TopicId == t.Id).Select(a => (long?)a.PostId).FirstOrDefault(),
            IsAccepted = acceptances.Any(a => a.TopicId == t.Id && a.Post!.Standing == Standing.Published),
            IsDuplicate = closures.Any(c => c.TopicId == t.Id && c.ReopenedAt == null && c.Outcome == Outcome.Duplicate),
            IsRearranged = rearrangements.Any(r => r.FromId == t.Id || r.ToId == t.Id),
            FoundBy = finds.Where(f => f.TopicId == t.Id).Select(f => f.PersonId).Distinct().Count(),
            IsPinned = pins.Any(p => p.TopicId == t.Id),
            EditedAt = t.Kind == TopicKind.Note ? t.Posts.Where(p => p.Part == Part.Opening).Select(p => p.EditedAt).FirstOrDefault() : null,
        }).ToListAsync();
        var tags = (await db.TopicTags.AsNoTracking().Where(t => ids.Contains(t.TopicId)).Select(t => new { t.TopicId, t.Tag!.Name }).ToListAsync()).ToLookup(t => t.TopicId, t => t.Name);
        var cares = (await db.NoteCares.AsNoTracking().Where(c => ids.Contains(c.TopicId)).ToListAsync()).ToDictionary(c => c.TopicId, c => c.Standing);
        var needs = (await db.StandingNeeds.AsNoTracking().Where(n => ids.Contains(n.TopicId)).OrderBy(n => n.Id).Select(n => new { n.TopicId, n.Day, n.Reason }).ToListAsync()).ToLookup(n => n.TopicId, n => new NeededBy(n.Day, n.Reason));
        var notes = (await db.StandingNoteAnswers.AsNoTracking().Where(a => ids.Contains(a.QuestionId)).OrderBy(a => a.Id).Select(a => new { a.QuestionId, a.NoteId }).ToListAsync()).ToLookup(a => a.QuestionId, a => a.NoteId);
        var wrote = (await db.Posts.AsNoTracking().Where(p => ids.Contains(p.TopicId) && p.Standing == Standing.Published && p.UnnamedAt == null)
            .GroupBy(p => new { p.TopicId, p.AuthorId, IsComment = p.Part == Part.Comment })
            .Select(g => new { g.Key.TopicId, g.Key.AuthorId, g.Key.IsComment, First = g.Min(p => p.Id), Last = g.Max(p => p.Id) }).ToListAsync()).ToLookup(w => w.TopicId);

        return topics.ConvertAll(t =>
        {
            var first = wrote[t.Id].GroupBy(w => w.AuthorId).OrderBy(g => g.Min(w => w.First)).Select(g => g.Key).ToList();
            return new TopicFacts(t.Id, t.Kind, t.Title, t.SpaceId, t.AuthorId, t.ReplyCount, t.CreatedAt, t.LastPostAt, t.IsClosed, t.AcceptedId, t.IsAccepted, t.IsPinned,
                [.. tags[t.Id].Order(StringComparer.Ordinal)], [.. wrote[t.Id].Where(w => !w.IsComment).OrderByDescending(w => w.Last).Take(TopicFacts.MostLatest).Select(w => w.AuthorId)],
                [.. first.Take(TopicFacts.MostFirst)], first.Count, t.Kind == TopicKind.Note ? cares.GetValueOrDefault(t.Id) ?? NoteStanding.Untended(t.EditedAt ?? t.CreatedAt) : null)
            { IsDuplicate = t.IsDuplicate, IsRearranged = t.IsRearranged, FoundBy = t.FoundBy, Needed = needs[t.Id].LastOrDefault(), NoteIds = [.. notes[t.Id]] };
        });
    }
}
