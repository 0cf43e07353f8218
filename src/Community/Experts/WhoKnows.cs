using System.Globalization;
using Community.Governance;
using Community.People;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Experts;

/// <summary>Ranks people by what they did on a subject: the votes of their posts, weighed by <see cref="Weighing"/>. Only what the viewer may read counts.</summary>
public sealed class WhoKnows(CommunityContext db, TimeProvider clock)
{
    public const int MostEvidence = 10;

    /// <summary>How many posts to look at: more bring nobody new to the front.</summary>
    public const int MostPosts = 1_000;

    /// <summary>Of so many people it is asked how active they are, of fewer where fewer posts were looked at; who comes after them stays there.</summary>
    const int MostAsked = 200, LeastAsked = 50, PostsForOne = 3;

    /// <summary>Of one person no more posts are counted: activity is full by then.</summary>
    const int MostCounted = 200;

    /// <param name="posts">What fits the subject, at most <see cref="MostPosts"/>; any order.</param>
    /// <param name="isAsked">Whether what was asked is about such a subject, which somebody does not want to be asked about.</param>
    /// <returns>Who left comes last. Who is hidden is there for themselves alone, and marked so.</returns>
    public async Task<IReadOnlyList<RankedPerson>> Of(IReadOnlyList<RelevantPost> posts, Func<string, bool> isAsked, Viewer viewer, CancellationToken stop = default)
    {
        var contributions = await Voted(await new ContributionLoading(db, viewer, DateOnly.FromDateTime(clock.Now())).Load(posts, stop), stop);
        // Who has only said "not me" is nobody to be found.
        var votes = contributions.GroupBy(one => one.PersonId).Where(own => own.Any(one => one.Kind != EvidenceKind.NotMe) && Weighing.Sum(own.Select(one => one.Vote)) > 0).SelectMany(own => own).ToLookup(one => one.PersonId);
        var people = await new ExpertLoading(db, viewer, isAsked).Load([.. votes.Select(own => own.Key)], stop);
        var ordered = people.OrderBy(person => person.LeftAt is not null).ThenByDescending(person => Weighing.Sum(votes[person.Id].Select(one => one.Vote))).ThenBy(person => person.Id).ToList();
        var asked = Math.Clamp(posts.Count / PostsForOne, LeastAsked, MostAsked);
        var active = await Activity([.. ordered.Take(asked).Select(person => person.Id)], viewer, stop);
        var ranked = ordered.ConvertAll(person => With(person, [.. votes[person.Id].OrderByDescending(one => one.Vote).ThenBy(one => one.PostId)], active.GetValueOrDefault(person.Id)));
        return [.. ranked.Take(asked).OrderBy(person => person.LeftAt is not null).ThenByDescending(person => person.Score).ThenBy(person => person.Id), .. ranked.Skip(asked)];
    }

    async Task<List<Contribution>> Voted(List<Contribution> contributions, CancellationToken stop)
    {
        if (contributions.Count == 0) return contributions;

        var (now, best) = (clock.Now(), contributions.Max(one => one.Relevance));
        var halfLives = await db.HalfLives.AsNoTracking().ToDictionaryAsync(h => h.SpaceId, h => h.Months, stop);
        return contributions.ConvertAll(one => one with
        {
            Vote = Weighing.Vote(one.Relevance / best, one.Kind, one.Score, one.Proof) * Weighing.Decay(now - one.At, halfLives.TryGetValue(one.SpaceId, out var months) ? months : Weighing.DefaultHalfLifeMonths),
        });
    }

    /// <summary>How many posts, and notes of others that they revised, the viewer may read of each.</summary>
    async Task<Dictionary<long, int>> Activity(List<long> ids, Viewer viewer, CancellationToken stop)
    {
        var listed = db.Posts.AsNoTracking().ListedFor(viewer);
        var written = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new
        {
            p.Id,
            Count = listed.Where(post => post.AuthorId == p.Id && post.UnnamedAt == null && post.Part != Part.Comment).Take(MostCounted).Count(),
        }).ToDictionaryAsync(one => one.Id, one => one.Count, stop);
        // From the revisions of each, which are few: no reader of all notes for every person.
        var later = db.Revisions.Where(r => r.Number > 1 && ids.Contains(r.EditorId) && r.Post.AuthorId != r.EditorId && r.Post.Topic.Kind == TopicKind.Note);
        var revised = await later.Where(r => listed.Any(post => post.Id == r.PostId)).Select(r => new { r.EditorId, r.PostId }).Distinct().GroupBy(r => r.EditorId).Select(own => new { Id = own.Key, Count = own.Count() }).ToDictionaryAsync(one => one.Id, one => one.Count, stop);
        return ids.ToDictionary(id => id, id => written.GetValueOrDefault(id) + Math.Min(MostCounted, revised.GetValueOrDefault(id)));
    }

    static RankedPerson With(RankedPerson person, List<Contribution> all, int posts) => With(person, all.FindAll(one => one.Kind != EvidenceKind.NotMe), Weighing.Sum(all.Select(one => one.Vote)) * Weighing.Activity(posts));

    static RankedPerson With(RankedPerson person, List<Contribution> own, double score) => person with
    {
        Score = score,
        Evidence = [.. own.Take(MostEvidence).Select(one => new Evidence(one.TopicId, one.PostId, one.Title, one.Kind, Why(one), one.At))],
        Counts = own.GroupBy(one => one.Kind).ToDictionary(same => same.Key, same => same.Count()),
        SpaceIds = own.Select(one => one.SpaceId).ToHashSet(),
        LastAt = own.Max(one => one.At),
    };

    static string Why(Contribution one)
    {
        var what = one.Kind switch
        {
            EvidenceKind.AcceptedAnswer => "answer, accepted",
            EvidenceKind.Answer => "answer",
            EvidenceKind.Note => "practice note",
            EvidenceKind.Revision => "revised a practice note",
            EvidenceKind.Thread => "thread",
            EvidenceKind.Reply => "reply",
            EvidenceKind.Report => "reported on it",
            EvidenceKind.Refinement => "refined a practice note",
            EvidenceKind.Distilled => "distilled into a practice note",
            EvidenceKind.Named => "named by somebody who was asked",
            EvidenceKind.Helped => "an answer worked for them, too",
            EvidenceKind.Found => "answered somebody before they had to ask",
            _ => "comment",
        };
        if (one.Worked > 0) what = string.Create(CultureInfo.InvariantCulture, $"{what}, worked for {one.Worked}");
        return one is { Score: > 0, Kind: not (EvidenceKind.AcceptedAnswer or EvidenceKind.Revision or EvidenceKind.Refinement) } ? string.Create(CultureInfo.InvariantCulture, $"{what}, score {one.Score}") : what;
    }
}
