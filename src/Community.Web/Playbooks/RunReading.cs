using System.Globalization;
using Community.Governance;
using Community.People;
using Community.Playbooks;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Notifications;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Playbooks;

/// <summary>Loads lists of runs as their reader may see them.</summary>
public sealed class RunReading(CommunityContext db, CurrentViewer current, KnownCommunity known, PlaybookReading playbooks, TimeProvider clock)
{
    const int PageSize = 30;
    const int MostOnPost = 20;

    /// <summary>Null for guests and visitors.</summary>
    /// <param name="after">The last of the page before: time in ticks, a dot, the id.</param>
    public async Task<RunsPage?> Page(RunTab tab, string? after)
    {
        if (await current.Get() is not { IsStaff: true } viewer) return null;

        var counts = new Dictionary<RunTab, int>();
        foreach (var one in Enum.GetValues<RunTab>()) counts[one] = await Of(viewer, one).CountAsync();
        var (at, id) = Place(after);
        var runs = Of(viewer, tab);
        // What is due first stands first; of those that ended, the latest.
        runs = tab == RunTab.Ended
            ? (at is null ? runs : runs.Where(r => r.EndedAt < at || r.EndedAt == at && r.Id < id)).OrderByDescending(r => r.EndedAt).ThenByDescending(r => r.Id)
            : (at is null ? runs : runs.Where(r => r.DueAt > at || r.DueAt == at && r.Id > id)).OrderBy(r => r.DueAt).ThenBy(r => r.Id);
        var found = await Load(runs.Take(PageSize + 1));
        var last = found.Count > PageSize ? found[PageSize - 1] : null;
        var next = last is null ? null : string.Create(CultureInfo.InvariantCulture, $"/playbooks/runs?show={Word(tab)}&after={(last.EndedAt ?? last.DueAt).Ticks}.{last.Id}");
        return new RunsPage(tab, counts, await Rows([.. found.Take(PageSize)], viewer), next);
    }

    /// <summary>Open ones on a post, as far as the reader may see them.</summary>
    public async Task<IReadOnlyList<RunRow>> OnPost(long postId)
    {
        var viewer = await current.Get();
        return await Rows(await Load(db.PlaybookRuns.VisibleTo(viewer, db).Where(r => r.PostId == postId && r.State == RunState.Open).OrderBy(r => r.Id).Take(MostOnPost)), viewer);
    }

    /// <summary>What a post is to the reader; null where it is not there for them.</summary>
    public async Task<RunPost?> Post(long postId)
    {
        var viewer = await current.Get();
        return (await Posts([postId], viewer)).GetValueOrDefault(postId);
    }

    public async Task<List<RunRow>> Rows(IReadOnlyList<PlaybookRun> runs, Viewer viewer)
    {
        var (now, posts) = (clock.Now(), await Posts([.. runs.Select(r => r.PostId).Distinct()], viewer));
        var names = await known.Names(runs.Select(r => r.Current?.TakenById).OfType<long>().Distinct());
        var rows = new List<RunRow>();
        foreach (var run in runs)
        {
            if (!posts.TryGetValue(run.PostId, out var post)) continue;

            var (step, steps) = (run.Current, await playbooks.Steps(run.Version));
            var due = step?.DueAt is { } stepDue && stepDue < run.DueAt ? stepDue : run.DueAt;
            rows.Add(new RunRow(run.Id, run.Version.Title, run.Why, post, run.State, step is null ? null : steps[step.Number - 1], steps.Count, run.Steps.Count(s => s.State != StepState.Open),
                step?.TakenById is { } taker ? new Named(taker, names[taker].Name) : null, due, run.State == RunState.Open && due <= now, run.EndedAt));
        }

        return rows;
    }

    public static string Word(RunTab tab) => tab switch { RunTab.Open => "open", RunTab.Late => "late", RunTab.Ended => "ended", _ => "mine" };

    public static RunTab TabOf(string? word) => Enum.GetValues<RunTab>().FirstOrDefault(tab => Word(tab) == word);

    /// <summary>With all that a row and a page need.</summary>
    public static Task<List<PlaybookRun>> Load(IQueryable<PlaybookRun> runs) => runs.AsNoTracking().Include(r => r.Playbook).Include(r => r.Steps).Include(r => r.Version).ThenInclude(v => v.Steps).AsSplitQuery().ToListAsync();

    IQueryable<PlaybookRun> Of(Viewer viewer, RunTab tab)
    {
        var runs = db.PlaybookRuns.VisibleTo(viewer, db);
        return tab switch
        {
            RunTab.Mine => runs.Concerning(viewer, db).Where(r => r.State == RunState.Open),
            RunTab.Open => runs.Where(r => r.State == RunState.Open),
            RunTab.Late => runs.LateOn(clock.Now()),
            _ => runs.Where(r => r.State != RunState.Open),
        };
    }

    async Task<Dictionary<long, RunPost>> Posts(IReadOnlyList<long> ids, Viewer viewer)
    {
        var (revisions, people, spaces) = (db.Revisions, db.People, (await known.Ground()).Spaces);
        var found = await db.Posts.AsNoTracking().VisibleTo(viewer).Where(p => ids.Contains(p.Id)).Select(p => new
        {
            p.Id,
            p.Standing,
            p.AuthorId,
            Author = p.UnnamedAt != null ? null : p.AuthorName ?? people.Where(a => a.Id == p.AuthorId).Select(a => a.Name).FirstOrDefault(),
            p.Topic.SpaceId,
            p.Topic.Title,
            TopicStanding = p.Topic.Standing,
            StarterId = p.Topic.AuthorId,
            Html = revisions.Where(r => r.PostId == p.Id && r.Number == p.RevisionNumber).Select(r => r.Html).FirstOrDefault(),
        }).ToListAsync();
        return found.ToDictionary(p => p.Id, p =>
        {
            var isShown = Readable.By(viewer, p.Standing, p.AuthorId);
            return new RunPost(p.Id, p.SpaceId, Readable.By(viewer, p.TopicStanding, p.StarterId) ? p.Title : null, spaces[p.SpaceId].Name, isShown ? p.Author : null, isShown && p.Html is not null ? NoticeExcerpt.Of(p.Html) : null, isShown);
        });
    }

    static (DateTime? At, long Id) Place(string? after) =>
        after?.Split('.') is [var t, var i] && long.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks && long.TryParse(i, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? (new DateTime(ticks, DateTimeKind.Utc), id) : (null, 0);
}
