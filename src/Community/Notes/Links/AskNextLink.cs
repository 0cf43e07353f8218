using Community.Notes.Care;
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
        // Taken before it is asked: another node takes another one, and what goes wrong here does not stand in the way of the rest.
        var next = await store.Write(async db =>
        {
            var waiting = await db.OutsideLinks.Where(l => l.NextAt <= now).OrderBy(l => l.NextAt).ThenBy(l => l.Id).FirstOrDefaultAsync(stop);
            if (waiting is null || await db.OutsideLinks.Where(l => l.Id == waiting.Id && l.NextAt == waiting.NextAt).ExecuteUpdateAsync(l => l.SetProperty(one => one.NextAt, now + OutsideLink.Hold), stop) == 0) return null;

            return waiting;
        }, stop);
        if (next is null) return false;

        var (answer, status) = await probe.Ask(next.Address, stop);
        await store.Write(async db =>
        {
            if (await db.OutsideLinks.FirstOrDefaultAsync(l => l.Id == next.Id, stop) is not { } link) return;

            link.Answered(answer, status, clock.Now());
            await db.SaveChangesAsync(stop);
        }, stop);
        return true;
    }
}
