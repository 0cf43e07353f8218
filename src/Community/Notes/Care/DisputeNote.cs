using Community.Events;
using Community.Spaces;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes.Care;

/// <summary>One side of a dispute as it is typed.</summary>
public sealed record Side(long PersonId, string Text, string Link);

/// <summary>A steward lets two positions stand beside the note: each with who holds it and where its evidence is.</summary>
public sealed class DisputeNote(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">There is no such note for this person, it is not theirs to keep, it is disputed so already, or a position cannot be taken.</exception>
    public Task Run(long personId, long topicId, Side one, Side other, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var note = await db.NoteKeptBy(viewer, topicId, stop);
        if (await db.NoteDisputes.AnyAsync(d => d.TopicId == topicId && d.SettledAt == null, stop))
            throw new RefusedException(Refusal.Conflict, "Two positions stand beside this note already. Settle them first.");
        foreach (var side in new[] { one, other }) await DemandReader(db, note.SpaceId, side.PersonId, stop);

        var (care, now) = (await db.CareOf(note, stop), clock.Now());
        db.NoteDisputes.Add(new NoteDispute(topicId, new NotePosition(one.PersonId, one.Text, one.Link), new NotePosition(other.PersonId, other.Text, other.Link), personId, now));
        await db.AnswerDoubts(note, personId, now, stop);
        note.TellTopic(EventKind.NoteKept, now, personId);
        await db.SaveCare(care, stop);
    }, stop);

    /// <summary>Nobody is named before others for what they cannot read themselves.</summary>
    static async Task DemandReader(CommunityContext db, long spaceId, long sideId, CancellationToken stop)
    {
        if (await db.Viewer(sideId, stop) is not { IsSignedIn: true } side || !side.CanRead(spaceId))
            throw new RefusedException(Refusal.Invalid, "There is nobody of this name who can read this note.") { Field = "Person" };
    }
}
