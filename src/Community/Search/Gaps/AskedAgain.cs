using Community.Governance;
using Community.Notes.Answering;
using Community.Questions.Answering;
using Community.Questions.Finding;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Search.Gaps;

/// <summary>Questions that are asked again and again and that no note answers: what a note should be written of.</summary>
public sealed class AskedAgain(CommunityContext db, IEnumerable<IAlsoAsked> ways)
{
    /// <summary>Who asked, and somebody else.</summary>
    const int Fewest = 2;
    const int MostLookedAt = 500;

    /// <summary>Those that most have, first.</summary>
    public async Task<IReadOnlyList<AskedQuestion>> Best(Viewer viewer, int count, CancellationToken stop = default)
    {
        var others = new Dictionary<long, int>();
        foreach (var way in ways)
            foreach (var (topicId, number) in await way.Count(db, viewer, stop)) others[topicId] = others.GetValueOrDefault(topicId) + number;

        var ids = others.Where(one => one.Value + 1 >= Fewest).OrderByDescending(one => one.Value).ThenBy(one => one.Key).Take(MostLookedAt).Select(one => one.Key).ToList();
        if (ids.Count == 0) return [];

        var notes = db.NoteAnswersFor(viewer);
        var open = await db.Topics.AsNoTracking().ListedFor(viewer).Where(t => ids.Contains(t.Id) && t.Kind == TopicKind.Question && t.ClosedAt == null && !notes.Any(a => a.QuestionId == t.Id)).Select(t => t.Id).ToHashSetAsync(stop);
        return [.. ids.Where(open.Contains).Take(count).Select(id => new AskedQuestion(id, others[id] + 1))];
    }
}

/// <summary>A question that several have.</summary>
/// <param name="People">Who asked, and the others.</param>
public sealed record AskedQuestion(long TopicId, int People);

/// <summary>The same question was asked elsewhere, in sight of the viewer.</summary>
public sealed class AskedElsewhere : IAlsoAsked
{
    public async Task<IReadOnlyDictionary<long, int>> Count(CommunityContext db, Viewer viewer, CancellationToken stop)
    {
        var links = db.TopicLinks;
        return await db.Topics.AsNoTracking().ListedFor(viewer).SelectMany(t => links.Where(l => l.FromTopicId == t.Id && l.Kind == LinkKind.Duplicate), (t, l) => l.ToTopicId)
            .GroupBy(id => id).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
    }
}

/// <summary>Somebody was about to ask it, and found it.</summary>
public sealed class FoundInstead : IAlsoAsked
{
    public async Task<IReadOnlyDictionary<long, int>> Count(CommunityContext db, Viewer viewer, CancellationToken stop) =>
        await db.Finds.AsNoTracking().Counted().Where(f => f.Topic.Kind == TopicKind.Question).GroupBy(f => f.TopicId).Select(g => new { g.Key, Count = g.Select(f => f.PersonId).Distinct().Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
}

/// <summary>Somebody said so, instead of asking it again.</summary>
public sealed class HadByOthers : IAlsoAsked
{
    public async Task<IReadOnlyDictionary<long, int>> Count(CommunityContext db, Viewer viewer, CancellationToken stop) =>
        await db.SameQuestions.AsNoTracking().GroupBy(s => s.TopicId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
}
