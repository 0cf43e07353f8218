using Community.Governance;
using Community.Store;

namespace Community.People;

/// <summary>Adds somebody with an account: with a password, or with a one-time link to choose one.</summary>
public sealed class AddPerson(CommunityStore store, Passwords passwords, TimeProvider clock)
{
    /// <param name="actorId">An administrator; null for the program's own commands.</param>
    /// <param name="unit">Its name; a new one is made. Null or empty for none.</param>
    /// <param name="password">Null sends or returns a link instead.</param>
    /// <param name="deliver">Sends the link; null where whoever adds carries it.</param>
    /// <exception cref="RefusedException">Not an administrator, the address is taken, or a field cannot be taken.</exception>
    public async Task<AddedPerson> Run(long? actorId, string name, string email, Role role = Role.Member, string? unit = null, string? password = null, Deliver? deliver = null, CancellationToken stop = default)
    {
        var address = EmailAddress.Of(email);
        if (password is not null) PasswordRules.Demand(password, name, address, await store.InstitutionName(stop));
        var hash = password is null ? null : await passwords.Hash(password, stop);

        return await store.Write(async db =>
        {
            await db.DemandAdministrator(actorId, stop);
            await db.DemandFree(address, stop);
            var person = new Person(name, role, clock.Now());
            person.PlaceIn((await db.UnitNamed(unit, actorId, clock.Now(), stop))?.Id, actorId, clock.Now());
            db.People.Add(person);
            await db.SaveChangesAsync(stop);
            var account = Account.For(person, address);
            if (hash is not null) account.TakePassword(hash);
            db.Accounts.Add(account);

            var link = hash is null ? await db.NewLink(LinkPurpose.Invitation, person.Id, deliver is null ? null : address, clock.Now(), stop) : null;
            if (link is not null) deliver?.Invoke(db, address, person.Name, link);
            await db.SaveChangesAsync(stop);
            return new AddedPerson(person.Id, link);
        }, stop);
    }
}
