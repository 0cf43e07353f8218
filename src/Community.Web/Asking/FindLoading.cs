using Community.Questions.Finding;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Asking;

/// <summary>What a person found instead of asking; nobody else sees it.</summary>
public sealed class FindLoading(CommunityContext db, CurrentViewer current)
{
    /// <summary>Null where this reader found no such thing.</summary>
    public async Task<FindPage?> Load(long id)
    {
        var viewer = await current.Get();
        var find = await db.Finds.AsNoTracking().FirstOrDefaultAsync(f => f.Id == id && f.PersonId == viewer.PersonId);
        if (find is null) return null;

        var place = DraftPlace.New(TopicKind.Question).ToString();
        var isKept = find.DraftVersion is { } version && await db.Drafts.AnyAsync(d => d.PersonId == viewer.PersonId && d.DiscardedAt != null && d.Place == place && d.Version == version);
        var topic = await db.Topics.AsNoTracking().ListedFor(viewer).Where(t => t.Id == find.TopicId).Select(t => new { t.Id, t.Kind, t.Title }).FirstOrDefaultAsync();
        return new FindPage(id, topic?.Title, topic is null ? null : TopicAddress.Of(topic.Kind, topic.Id, topic.Title), find.Words, isKept, find.TakenBackAt is not null);
    }
}

/// <summary>That something answered what the reader was about to ask.</summary>
/// <param name="Title">Null, with the address, where it is out of the reader's sight by now.</param>
/// <param name="Words">What the reader was about to ask.</param>
/// <param name="IsKept">The text that was begun can be brought back.</param>
public sealed record FindPage(long Id, string? Title, string? Address, string Words, bool IsKept, bool IsTakenBack)
{
    public const int DaysKept = 7;
}
