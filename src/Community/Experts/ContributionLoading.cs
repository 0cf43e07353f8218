using Community.Governance;
using Community.Questions;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Experts;

/// <summary>Loads, through the gate, who did what with the posts that fit. To ask shows no knowledge, and a post whose author took the name off is nobody's.</summary>
sealed class ContributionLoading(CommunityContext db, Viewer viewer, DateOnly today)
{
    /// <summary>So many of the questions that fit best bring their answers, whatever words those use.</summary>
    const int MostQuestions = 100;

    public async Task<List<Contribution>> Load(IReadOnlyList<RelevantPost> posts, CancellationToken stop)
    {
        var scores = posts.ToDictionary(post => post.PostId, post => post.Score);
        var ids = scores.Keys.ToList();
        var found = await Written(p => p.Where(post => ids.Contains(post.Id)), stop);
        var openings = found.Where(row => row.Part == Part.Opening).ToDictionary(row => row.TopicId, row => scores[row.Id]);
        var asked = found.Where(row => row is { Part: Part.Opening, Kind: TopicKind.Question }).OrderByDescending(row => scores[row.Id]).Take(MostQuestions).Select(row => row.TopicId).ToList();
        if (asked.Count > 0) found.AddRange((await Written(p => p.Where(post => post.Part == Part.Answer && asked.Contains(post.TopicId)), stop)).Where(row => !scores.ContainsKey(row.Id)));

        var written = found.Where(row => !row.IsUnnamed && row is not { Part: Part.Opening, Kind: TopicKind.Question }).Select(Of).ToList();
        var notes = found.Where(row => row is { Part: Part.Opening, Kind: TopicKind.Note }).ToDictionary(row => row.TopicId);
        var credited = await new LineageEvidence(db, viewer).With(await Kept(written, found, stop), notes.Keys, id => Of(notes[id]), stop);
        var questions = found.Where(row => row is { Part: Part.Opening, Kind: TopicKind.Question }).ToDictionary(row => row.TopicId);
        credited = await new ReferralEvidence(db).With(credited, questions.Keys, id => Of(questions[id]), stop);
        credited = await new FindEvidence(db).With(credited, notes.Keys.ToDictionary(id => id, id => Of(notes[id])), stop);
        var relevant = credited.ConvertAll(one => one with { Relevance = Relevance(one) });
        return await new ReportEvidence(db, today).With(await new MarkEvidence(db).With(relevant, stop), stop);

        double Relevance(Contribution one) => scores.GetValueOrDefault(one.PostId)
            + (one.Kind is EvidenceKind.AcceptedAnswer or EvidenceKind.Answer or EvidenceKind.Reply ? Weighing.Context * openings.GetValueOrDefault(one.TopicId) : 0);
    }

    Task<List<Row>> Written(Func<IQueryable<Post>, IQueryable<Post>> which, CancellationToken stop)
    {
        var acceptances = db.Acceptances;
        return which(db.Posts.AsNoTracking().ListedFor(viewer).Where(p => p.Topic.Standing == Standing.Published)).Select(p => new Row(
            p.Id, p.TopicId, p.Topic.SpaceId, p.AuthorId, p.UnnamedAt != null, p.Topic.Title, p.Topic.Kind, p.Part, p.Score, p.CreatedAt, acceptances.Any(a => a.PostId == p.Id && a.TopicId == p.TopicId))).ToListAsync(stop);
    }

    /// <summary>Who gave a note another text than its author did, or suggested what was taken in, and when last; the author counts as of the own last one.</summary>
    async Task<List<Contribution>> Kept(List<Contribution> written, IReadOnlyList<Row> found, CancellationToken stop)
    {
        var notes = found.Where(row => row is { Part: Part.Opening, Kind: TopicKind.Note }).ToDictionary(row => row.Id);
        if (notes.Count == 0) return written;

        var (ids, revisions) = (notes.Keys.ToList(), db.Revisions);
        var last = await revisions.AsNoTracking().Where(r => ids.Contains(r.PostId)).GroupBy(r => new { r.PostId, r.EditorId }).Select(g => new { g.Key.PostId, g.Key.EditorId, At = g.Max(r => r.At), TakenIn = g.Count(r => r.TakenInById != null), All = g.Count() }).ToListAsync(stop);
        var own = last.ToDictionary(l => (l.PostId, l.EditorId), l => l.At);
        return
        [
            .. written.Select(one => one.Kind == EvidenceKind.Note && own.TryGetValue((one.PostId, one.PersonId), out var at) ? one with { At = at } : one),
            .. last.Where(l => l.EditorId != notes[l.PostId].AuthorId).Select(l => Of(notes[l.PostId]) with { PersonId = l.EditorId, Kind = l.TakenIn == l.All ? EvidenceKind.Refinement : EvidenceKind.Revision, At = l.At }),
        ];
    }

    static Contribution Of(Row row) => new(row.AuthorId, row.TopicId, row.SpaceId, row.Id, row.Title, row.Part switch
    {
        Part.Answer => row.IsAccepted && row.Kind == TopicKind.Question ? EvidenceKind.AcceptedAnswer : EvidenceKind.Answer,
        Part.Reply => EvidenceKind.Reply,
        Part.Comment => EvidenceKind.Comment,
        _ => row.Kind == TopicKind.Note ? EvidenceKind.Note : EvidenceKind.Thread,
    }, row.Score, row.At);

    sealed record Row(long Id, long TopicId, long SpaceId, long AuthorId, bool IsUnnamed, string Title, TopicKind Kind, Part Part, int Score, DateTime At, bool IsAccepted);
}
