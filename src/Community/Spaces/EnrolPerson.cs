using Community.Governance;
using Community.People.Guests;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Spaces;

/// <summary>A steward brings a person into a space, or changes whether that person is a steward.</summary>
public sealed class EnrolPerson(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Not a steward, no such person, or a guest where no guests are.</exception>
    public Task Run(long actorId, string slug, long personId, bool asSteward, CancellationToken stop = default) => store.Write(async db =>
    {
        var space = await db.SpaceToChange(await db.Viewer(actorId, stop), slug, Act.Enrol, stop);
        var person = await db.PeopleWithAccess().AsNoTracking().FirstOrDefaultAsync(p => p.Id == personId && !p.IsImported, stop)
            ?? throw new RefusedException(Refusal.Invalid, "There is nobody of this name who can sign in. Choose a name from the list.") { Field = "Person" };
        if (person.Role == Role.Guest && space.Tier == Tier.Institution)
            throw new RefusedException(Refusal.Invalid, "This space is for staff. Guests come into spaces of the tiers Unit, Partners and Public.") { Field = "Person" };
        if (person.Role == Role.Guest && asSteward)
            throw new RefusedException(Refusal.Invalid, "A guest keeps no space.") { Field = "Person" };

        var before = await db.MembershipOf(space.Id, personId, stop);
        if (before is null) db.Memberships.Add(new Membership(space.Id, personId, asSteward, actorId, clock.Now()));
        else if (before.IsSteward != asSteward) before.MakeSteward(asSteward, actorId, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
