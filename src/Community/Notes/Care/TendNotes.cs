using Community.Events;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes.Care;

/// <summary>Takes notes into care that nobody has cared for yet, new and imported ones: the author keeps them, and their review is a while after they were last revised. What was due long ago comes due over a year, not all in one day. At most 100 a run.</summary>
public sealed class TendNotes(CommunityStore store, TimeProvider clock) : ISweep
{
    const int NotesARun = 100;

    public Task<int> Run(CancellationToken stop = default) => store.Write(async db =>
    {
        // Nodes sweep at the same hour.
        await db.LockName(nameof(TendNotes), stop);
        var cares = db.NoteCares;
        var notes = await db.Topics.Where(t => t.Kind == TopicKind.Note && !cares.Any(c => c.TopicId == t.Id)).OrderBy(t => t.Id).Take(NotesARun).ToListAsync(stop);
        foreach (var note in notes)
        {
            (await db.CareOf(note, stop)).Spread(clock.Now());
            note.TellTopic(EventKind.NoteKept, clock.Now(), null);
        }

        await db.SaveChangesAsync(stop);
        return notes.Count;
    }, stop);
}
