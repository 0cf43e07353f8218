using Community.People;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Notifications.Pushing;

/// <summary>Somebody lets this browser be told of what is new. Told again by the same browser, it counts once; told by another person, it is that one's from then on.</summary>
public sealed class TellDevice(CommunityStore store, PushSettings settings, TimeProvider clock)
{
    /// <param name="sessionId">In which the browser is signed in; with its end nothing comes any more.</param>
    /// <param name="agent">The browser's own description.</param>
    /// <exception cref="RefusedException">Pushes are off; the address cannot be sent to; there are too many devices.</exception>
    public Task<long> Run(long personId, Guid sessionId, PushTarget target, string agent, CancellationToken stop = default)
    {
        if (!settings.IsOn) throw new RefusedException(Refusal.Forbidden, "Notices are not pushed from this site.");
        // The program sends requests there: not into the institution's own network.
        if (!target.IsAllowed(settings.AlsoAllowed)) throw new RefusedException(Refusal.Invalid, "This browser names a push service that cannot be used from here.");
        if (!target.HasKeys) throw new RefusedException(Refusal.Invalid, "This browser sent keys that cannot be read. Switch it off and on again.");

        return store.Write(async db =>
        {
            await db.PersonToChange(personId, stop);
            if (!await db.Sessions.AnyAsync(s => s.Id == sessionId && s.PersonId == personId && s.EndedAt == null, stop)) throw new RefusedException(Refusal.NotFound, "Sign in first.");

            db.PushDevices.RemoveRange(await db.PushDevices.Where(d => d.Endpoint == target.Endpoint || d.PersonId == personId && d.SessionId == sessionId).ToListAsync(stop));
            if (await db.ReachableDevices.CountAsync(d => d.PersonId == personId && d.Endpoint != target.Endpoint && d.SessionId != sessionId, stop) >= PushDevice.MostPerPerson)
                throw new RefusedException(Refusal.TooMany, "Notices reach {0} devices of yours already. Remove one first.", PushDevice.MostPerPerson);

            // What was there goes first: the address is unique.
            await db.SaveChangesAsync(stop);
            var device = db.PushDevices.Add(new PushDevice(personId, sessionId, target, agent, clock.Now())).Entity;
            await db.SaveChangesAsync(stop);
            return device.Id;
        }, stop);
    }
}

/// <summary>Nothing is pushed to one of somebody's own devices any more.</summary>
public sealed class ForgetDevice(CommunityStore store)
{
    /// <exception cref="RefusedException">The person has no such device.</exception>
    public Task Run(long personId, long deviceId, CancellationToken stop = default) => store.Write(async db =>
    {
        db.PushDevices.Remove(await db.OwnDevice(personId, deviceId, stop));
        await db.SaveChangesAsync(stop);
    }, stop);
}

/// <summary>Sends a word to one of somebody's own devices, to see whether it comes.</summary>
public sealed class TestDevice(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">The person has no such device.</exception>
    public Task Run(long personId, long deviceId, CancellationToken stop = default) => store.Write(async db =>
    {
        var device = await db.OwnDevice(personId, deviceId, stop);
        if (!await db.Pushes.AnyAsync(p => p.DeviceId == deviceId && p.Kind == PushKind.Test && p.SentAt == null, stop)) db.Pushes.Add(Push.OfTest(device, clock.Now()));
        await db.SaveChangesAsync(stop);
    }, stop);
}

static class OwnDevices
{
    extension(CommunityContext db)
    {
        public async Task<PushDevice> OwnDevice(long personId, long deviceId, CancellationToken stop) =>
            await db.PushDevices.FirstOrDefaultAsync(d => d.Id == deviceId && d.PersonId == personId, stop) ?? throw new RefusedException(Refusal.NotFound, "There is nothing at this address, or it is not for you.");
    }
}
