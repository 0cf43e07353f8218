using Community.People;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Experts;

/// <summary>Somebody is no longer named to others as one who knows, or is again.</summary>
public sealed class HideMe(CommunityStore store, TimeProvider clock)
{
    public Task Run(long personId, bool hidden, CancellationToken stop = default) => store.Write(async db =>
    {
        await db.PersonToChange(personId, stop);
        var hiding = await db.Hidings.FirstOrDefaultAsync(h => h.PersonId == personId, stop);
        if (hidden == (hiding is not null)) return;

        if (hiding is null)
        {
            db.Hidings.Add(new Hiding(personId, clock.Now()));
        }
        else
        {
            hiding.End(clock.Now());
            db.Hidings.Remove(hiding);
        }

        await db.SaveChangesAsync(stop);
    }, stop);
}
