using Community.Events;
using Community.Spaces;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes.Care;

/// <summary>A steward takes back that a note is outdated. It is as verified or due as its last check says.</summary>
public sealed class ReviveNote(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">There is no such note for this person, or it is not theirs to keep.</exception>
    public Task Run(long personId, long topicId, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var note = await db.NoteKeptBy(viewer, topicId, stop);
        var care = await db.CareOf(note, stop);
        if (care.OutdatedAt is null) return;

        foreach (var outdating in await db.NoteOutdatings.Where(o => o.TopicId == topicId && o.EndedAt == null).ToListAsync(stop)) outdating.End(personId, clock.Now());
        care.Revive();
        note.TellTopic(EventKind.NoteKept, clock.Now(), personId);
        await db.SaveCare(care, stop);
    }, stop);
}
