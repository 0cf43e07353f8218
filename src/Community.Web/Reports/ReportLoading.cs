using System.Globalization;
using Community.Governance;
using Community.Reports;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Reports;

/// <summary>Loads all reports on a post, also those that a newer one of the same person took the place of.</summary>
public sealed class ReportLoading(CommunityContext db, CurrentViewer current, KnownCommunity known)
{
    public const int PageSize = 30;

    /// <summary>The post with its topic, where it takes reports and the reader may read it; else null.</summary>
    public async Task<Post?> Find(long postId)
    {
        var viewer = await current.Get();
        var post = await db.Posts.AsNoTracking().ListedFor(viewer).Include(p => p.Topic).FirstOrDefaultAsync(p => p.Id == postId);
        return post is not null && Report.Takes(post) ? post : null;
    }

    /// <param name="after">The cursor of the page before: day and id with a dot between.</param>
    public async Task<ReportRows> Rows(Post post, string? after = null, int size = PageSize)
    {
        var viewer = await current.Get();
        var (reports, posts) = (db.Reports.AsNoTracking().ListedFor(db, viewer).Where(r => r.PostId == post.Id), db.Posts);
        var (tasks, counted) = (db.RefinementTasks, db.Reports.Counted(db));
        var total = await reports.CountAsync();
        if (after?.Split('.') is [var d, var i] && DateOnly.TryParseExact(d, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && long.TryParse(i, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            reports = reports.Where(r => r.Day < day || r.Day == day && r.Id < id);

        var found = await reports.OrderByDescending(r => r.Day).ThenByDescending(r => r.Id).Take(size + 1).Select(r => new
        {
            Report = r,
            IsNameless = posts.Any(p => p.TopicId == post.TopicId && p.AuthorId == r.PersonId && p.UnnamedAt != null),
            IsEarlier = !counted.Any(c => c.Id == r.Id),
            AnsweredIn = tasks.Where(t => t.ReportId == r.Id && t.State == TaskState.Done).Select(t => t.RevisionNumber).FirstOrDefault(),
        }).ToListAsync();
        var names = await known.Names(found.Where(row => !row.IsNameless || viewer.Is(row.Report.PersonId)).Select(row => row.Report.PersonId).Distinct());
        var rows = found.Take(size).Select(row => new ReportRow(row.Report.Id, row.Report.Outcome, row.Report.Place, row.Report.Day, row.Report.Line, row.Report.At,
            names.TryGetValue(row.Report.PersonId, out var name) ? new Named(row.Report.PersonId, name.Name) : null, row.IsEarlier, row.AnsweredIn,
            viewer.May(Act.Unreport, post.Topic.SpaceId, viewer.Is(row.Report.PersonId) ? Who.Author : Who.Nobody))).ToList();
        var next = found.Count > size ? string.Create(CultureInfo.InvariantCulture, $"{rows[^1].Day:yyyyMMdd}.{rows[^1].Id}") : null;
        return new ReportRows(rows, total, next);
    }

    /// <summary>A form as it is before anything is typed: today, and the person's unit.</summary>
    public async Task<ReportForm> Begin(DateOnly today)
    {
        var viewer = await current.Get();
        var person = viewer.PersonId is { } id ? (await known.Names([id])).GetValueOrDefault(id) : null;
        return new ReportForm { Day = today, Place = person?.UnitId is { } unit ? (await known.Ground()).Units.GetValueOrDefault(unit) : null, Key = Guid.NewGuid().ToString("N") };
    }

    /// <summary>Names of units, to choose from; nothing for who is not of the house.</summary>
    public async Task<IEnumerable<string>> Places() => (await current.Get()).IsStaff ? (await known.Ground()).Units.Values.Order(StringComparer.CurrentCulture) : [];
}
