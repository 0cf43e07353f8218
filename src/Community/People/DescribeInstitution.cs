using Community.Governance;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.People;

/// <summary>An administrator changes the institution's name, address, sign-up and zone.</summary>
public sealed class DescribeInstitution(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Not an administrator, or a field cannot be taken.</exception>
    public Task Run(long? actorId, string name, string publicAddress, SignUp signUp, string domains, string zone, CancellationToken stop = default) => store.Write(async db =>
    {
        await db.DemandAdministrator(actorId, stop);
        var institution = await db.Institutions.FirstOrDefaultAsync(stop);
        if (institution is null) db.Institutions.Add(institution = new Institution(name, publicAddress, signUp, domains, actorId, clock.Now()));
        else institution.Describe(name, publicAddress, signUp, domains, actorId, clock.Now());
        institution.KeepTimeIn(zone);
        foreach (var mask in await db.Masks.Include(m => m.Worn).Where(m => m.Voice == Voice.Institution).ToListAsync(stop)) mask.Worn.Call(institution.Name);
        await db.SaveChangesAsync(stop);
    }, stop);
}
