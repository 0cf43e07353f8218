using Community.Experts;
using Community.Governance;
using Community.People;
using Community.Questions;
using Community.Questions.Asking;
using Community.Questions.Promise;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Search.Routing;

/// <summary>Who could be asked to answer a question: by evidence and readiness to answer, divided by what each has to answer at present.</summary>
public sealed class Candidates(CommunityStore store, IKnowers knowers, TimeProvider clock)
{
    /// <summary>Whom it is worth looking at: those behind them are hardly ever reached.</summary>
    public const int MostLookedAt = 60;

    /// <summary>Of the text no more is asked with.</summary>
    const int MostText = 2_000;
    const int RecentDays = 7;

    /// <summary>An invitation of the last days weighs as much beside an open one.</summary>
    const double Recent = 0.5;

    /// <param name="viewer">Whose gate the evidence passes; null for the asker's.</param>
    /// <returns>The best first; those who cannot be asked now are among them, and say so. Nobody who was invited to this question before.</returns>
    public async Task<IReadOnlyList<Candidate>> For(long topicId, Viewer? viewer = null, CancellationToken stop = default)
    {
        var asked = await store.Read(async db =>
        {
            var (posts, revisions) = (db.Posts, db.Revisions);
            return await db.Topics.AsNoTracking().Where(t => t.Id == topicId && t.Kind == TopicKind.Question && t.Standing == Standing.Published).Select(t => new
            {
                t.Title,
                t.AuthorId,
                t.SpaceId,
                Text = posts.Where(p => p.TopicId == t.Id && p.Part == Part.Opening).SelectMany(p => revisions.Where(r => r.PostId == p.Id && r.Number == p.RevisionNumber)).Select(r => r.Source).FirstOrDefault(),
            }).FirstOrDefaultAsync(stop);
        });
        if (asked is null) return [];

        var text = $"{asked.Title}\n{asked.Text}";
        viewer ??= await store.Read(async db => await db.Viewer(await db.Wearer(asked.AuthorId, stop), stop));
        var known = await knowers.About(text.Length > MostText ? text[..MostText] : text, viewer, stop);
        var likely = known.Where(p => p is { IsHidden: false, LeftAt: null, IsImported: false } && p.Id != asked.AuthorId && !(p.Id == viewer.PersonId && viewer.Is(asked.AuthorId))).Take(MostLookedAt).ToList();
        return await store.Read(db => Weigh(db, topicId, asked.SpaceId, likely, viewer, stop));
    }

    async Task<IReadOnlyList<Candidate>> Weigh(CommunityContext db, long topicId, long spaceId, List<RankedPerson> likely, Viewer viewer, CancellationToken stop)
    {
        var (now, ids) = (clock.Now(), likely.ConvertAll(p => p.Id));
        var since = now.AddDays(-RecentDays);
        var viewers = await db.Viewers(ids, stop);
        var lately = now.AddDays(-Readiness.MostDays);
        var answers = (await db.Posts.ListedFor(viewer).Where(p => ids.Contains(p.AuthorId) && p.CreatedAt > lately && p.Part == Part.Answer && p.UnnamedAt == null && p.Topic.AuthorId != p.AuthorId)
            .Select(p => new { p.AuthorId, p.CreatedAt }).ToListAsync(stop)).ToLookup(p => p.AuthorId, p => now - p.CreatedAt);
        var wishes = await db.InvitationWishes.AsNoTracking().Where(w => ids.Contains(w.PersonId)).ToDictionaryAsync(w => w.PersonId, stop);
        var zones = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id) && p.Zone != null).ToDictionaryAsync(p => p.Id, p => p.Zone, stop);
        var home = await db.InstitutionZone(stop);
        var invitations = await db.Invitations.AsNoTracking().Where(i => ids.Contains(i.PersonId) && (i.State == InvitationState.Open || i.State == InvitationState.Waiting || i.MadeAt > since || i.TopicId == topicId))
            .Select(i => new { i.PersonId, i.TopicId, IsOpen = i.State == InvitationState.Open || i.State == InvitationState.Waiting }).ToListAsync(stop);

        return [.. likely.Where(p => viewers.TryGetValue(p.Id, out var own) && own.May(Act.Reply, spaceId) && !invitations.Exists(i => i.PersonId == p.Id && i.TopicId == topicId))
            .Select(person =>
            {
                var own = wishes.GetValueOrDefault(person.Id) ?? InvitationWishes.Default;
                var open = invitations.Count(i => i.PersonId == person.Id && i.IsOpen);
                var recent = invitations.Count(i => i.PersonId == person.Id && !i.IsOpen);
                var zone = zones.GetValueOrDefault(person.Id) is { } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var found) ? found : home;
                var why = own.IsPaused(now) ? Unavailable.Paused : open >= own.MostOpen ? Unavailable.Busy : own.IsQuiet(now, zone) ? Unavailable.Quiet : Unavailable.Not;
                return new Candidate(person, open, Readiness.Likelihood(person.Score / (1 + open + Recent * recent), Readiness.Of(answers[person.Id])), why);
            })
            .OrderByDescending(candidate => candidate.Rank).ThenBy(candidate => candidate.Person.Id)];
    }
}

/// <summary>Why somebody is not asked at present.</summary>
public enum Unavailable { Not, Paused, Busy, Quiet }

/// <summary>Somebody who could be asked.</summary>
/// <param name="Open">Invitations that wait for a word of that person.</param>
/// <param name="Rank">Evidence divided by load, with readiness.</param>
public sealed record Candidate(RankedPerson Person, int Open, double Rank, Unavailable Why)
{
    public bool CanBeAsked => Why == Unavailable.Not;
}
