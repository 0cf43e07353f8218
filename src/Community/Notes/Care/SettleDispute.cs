using Community.Events;
using Community.Governance;
using Community.Spaces;
using Community.Store;
using Community.Topics.Checks;
using Community.Topics.Holding;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes.Care;

/// <summary>A steward ends a dispute and says what came of it; so does one of the two who are named in it, and whoever moderates the space.</summary>
public sealed class SettleDispute(CommunityStore store, KnownGuards guards, TimeProvider clock)
{
    /// <param name="disputeId">Null for the oldest that is open.</param>
    /// <exception cref="RefusedException">There is no such note for this person, it is not theirs to keep, there is no dispute, or nothing is said.</exception>
    public async Task Run(long personId, long topicId, string outcome, long? disputeId = null, CancellationToken stop = default)
    {
        var found = await guards.CheckWords([("Outcome", outcome)]);
        await store.Write(async db =>
        {
            var viewer = await db.Viewer(personId, stop);
            var note = await db.NoteFor(viewer, topicId, stop);
            var dispute = await db.NoteDisputes.Include(d => d.Positions).Where(d => d.TopicId == topicId && d.SettledAt == null && (disputeId == null || d.Id == disputeId)).OrderBy(d => d.Id).FirstOrDefaultAsync(stop);
            if (dispute?.Positions.Exists(side => side.PersonId == personId) != true && !viewer.May(Act.Remove, note.SpaceId)) await db.NoteKeptBy(viewer, topicId, stop);
            if (dispute is null) throw new RefusedException(Refusal.Conflict, "This is settled already.");
            db.DemandUnfound(found, clock.Now(), note.SpaceId);

            dispute.Settle(outcome, personId, clock.Now());
            note.TellTopic(EventKind.NoteKept, clock.Now(), personId);
            await db.SaveCare(await db.CareOf(note, stop), stop);
        }, stop);
    }
}
