using Community.Store;

namespace Community.People;

/// <summary>An administrator says where a person works.</summary>
public sealed class PlaceInUnit(CommunityStore store, TimeProvider clock)
{
    /// <param name="unit">Its name; a new one is made. Null or empty for none.</param>
    /// <exception cref="RefusedException">Not an administrator.</exception>
    public Task Run(long? actorId, long personId, string? unit, CancellationToken stop = default) => store.Write(async db =>
    {
        await db.DemandAdministrator(actorId, stop);
        var person = await db.PersonToChange(personId, stop);
        person.PlaceIn((await db.UnitNamed(unit, actorId, clock.Now(), stop))?.Id, actorId, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
