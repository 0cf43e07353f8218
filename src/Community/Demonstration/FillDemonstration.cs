using Community.Governance;
using Community.People;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Demonstration;

/// <summary>Fills an empty community with a small library that has been at work for a year: through the same verbs as everybody, with the clock moved along. It ends at the present moment and is the same each time but for the password.</summary>
public sealed class FillDemonstration(CommunityStore store, FillingClock clock, DemonstrationParts parts)
{
    /// <param name="address">The site's public address.</param>
    /// <param name="progress">Called with how much is done, and how much there is.</param>
    /// <exception cref="RefusedException">Somebody is here already.</exception>
    public async Task<Demonstrated> Run(string address, Action<int, int> progress, CancellationToken stop = default)
    {
        if (await store.Read(db => db.People.AnyAsync(stop)))
            throw new RefusedException(Refusal.Conflict, "There are people in this database already. The example library needs an empty one.");

        var (now, password) = (clock.Now(), Passphrase.New());
        var library = StoryReader.Library();
        await parts.Play(library, StoryReader.Stories(), new Calendar(now), address, password, progress, stop);
        clock.MoveTo(now);
        return new Demonstrated(password, [.. library.People.Select(somebody => new DemonstratedPerson(somebody.Name, somebody.Email, somebody.Role, somebody.Position))]);
    }
}

/// <summary>Who can sign in to the example library; all have the one password, which is kept nowhere.</summary>
public sealed record Demonstrated(string Password, IReadOnlyList<DemonstratedPerson> People);

/// <summary>One of them.</summary>
public sealed record DemonstratedPerson(string Name, string Email, Role Role, string Position);
