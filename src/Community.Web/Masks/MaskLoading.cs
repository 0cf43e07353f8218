using Community.Governance;
using Community.People;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Topics.Masks;
using Community.Web.Frame;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Masks;

/// <summary>What a reader sees of masks: never who wears one.</summary>
public sealed class MaskLoading(CommunityContext db, CurrentViewer current)
{
    const int MostLooks = 100;
    const int PageSize = 50;

    /// <summary>For who asked and for those who may look; null for everybody else. Ask only for topics that came through the gate in this request.</summary>
    public async Task<MaskView?> Of(long topicId)
    {
        var viewer = await current.Get();
        var (own, spaces) = (viewer.OwnIds, db.Spaces);
        var mask = await db.TopicMasks.AsNoTracking().Where(m => m.TopicId == topicId && m.TakenOffAt == null)
            .Select(m => new { m.SpaceId, IsOwn = own.Contains(m.MaskId), Space = spaces.Where(s => s.Id == m.SpaceId).Select(s => s.Name).First() }).FirstOrDefaultAsync();
        if (mask is null) return null;

        var mayLook = viewer.May(Act.LookBehindMask, mask.SpaceId);
        return mask.IsOwn || mayLook ? new MaskView(topicId, mask.IsOwn, mayLook && !mask.IsOwn, mask.Space, await Looks(db.MaskLooks.Where(l => l.TopicId == topicId).OrderByDescending(l => l.Id).Take(MostLooks))) : null;
    }

    /// <summary>The looks into questions that were asked in a space, the newest first; titles only of questions that the reader may see.</summary>
    /// <param name="before">The last look of the page before.</param>
    public async Task<(IReadOnlyList<MaskLookRow> Rows, long? Next)> In(long spaceId, long? before, int size = PageSize)
    {
        var looks = db.MaskLooks.Where(l => l.Of.SpaceId == spaceId && (before == null || l.Id < before));
        var rows = await Looks(looks.OrderByDescending(l => l.Id).Take(size + 1));
        return ([.. rows.Take(size)], rows.Count > size ? rows[size - 1].Id : null);
    }

    /// <summary>Which of these spaces take questions without a name.</summary>
    public async Task<IReadOnlyList<SpaceChoice>> Allowing(IReadOnlyList<SpaceChoice> choices)
    {
        var (slugs, rules) = (choices.Select(space => space.Slug).ToList(), db.MaskRules);
        var found = await db.Spaces.Where(s => slugs.Contains(s.Slug) && rules.Any(r => r.SpaceId == s.Id)).Select(s => s.Slug).ToHashSetAsync();
        return [.. choices.Where(space => found.Contains(space.Slug))];
    }

    public Task<bool> IsAllowed(long spaceId) => db.AllowsMasks(spaceId);

    public async Task<bool> MayLook(long spaceId) => (await current.Get()).May(Act.LookBehindMask, spaceId);

    async Task<List<MaskLookRow>> Looks(IQueryable<MaskLook> looks)
    {
        var (people, topics) = (db.People, db.Topics.ListedFor(await current.Get()));
        return await looks.AsNoTracking().Select(l => new MaskLookRow(l.Id, l.TopicId, topics.Where(t => t.Id == l.TopicId).Select(t => t.Title).FirstOrDefault(),
            topics.Where(t => t.Id == l.TopicId).Select(t => t.Kind).FirstOrDefault(), l.ById, people.Where(p => p.Id == l.ById).Select(p => p.Name).First(), l.At, l.Reason)).ToListAsync();
    }
}

/// <summary>What stands at a question that was asked without a name.</summary>
/// <param name="IsOwn">The reader asked it.</param>
/// <param name="Space">Whose stewards may look.</param>
public sealed record MaskView(long TopicId, bool IsOwn, bool MayLook, string Space, IReadOnlyList<MaskLookRow> Looks);

/// <summary>One look on record.</summary>
/// <param name="Title">Null where the question is out of the reader's sight.</param>
public sealed record MaskLookRow(long Id, long TopicId, string? Title, TopicKind Kind, long ById, string By, DateTime At, string Reason);

/// <summary>All looks into questions of a space.</summary>
public sealed record MaskLooksPage(string Slug, string Name, IReadOnlyList<MaskLookRow> Rows, string? Next);

/// <summary>Who asked, shown once.</summary>
public sealed record SeenPage(TopicHead Head, SeenAsker Asker);
