using Community.Events;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes.Care;

/// <summary>States that a note's review is due: when the day has come, and each month after until somebody checks it. At most 100 a run.</summary>
public sealed class RemindStewards(CommunityStore store, TimeProvider clock) : ISweep
{
    const int NotesARun = 100;

    public Task<int> Run(CancellationToken stop = default) => store.Write(async db =>
    {
        await db.LockName(nameof(RemindStewards), stop);
        var now = clock.Now();
        var monthAgo = now.AddMonths(-1);
        var due = await db.NoteCares.Include(c => c.Topic).Where(c => c.ReviewAt <= now && c.OutdatedAt == null && c.Topic!.Standing == Standing.Published && c.Topic.ClosedAt == null
            && (c.RemindedAt == null || c.RemindedAt < c.ReviewAt || c.RemindedAt <= monthAgo)).OrderBy(c => c.ReviewAt).ThenBy(c => c.TopicId).Take(NotesARun).ToListAsync(stop);
        foreach (var care in due)
        {
            care.Remind(now);
            care.Topic!.TellTopic(EventKind.NoteDue, now, null);
        }

        await db.SaveChangesAsync(stop);
        return due.Count;
    }, stop);
}
