using Community.Governance;
using Community.Spaces;
using Community.Store;

namespace Community.Glossary;

/// <summary>Takes a term out of its glossary, with a reason. It can be brought back.</summary>
public sealed class RemoveTerm(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Not there, not this person's to remove, removed already, or without a reason.</exception>
    public Task Run(long personId, long termId, string reason, CancellationToken stop = default) => store.Write(async db =>
    {
        var term = await db.TermFor(await db.Viewer(personId, stop), termId, Act.RemoveTerm, stop);

        db.TermRemovals.Add(term.Remove(reason, personId, clock.Now()));
        await db.SaveChangesAsync(stop);
    }, stop);
}
