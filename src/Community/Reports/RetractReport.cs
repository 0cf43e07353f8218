using Community.Governance;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Reports;

/// <summary>Whoever reported takes it back, or a moderator does. What it opened is open no more.</summary>
public sealed class RetractReport(CommunityStore store, TimeProvider clock)
{
    /// <returns>The post that it was about.</returns>
    /// <exception cref="RefusedException">There is no such report for this person, it is not theirs, or it was taken back already.</exception>
    public Task<long> Run(long personId, long reportId, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var found = await db.Reports.Where(r => r.Id == reportId).Select(r => (long?)r.PostId).FirstOrDefaultAsync(stop);
        var post = await db.PostFor(viewer, found ?? 0, stop);
        var report = await db.Reports.Include(r => r.Retraction).FirstAsync(r => r.Id == reportId, stop);
        if (!post.IsReadableBy(viewer)) throw new RefusedException(Refusal.NotFound, "There is no such post, or it is not for you.");
        viewer.Demand(Act.Unreport, post.Topic.SpaceId, viewer.Is(report.PersonId) ? Who.Author : Who.Nobody, "Whoever reported it takes it back. A moderator can, too.");

        var by = viewer.Is(report.PersonId) ? report.PersonId : personId;
        report.Retract(by, clock.Now());
        if (await db.RefinementTasks.Include(t => t.Post.Topic).FirstOrDefaultAsync(t => t.ReportId == reportId, stop) is { } task) task.Drop(by, clock.Now());
        await db.SaveChangesAsync(stop);
        return post.Id;
    }, stop);
}
