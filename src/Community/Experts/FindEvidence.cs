using Community.Notes;
using Community.Questions.Finding;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Experts;

/// <summary>
/// Loads what was found by those who were about to ask: it speaks for whoever gave the accepted answer, and for whoever wrote or keeps the note. It counts once a person and topic, however many found it, as of the
/// last one; what somebody found of the own shows nothing. Ask only for what came through the gate.
/// </summary>
sealed class FindEvidence(CommunityContext db)
{
    /// <param name="written">Accepted answers and notes among them are asked whether they were found.</param>
    /// <returns>The same, and one more for each of them that was, and each who keeps such a note.</returns>
    public async Task<List<Contribution>> With(List<Contribution> written, IReadOnlyDictionary<long, Contribution> notes, CancellationToken stop)
    {
        var answers = written.Where(one => one.Kind == EvidenceKind.AcceptedAnswer).ToDictionary(one => one.PostId);
        if (answers.Count == 0 && notes.Count == 0) return written;

        var (ids, noteIds) = (answers.Keys.ToList(), notes.Keys.ToList());
        var finds = await db.Finds.AsNoTracking().Counted().Where(f => ids.Contains(f.PostId!.Value) || noteIds.Contains(f.TopicId)).OrderBy(f => f.At).Select(f => new { f.TopicId, f.PostId, f.PersonId, f.At }).ToListAsync(stop);
        if (finds.Count == 0) return written;

        var found = finds.Select(f => f.TopicId).Distinct().ToList();
        var posts = db.Posts;
        var keepers = (await db.NoteStewardships.AsNoTracking().Where(s => noteIds.Contains(s.TopicId) && found.Contains(s.TopicId) && !posts.Any(p => p.TopicId == s.TopicId && p.AuthorId == s.PersonId && p.UnnamedAt != null))
            .Select(s => new { s.TopicId, s.PersonId }).ToListAsync(stop)).ToLookup(s => s.TopicId, s => s.PersonId);
        var authors = written.Where(one => one.Kind == EvidenceKind.Note).Select(one => (one.TopicId, one.PersonId)).ToHashSet();
        var credited = new Dictionary<(long TopicId, long PersonId), Contribution>();
        foreach (var find in finds)
        {
            if (notes.TryGetValue(find.TopicId, out var note))
            {
                foreach (var person in keepers[find.TopicId].Concat(authors.Contains((find.TopicId, note.PersonId)) ? [note.PersonId] : []).Where(person => person != find.PersonId))
                    credited[(find.TopicId, person)] = note with { PersonId = person, Kind = EvidenceKind.Found, Score = 0, At = find.At };
            }
            else if (find.PostId is { } postId && answers.TryGetValue(postId, out var answer) && answer.PersonId != find.PersonId)
            {
                credited[(find.TopicId, answer.PersonId)] = answer with { Kind = EvidenceKind.Found, Score = 0, At = find.At };
            }
        }

        return [.. written, .. credited.Values];
    }
}
