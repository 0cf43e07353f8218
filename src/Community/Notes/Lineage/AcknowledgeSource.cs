using Community.Events;
using Community.Governance;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes.Lineage;

/// <summary>A steward looked at what a source says now: the block holds.</summary>
public sealed class AcknowledgeSource(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">There is no such tie for this person, or the note is not theirs to keep.</exception>
    public Task Run(long personId, long tieId, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var tie = await db.LineageTies.Include(t => t.Block).FirstOrDefaultAsync(t => t.Id == tieId, stop) ?? throw new RefusedException(Refusal.NotFound, "There is no such source, or it is not for you.");
        var note = await db.TopicFor(viewer, tie.Block.TopicId, stop);
        var source = await db.Posts.VisibleTo(viewer).Include(p => p.Topic).FirstOrDefaultAsync(p => p.Id == tie.PostId, stop) ?? throw new RefusedException(Refusal.NotFound, "There is no such source, or it is not for you.");
        viewer.Demand(Act.ReviseNote, note.SpaceId, await NoteCapacity.Of(db, viewer, note, stop), "The note's stewards say whether it still holds.");

        tie.Acknowledge(source.RevisionNumber);
        note.TellOf(EventKind.LineageChanged, source, clock.Now(), personId);
        await db.SaveChangesAsync(stop);
    }, stop);
}
