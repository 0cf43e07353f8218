using System.Globalization;
using Community.Governance;
using Community.People;
using Community.Search.Asked;
using Community.Search.Gaps;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Gaps;

/// <summary>Loads gaps as their reader sees them.</summary>
public sealed class GapLoading(CommunityContext db, CurrentViewer current, TimeProvider clock)
{
    public const int PageSize = 20;
    public const int WeeksShown = 12;

    const int DaysAWeek = 7;

    /// <param name="after">The cursor of the page before: times missed, a dot, id.</param>
    public async Task<GapsPage> Load(GapState state, string? after, long? dismissed)
    {
        var viewer = await current.Get();
        var gaps = db.GapsFor(viewer).AsNoTracking();
        var counts = await gaps.GroupBy(g => g.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        var list = gaps.Where(g => g.State == state);
        if (after?.Split('.') is [var m, var i] && int.TryParse(m, NumberStyles.None, CultureInfo.InvariantCulture, out var missed) && long.TryParse(i, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            list = list.Where(g => g.Missed < missed || g.Missed == missed && g.Id < id);

        var found = await list.OrderByDescending(g => g.Missed).ThenByDescending(g => g.Id).Take(PageSize + 1).ToListAsync();
        var undone = dismissed is { } wanted && await gaps.AnyAsync(g => g.Id == wanted && g.State == GapState.Dismissed) ? dismissed : null;
        var next = found.Count <= PageSize ? null : string.Create(CultureInfo.InvariantCulture, $"{Address(state)}{(state == GapState.Open ? "?" : "&")}after={found[PageSize - 1].Missed}.{found[PageSize - 1].Id}");
        return new GapsPage(state, counts, await Rows([.. found.Take(PageSize)], viewer), next, viewer.MayAnywhere(Act.DismissGap), undone);
    }

    public static string Address(GapState state) => state == GapState.Open ? "/gaps" : "/gaps?state=" + Word(state);

    public static string Word(GapState state) => state.ToString().ToLowerInvariant();

    async Task<IReadOnlyList<GapRow>> Rows(List<Gap> gaps, Viewer viewer)
    {
        if (gaps.Count == 0) return [];

        var ids = gaps.ConvertAll(g => g.Id);
        var (people, topics) = (db.People, db.Topics.ListedFor(viewer));
        var claims = (await db.GapClaims.AsNoTracking().Where(c => ids.Contains(c.GapId)).Select(c => new
        {
            Claim = c,
            By = people.Where(p => p.Id == c.PersonId).Select(p => p.Name).First(),
            Topic = topics.Where(t => t.Id == c.TopicId).Select(t => new { t.Id, t.Kind, t.Title }).FirstOrDefault(),
        }).ToListAsync()).GroupBy(c => c.Claim.GapId).ToDictionary(g => g.Key, g => g.MaxBy(c => c.Claim.Id)!);
        var dismissals = (await db.GapDismissals.AsNoTracking().Where(d => ids.Contains(d.GapId) && d.RestoredAt == null).Select(d => new { Dismissal = d, By = people.Where(p => p.Id == d.ById).Select(p => p.Name).First() }).ToListAsync())
            .ToDictionary(d => d.Dismissal.GapId);
        var weeks = await Weeks(gaps);
        return gaps.ConvertAll(gap =>
        {
            var claim = gap.State is GapState.Claimed or GapState.Done ? claims.GetValueOrDefault(gap.Id) : null;
            var dismissal = gap.State == GapState.Dismissed ? dismissals.GetValueOrDefault(gap.Id) : null;
            return new GapRow(gap.Id, gap.Words, gap.Searches, gap.Missed, gap.LastDay, weeks[gap.Group],
                claim is null ? null : new GapClaimRow(new Named(claim.Claim.PersonId, claim.By), claim.Claim.At, claim.Claim.Ending, claim.Claim.EndedAt,
                    claim.Topic is { } topic ? new GapTopic(topic.Title, TopicAddress.Of(topic.Kind, topic.Id, topic.Title)) : null, claim.Claim.PersonId == viewer.PersonId),
                dismissal is null ? null : new GapDismissalRow(new Named(dismissal.Dismissal.ById, dismissal.By), dismissal.Dismissal.At, dismissal.Dismissal.Reason));
        });
    }

    async Task<Dictionary<string, int[]>> Weeks(List<Gap> gaps)
    {
        var (today, groups) = (clock.Now().Date, gaps.ConvertAll(g => g.Group));
        var from = today.AddDays(1 - WeeksShown * DaysAWeek);
        var days = await GapCounting.Counted(db.AskedSearches.AsNoTracking()).Where(row => groups.Contains(row.Group) && row.Day >= from && row.Day <= today)
            .GroupBy(row => new { row.Group, row.Day }).Select(g => new { g.Key.Group, g.Key.Day, Count = g.Count() }).ToListAsync();
        var weeks = groups.ToDictionary(group => group, _ => new int[WeeksShown]);
        foreach (var day in days) weeks[day.Group][WeeksShown - 1 - (today - day.Day).Days / DaysAWeek] += day.Count;
        return weeks;
    }
}
