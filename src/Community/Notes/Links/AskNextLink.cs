using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes.Links;

/// <summary>Asks the link that has waited longest whether it is still there.</summary>
public sealed class AskNextLink(CommunityStore store, LinkProbe probe, TimeProvider clock)
{
    /// <returns>False when none waits.</returns>
    public async Task<bool> Run(CancellationToken stop = default)
    {
        var now = clock.Now();
        if (await store.Read(db => db.Set<OutsideLink>().AsNoTracking().Where(l => l.NextAt <= now).OrderBy(l => l.NextAt).ThenBy(l => l.Id).FirstOrDefaultAsync(stop)) is not { } next) return false;

        var (answer, status) = await probe.Ask(next.Address, stop);
        await store.Write(async db =>
        {
            if (await db.Set<OutsideLink>().FirstOrDefaultAsync(l => l.Id == next.Id, stop) is not { } link) return;

            link.Answered(answer, status, clock.Now());
            await db.SaveChangesAsync(stop);
        }, stop);
        return true;
    }
}
