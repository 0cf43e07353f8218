using Community.Governance;
using Community.Store;

namespace Community.People;

/// <summary>First start: makes the first administrator and names the institution. Works once.</summary>
public sealed class SetUpInstitution(CommunityStore store, SetupToken token, Passwords passwords, TimeProvider clock)
{
    /// <returns>The administrator.</returns>
    /// <exception cref="RefusedException">The token is wrong, a field cannot be taken, or there is an administrator already.</exception>
    public async Task<long> Run(SetupAnswers answers, CancellationToken stop = default)
    {
        if (!token.Matches(answers.Token))
            throw new RefusedException(Refusal.Invalid, "This is not the token. Copy it once more.") { Field = "Token" };

        var (name, institutionName) = (new Person(answers.Name, Role.Administrator, clock.Now()).Name, Named(answers, clock.Now()).Name);
        var email = EmailAddress.Of(answers.Email);
        PasswordRules.Demand(answers.Password, name, email, institutionName);
        var hash = await passwords.Hash(answers.Password, stop);

        var id = await store.Write(async db =>
        {
            await db.LockName(nameof(SetUpInstitution), stop);
            if (await db.HasAdministrator(stop)) throw new RefusedException(Refusal.NotFound, "There is nothing at this address, or it is not for you.");
            await db.DemandFree(email, stop);

            db.Institutions.RemoveRange(db.Institutions);
            await db.SaveChangesAsync(stop);
            db.Institutions.Add(Named(answers, clock.Now()));
            var person = db.People.Add(new Person(answers.Name, Role.Administrator, clock.Now())).Entity;
            await db.SaveChangesAsync(stop);
            var account = Account.For(person, email);
            account.TakePassword(hash);
            db.Accounts.Add(account);
            await db.SaveChangesAsync(stop);
            return person.Id;
        }, stop);
        token.End();
        return id;
    }

    static Institution Named(SetupAnswers answers, DateTime now)
    {
        try
        {
            return new Institution(answers.Institution, answers.Address, answers.SignUp, answers.Domains, null, now);
        }
        catch (RefusedException refused) when (refused.Field is nameof(Institution.Name) or nameof(Institution.PublicAddress))
        {
            // The form has two names; this one is the institution's.
            throw new RefusedException(refused.Kind, refused.Sentence, [.. refused.Arguments]) { Field = refused.Field == nameof(Institution.Name) ? "Institution" : "Address" };
        }
    }
}
