using Community.Events;
using Community.Spaces;
using Community.Store;

namespace Community.Notes.Care;

/// <summary>A steward says after how long this note is checked again.</summary>
public sealed class ChooseReview(CommunityStore store, TimeProvider clock)
{
    /// <param name="months">Null for what its space says.</param>
    /// <exception cref="RefusedException">There is no such note for this person, it is not theirs to keep, or the time cannot be taken.</exception>
    public Task Run(long personId, long topicId, int? months, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var note = await db.NoteKeptBy(viewer, topicId, stop);
        var care = await db.CareOf(note, stop);
        if (care.Months == months) return;

        care.Choose(months, await db.MonthsIn(note.SpaceId, stop));
        note.TellTopic(EventKind.NoteKept, clock.Now(), personId);
        await db.SaveChangesAsync(stop);
    }, stop);
}
