using System.Globalization;
using Community.Governance;
using Community.People;
using Community.Questions;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Experts;

/// <summary>Ranks people by what they wrote on a subject: the sum of the relevance of their posts. Only posts that the viewer may read count.</summary>
public sealed class WhoKnows(CommunityContext db)
{
    public const int MostEvidence = 10;

    /// <param name="posts">What fits the subject, at most a few hundred; any order.</param>
    public async Task<IReadOnlyList<RankedPerson>> Of(IReadOnlyList<RelevantPost> posts, Viewer viewer, CancellationToken stop = default)
    {
        var scores = posts.ToDictionary(post => post.PostId, post => post.Score);
        var (people, units, acceptances, ids) = (db.People, db.Units, db.Acceptances, scores.Keys.ToList());
        var written = await db.Posts.AsNoTracking().ListedFor(viewer)
            .Where(p => ids.Contains(p.Id) && p.UnnamedAt == null && p.Topic.Standing == Standing.Published)
            .Select(p => new
            {
                p.Id,
                p.TopicId,
                p.AuthorId,
                p.Topic.Title,
                p.Topic.Kind,
                p.Part,
                p.Score,
                p.CreatedAt,
                IsAccepted = acceptances.Any(a => a.PostId == p.Id && a.TopicId == p.TopicId),
            }).ToListAsync(stop);
        var authorIds = written.Select(post => post.AuthorId).Distinct().ToList();
        var authors = await people.AsNoTracking().Where(p => authorIds.Contains(p.Id) && p.ClosedAt == null)
            .Select(p => new { p.Id, p.Name, Unit = units.Where(u => u.Id == p.UnitId).Select(u => u.Name).FirstOrDefault() }).ToListAsync(stop);

        var ranked = from author in authors
                     let own = written.Where(post => post.AuthorId == author.Id).OrderByDescending(post => scores[post.Id]).ThenBy(post => post.Id).ToList()
                     let evidence = own.Take(MostEvidence).Select(post => new Evidence(post.TopicId, post.Id, post.Title, Why(post.Kind, post.Part, post.Score, post.IsAccepted), post.CreatedAt))
                     select new RankedPerson(author.Id, author.Name, author.Unit, own.Sum(post => scores[post.Id]), [.. evidence]);
        return [.. ranked.OrderByDescending(person => person.Score).ThenBy(person => person.Id)];
    }

    static string Why(TopicKind kind, Part part, int score, bool isAccepted)
    {
        var what = part switch
        {
            Part.Answer => "answer",
            Part.Reply => "reply",
            Part.Comment => "comment",
            _ => kind switch { TopicKind.Note => "practice note", TopicKind.Question => "question", _ => "thread" },
        };
        return isAccepted && kind == TopicKind.Question ? what + ", accepted" : score > 0 ? string.Create(CultureInfo.InvariantCulture, $"{what}, score {score}") : what;
    }
}
