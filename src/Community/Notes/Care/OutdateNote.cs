using Community.Events;
using Community.Spaces;
using Community.Store;
using Community.Topics.Checks;
using Community.Topics.Holding;

namespace Community.Notes.Care;

/// <summary>A steward says that a note no longer holds, and why. It is kept.</summary>
public sealed class OutdateNote(CommunityStore store, KnownGuards guards, TimeProvider clock)
{
    /// <exception cref="RefusedException">There is no such note for this person, it is not theirs to keep, it is outdated already, or there is no reason.</exception>
    public async Task Run(long personId, long topicId, string reason, CancellationToken stop = default)
    {
        var found = await guards.CheckWords([("Reason", reason)]);
        await store.Write(async db =>
        {
            var viewer = await db.Viewer(personId, stop);
            var note = await db.NoteKeptBy(viewer, topicId, stop);
            db.DemandUnfound(found, clock.Now(), note.SpaceId);
            var (care, now) = (await db.CareOf(note, stop), clock.Now());
            db.NoteOutdatings.Add(care.Outdate(reason, personId, now));
            await db.AnswerDoubts(note, personId, now, stop);
            note.TellTopic(EventKind.NoteKept, now, personId);
            await db.SaveCare(care, stop);
        }, stop);
    }
}
