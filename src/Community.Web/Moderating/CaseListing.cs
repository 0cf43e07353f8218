using Community.Governance;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Topics.Moderating;
using Community.Web.Frame;
using Community.Web.Spaces;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Moderating;

/// <summary>Loads the cases of flags for those who judge them.</summary>
public sealed class CaseListing(CommunityContext db, CurrentViewer current, KnownCommunity known, PostLoading posts, AppealListing appeals, Looks looks, TimeProvider clock)
{
    const int PageSize = 20;
    const int MostFlags = 50;

    public async Task<DeskCounts> Counts()
    {
        var viewer = await current.Get();
        return new DeskCounts(await db.FlagCases.JudgedBy(viewer).CountAsync(c => c.DecidedAt == null), await appeals.Waiting(), await appeals.Purges(viewer).CountAsync());
    }

    /// <param name="after">The last one of the page before.</param>
    public async Task<CasesPage> Page(bool isDone, long? after)
    {
        var viewer = await current.Get();
        var list = db.FlagCases.AsNoTracking().JudgedBy(viewer).Where(c => isDone == (c.DecidedAt != null));
        if (after is { } last) list = isDone ? list.Where(c => c.Id < last) : list.Where(c => c.Id > last);
        var cases = await (isDone ? list.OrderByDescending(c => c.Id) : list.OrderBy(c => c.Id)).Include(c => c.Post.Topic).Include(c => c.Flags.OrderBy(f => f.Id).Take(MostFlags)).AsSplitQuery().Take(PageSize + 1).ToListAsync();
        var names = await known.Names(cases.SelectMany(c => c.Flags.Select(f => f.PersonId).Append(c.ClaimedById ?? 0)).Distinct());
        var spaces = (await known.Ground()).Spaces;
        var texts = await Html([.. cases.Take(PageSize).Select(c => c.PostId)]);
        var ids = cases.ConvertAll(c => c.PostId);
        var hidden = await HiddenNow().Where(r => ids.Contains(r.PostId)).Select(r => r.PostId).ToListAsync();
        var (now, rows) = (clock.Now(), new List<CaseRow>());
        foreach (var one in cases.Take(PageSize))
        {
            var topic = one.Post.Topic;
            rows.Add(new CaseRow(one.Id, one.PostId, Readable.By(viewer, topic.Standing, topic.AuthorId) ? topic.Title : null, spaces[topic.SpaceId].Name, texts.GetValueOrDefault(one.PostId), one.OpenedAt,
                [.. one.Flags.Select(f => new FlagRow(f.Kind, f.Word, names[f.PersonId].Name, f.At))], one.ClaimedById == viewer.PersonId, one.IsClaimedByOther(viewer.PersonId ?? 0, now) ? names[one.ClaimedById!.Value].Name : null,
                one.Outcome, one.Reason, one.DecidedAt, viewer.May(Act.Remove, topic.SpaceId), hidden.Contains(one.PostId)));
        }

        return new CasesPage(rows, isDone || after is not null ? [] : await Hidden(viewer), await Counts(), isDone, cases.Count > PageSize ? FormattableString.Invariant($"/moderation/flags?{(isDone ? "state=done&" : "")}after={cases[PageSize - 1].Id}") : null);
    }

    IQueryable<Removal> HiddenNow() => db.Removals.AsNoTracking().Where(r => r.Kind == RemovalKind.Hidden && r.LiftedAt == null && !r.IsSuperseded);

    /// <summary>The longest hidden first.</summary>
    async Task<IReadOnlyList<HiddenRow>> Hidden(Viewer viewer)
    {
        var (cases, purges, spaces) = (db.FlagCases, db.Purgings, (await known.Ground()).Spaces);
        var kept = viewer.ReadableSpaceIds.Where(id => viewer.May(Act.Moderate, id)).ToList();
        var hidden = await HiddenNow().Where(r => kept.Contains(r.Post.Topic.SpaceId)
                && !cases.Any(c => c.PostId == r.PostId && c.DecidedAt == null) && !purges.Any(p => p.PostId == r.PostId && p.EndedAt == null))
            .OrderBy(r => r.Id).Take(PageSize).Select(r => new { r.PostId, r.Post.Topic.Title, r.Post.Topic.SpaceId, r.Reason, r.At }).ToListAsync();
        return hidden.ConvertAll(r => new HiddenRow(r.PostId, r.Title, spaces[r.SpaceId].Name, r.Reason, r.At));
    }

    /// <summary>The post's text as the reader may read it; null when it is not theirs to read.</summary>
    public async Task<string?> Html(long postId) => (await Html([postId])).GetValueOrDefault(postId);

    /// <summary>The same of many, topic by topic.</summary>
    public async Task<IReadOnlyDictionary<long, string?>> Html(IReadOnlyList<long> postIds)
    {
        var found = await db.Posts.AsNoTracking().VisibleTo(await current.Get()).Where(p => postIds.Contains(p.Id)).Include(p => p.Topic).ToListAsync();
        foreach (var space in found.Select(post => post.Topic.SpaceId).Distinct()) await looks.Record(space);
        var texts = new Dictionary<long, string?>();
        foreach (var topic in found.GroupBy(post => post.TopicId))
        {
            var ids = topic.Select(post => post.Id).ToList();
            foreach (var view in await posts.Flat(db.Posts.AsNoTracking().Where(p => ids.Contains(p.Id)), topic.First().Topic)) texts[view.Id] = view.Html;
        }

        return texts;
    }
}
