using Community.Events;
using Community.Notes.Care;
using Community.People;
using Community.Reports;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Trials;
using Microsoft.EntityFrameworkCore;

namespace Community.Notifications;

/// <summary>Notices of what failed and what came of that, and of trials that wait for a decision.</summary>
static class TaskNotices
{
    /// <summary>Who keeps the post hears of the failure, and whoever reported it of the answer.</summary>
    public static async Task Tell(CommunityContext db, Event happened, CancellationToken stop)
    {
        var task = await db.RefinementTasks.AsNoTracking().Where(t => t.Id == happened.SubjectId && t.Report.Retraction == null && t.Post.Standing == Standing.Published)
            .Select(t => new { t.State, t.PostId, t.Report.PersonId, t.Post.AuthorId, t.Post.TopicId, t.Post.Topic.SpaceId, IsNote = t.Post.Part == Part.Opening }).FirstOrDefaultAsync(stop);
        if (task is null || happened.Kind == EventKind.TaskOpened != (task.State == TaskState.Open)) return;
        // One that is opened again waits where it waited.
        if (happened.Kind == EventKind.TaskOpened && happened.ActorId != task.PersonId) return;

        var wanted = new NoticesWanted();
        if (happened.Kind == EventKind.TaskEnded) wanted.Add(NoticeKind.Heeded, [task.PersonId]);
        else wanted.Add(NoticeKind.Failed, await KeepersOf(db, task.TopicId, task.SpaceId, task.AuthorId, task.IsNote, stop));
        await Notify(db, happened, wanted, task.TopicId, task.PostId, task.SpaceId, stop);
    }

    public static async Task TellOfTrial(CommunityContext db, Event happened, CancellationToken stop)
    {
        var trial = await db.Trials.AsNoTracking().Where(t => t.Id == happened.SubjectId && !t.Decisions.Any(d => d.RevokedAt == null)).Select(t => new { t.OwnerId, t.SpaceId }).FirstOrDefaultAsync(stop);
        if (trial is null) return;

        var wanted = new NoticesWanted();
        wanted.Add(NoticeKind.Due, await db.HereOf([trial.OwnerId], stop) is { Count: > 0 } here ? here : await db.StewardsOf(trial.SpaceId, stop));
        await Notify(db, happened, wanted, null, null, trial.SpaceId, stop);
    }

    /// <summary>An answer's author; a note's author and stewards. Where none of them is here any more, the space's stewards stand in.</summary>
    static async Task<List<long>> KeepersOf(CommunityContext db, long topicId, long spaceId, long authorId, bool isNote, CancellationToken stop)
    {
        var here = await db.HereOf(isNote ? [authorId, .. await db.PeopleKeeping(topicId, spaceId, stop)] : [authorId], stop);
        return here.Count > 0 ? here : await db.StewardsOf(spaceId, stop);
    }

    static async Task Notify(CommunityContext db, Event happened, NoticesWanted wanted, long? topicId, long? postId, long spaceId, CancellationToken stop)
    {
        var heard = await db.Notifications.Where(n => n.EventId == happened.Id).Select(n => n.PersonId).ToListAsync(stop);
        await NotifyPeople.Notify(db, happened, await wanted.Without(db, heard, stop), topicId, postId, spaceId, stop);
    }

    extension(CommunityContext db)
    {
        async Task<List<long>> HereOf(List<long> of, CancellationToken stop)
        {
            var wearers = await db.Wearers(of, stop);
            var ids = of.ConvertAll(id => wearers.GetValueOrDefault(id, id));
            return await db.People.Where(p => ids.Contains(p.Id) && p.ClosedAt == null && !p.IsImported).Select(p => p.Id).ToListAsync(stop);
        }

        Task<List<long>> StewardsOf(long spaceId, CancellationToken stop) => db.Memberships.Where(m => m.SpaceId == spaceId && m.IsSteward).Select(m => m.PersonId).ToListAsync(stop);
    }
}
