using Community.Governance;
using Community.People;
using Community.Spaces;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics.Masks;

/// <summary>A steward of the space in which it was asked sees who asked a question without a name. The look is on record with the same transaction, and the asker reads it.</summary>
public sealed class LookBehindMask(CommunityStore store, TimeProvider clock)
{
    /// <param name="reason">Why; the asker reads it.</param>
    /// <exception cref="RefusedException">No such question for this person, not a steward of that space, or no reason.</exception>
    public Task<SeenAsker> Run(long personId, long topicId, string? reason, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var mask = await db.MaskIn(viewer, topicId, stop);
        viewer.Demand(Act.LookBehindMask, mask.SpaceId, sentence: "Only stewards of the space in which it was asked see who asked.");

        var look = mask.Look(reason, personId, clock.Now());
        await db.SaveChangesAsync(stop);
        return new SeenAsker(mask.Mask.PersonId, await db.People.Where(p => p.Id == mask.Mask.PersonId).Select(p => p.Name).FirstAsync(stop), look.At, look.Reason);
    }, stop);
}

/// <summary>Who asked, told once to a steward.</summary>
/// <param name="At">When the look was put on record.</param>
public sealed record SeenAsker(long Id, string Name, DateTime At, string Reason);
