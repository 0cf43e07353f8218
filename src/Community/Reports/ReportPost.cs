using Community.Governance;
using Community.People;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Topics.Checks;
using Community.Topics.Holding;

namespace Community.Reports;

/// <summary>Says whether a note or an answer worked. What did not work waits for those who keep the post.</summary>
public sealed class ReportPost(CommunityStore store, KnownGuards guards, TimeProvider clock)
{
    /// <param name="day">When it was tried; null for today.</param>
    /// <param name="once">Makes the same request sent again the same report.</param>
    /// <returns>The report's id.</returns>
    /// <exception cref="RefusedException">The post is not there, takes no report from this person, or the report cannot be taken.</exception>
    public async Task<long> Run(long personId, long postId, ReportOutcome outcome, string? place, DateOnly? day, string? line, Once? once = null, CancellationToken stop = default)
    {
        var found = await guards.CheckWords([(nameof(Report.Place), place), (nameof(Report.Line), line)]);
        return await store.WriteOnce(personId, once, clock.Now(), async db =>
        {
            var viewer = await db.Viewer(personId, stop);
            var post = await db.PostFor(viewer, postId, stop);
            viewer.Demand(Act.Report, post, "You may read this space, but not report in it.");
            db.DemandUnfound(found, clock.Now(), post.Topic.SpaceId);

            var now = clock.Now();
            var report = db.Reports.Add(new Report(post, viewer.OwnNameIn(post.Topic), outcome, place, day ?? DateOnly.FromDateTime(now), line, now)).Entity;
            if (outcome == ReportOutcome.Failed) db.RefinementTasks.Add(new RefinementTask(report, now));
            await db.SaveChangesAsync(stop);
            return report.Id;
        }, stop);
    }
}
