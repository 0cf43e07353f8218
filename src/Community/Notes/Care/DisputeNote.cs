using Community.Events;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Topics.Checks;
using Community.Topics.Holding;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes.Care;

/// <summary>One side of a dispute as it is typed.</summary>
public sealed record Side(long PersonId, string Text, string Link);

/// <summary>A steward lets two positions stand, on top of the note or at one of its passages: each with who holds it and where its evidence is.</summary>
public sealed class DisputeNote(CommunityStore store, PostTexts texts, KnownGuards guards, TimeProvider clock)
{
    /// <param name="passage">Null for the note as a whole.</param>
    /// <exception cref="RefusedException">There is no such note or passage for this person, it is not theirs to keep, it is disputed so already, or a position cannot be taken.</exception>
    public async Task Run(long personId, long topicId, Side one, Side other, NotePassage? passage = null, CancellationToken stop = default)
    {
        var unread = passage is null ? null : await PassageReading.Unread(store, texts, personId, topicId, stop);
        var found = await guards.CheckWords([("Text", one.Text), ("Text", other.Text)]);
        await store.Write(async db =>
        {
            var viewer = await db.Viewer(personId, stop);
            var note = await db.NoteKeptBy(viewer, topicId, stop);
            db.DemandUnfound(found, clock.Now(), note.SpaceId);
            var block = passage is null ? null : await PassageReading.Find(db, note, passage, unread, stop);
            await DemandRoom(db, topicId, block?.Id, stop);
            foreach (var side in new[] { one, other }) await DemandReader(db, note.SpaceId, side.PersonId, stop);

            var (care, now) = (await db.CareOf(note, stop), clock.Now());
            db.NoteDisputes.Add(new NoteDispute(topicId, block, new NotePosition(one.PersonId, one.Text, one.Link), new NotePosition(other.PersonId, other.Text, other.Link), personId, now));
            await db.AnswerDoubts(note, personId, now, stop);
            note.TellTopic(EventKind.NoteKept, now, personId);
            await db.SaveCare(care, stop);
        }, stop);
    }

    static async Task DemandRoom(CommunityContext db, long topicId, long? blockId, CancellationToken stop)
    {
        var open = await db.NoteDisputes.AsNoTracking().Where(d => d.TopicId == topicId && d.SettledAt == null).Select(d => d.BlockId).ToListAsync(stop);
        if (blockId is null && open.Contains(null)) throw new RefusedException(Refusal.Conflict, "Two positions stand beside this note already. Settle them first.");
        if (open.Contains(blockId)) throw new RefusedException(Refusal.Conflict, "Two positions stand at this passage already. Settle them first.");
        if (open.Count >= NoteDispute.MostOpen) throw new RefusedException(Refusal.Conflict, "So much is disputed in this note already. Settle something first.");
    }

    /// <summary>Nobody is named before others for what they cannot read themselves.</summary>
    static async Task DemandReader(CommunityContext db, long spaceId, long sideId, CancellationToken stop)
    {
        if (await db.Viewer(sideId, stop) is not { IsSignedIn: true } side || !side.CanRead(spaceId))
            throw new RefusedException(Refusal.Invalid, "There is nobody of this name who can read this note.") { Field = "Person" };
    }
}
