using Community.Governance;
using Community.Spaces;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Glossary;

/// <summary>Brings a removed term back, as it was.</summary>
public sealed class RestoreTerm(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Not there, not this person's to bring back, not removed, or its word is taken meanwhile.</exception>
    public Task Run(long personId, long termId, CancellationToken stop = default) => store.Write(async db =>
    {
        var term = await db.TermFor(await db.Viewer(personId, stop), termId, Act.RemoveTerm, stop);
        if (term.RemovedAt is null) throw new RefusedException(Refusal.Conflict, "This term is not removed.");

        await db.DemandFree(term, term.Name, stop);
        term.Restore(await db.TermRemovals.FirstAsync(r => r.TermId == termId && r.LiftedAt == null, stop), personId, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
