using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics;

/// <summary>Throws a draft away, or brings it back within seven days.</summary>
public sealed class DiscardDraft(CommunityStore store, TimeProvider clock)
{
    /// <param name="isDiscarded">False brings it back.</param>
    /// <exception cref="RefusedException">This person has no such draft.</exception>
    public Task Run(long personId, long draftId, bool isDiscarded = true, CancellationToken stop = default) => store.Write(async db =>
    {
        var draft = await db.Drafts.FirstOrDefaultAsync(d => d.Id == draftId && d.PersonId == personId, stop)
            ?? throw new RefusedException(Refusal.NotFound, "There is no such draft.");

        if (isDiscarded) draft.Discard(clock.Now());
        else draft.BringBack();
        await db.SaveChangesAsync(stop);
    }, stop);
}
