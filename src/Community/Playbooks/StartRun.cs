using Community.People;
using Community.Questions.Promise;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Playbooks;

/// <summary>Starts a playbook because of a post.</summary>
public sealed class StartRun(CommunityStore store, TimeProvider clock)
{
    /// <param name="why">Those concerned read it.</param>
    /// <param name="once">Makes the same request sent again the same run.</param>
    /// <returns>The run's id.</returns>
    /// <exception cref="RefusedException">A guest; no such post or playbook; it is retired; it runs on this post already, for all that this person sees; or there is no reason.</exception>
    public Task<long> Run(long personId, long postId, long playbookId, string? why, Once? once = null, CancellationToken stop = default) => store.WriteOnce(personId, once, clock.Now(), async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var post = await db.PostFor(viewer, postId, stop);
        if (!viewer.IsStaff || !post.IsReadableBy(viewer)) throw new RefusedException(Refusal.NotFound, "There is no such post, or it is not for you.");
        viewer.DemandActive();

        var playbook = await db.Playbooks.FirstOrDefaultAsync(p => p.Id == playbookId, stop) ?? throw new RefusedException(Refusal.NotFound, "There is no such playbook. Choose one of the list.") { Field = "PlaybookId" };
        if (playbook.RetiredAt is not null) throw new RefusedException(Refusal.Conflict, "This playbook is retired. Choose another one.") { Field = "PlaybookId" };
        // Only of runs in sight: a refusal must not tell the author that there is one.
        if (await db.PlaybookRuns.VisibleTo(viewer, db).AnyAsync(r => r.PostId == postId && r.PlaybookId == playbookId && r.State == RunState.Open, stop))
            throw new RefusedException(Refusal.Conflict, "This playbook runs on this post already. It stands in the list of runs.") { Field = "PlaybookId" };

        var version = await db.PlaybookVersions.Include(v => v.Steps.OrderBy(s => s.Number)).FirstAsync(v => v.PlaybookId == playbookId && v.Number == playbook.VersionNumber, stop);
        var run = db.PlaybookRuns.Add(new PlaybookRun(version, postId, personId, why, await db.CalendarOf(post.Topic.SpaceId, stop), clock.Now())).Entity;
        await db.SaveChangesAsync(stop);
        return run.Id;
    }, stop);
}
