using Community.Governance;
using Community.People;
using Community.Spaces;
using Community.Store;

namespace Community.Benchmarks.Making;

/// <summary>The institution, its units, spaces of all tiers, and people without passwords.</summary>
sealed class MadePeople(CommunityStore store)
{
    public const int People = 5_000;

    /// <summary>When the first people and spaces came.</summary>
    public static readonly DateTime Began = new(2023, 11, 1, 8, 0, 0, DateTimeKind.Utc);

    static readonly Tier[] Tiers = [Tier.Public, Tier.Institution, Tier.Unit, Tier.Public, Tier.Partners, Tier.Institution, Tier.Unit, Tier.Institution, Tier.Public, Tier.Partners, Tier.Institution, Tier.Unit];

    public async Task<(IReadOnlyList<long> People, IReadOnlyList<Space> Spaces)> Make(CancellationToken stop)
    {
        var random = new Random(1);
        var units = Enumerable.Range(1, 25).Select(n => new Unit($"Unit {n}", null, Began)).ToList();
        var spaces = Tiers.Select((tier, n) => new Space($"space-{n + 1}", $"Space {n + 1}", "What is talked of here.", tier, null, Began)).ToList();
        await store.Write(async db =>
        {
            db.Institutions.Add(new Institution("Generated Library", "http://127.0.0.1", SignUp.Closed, "", null, Began));
            db.Units.AddRange(units);
            db.Spaces.AddRange(spaces);
            await db.SaveChangesAsync(stop);
        }, stop);

        var people = new List<long>();
        for (var from = 0; from < People; from += 1_000)
        {
            await store.Write(async db =>
            {
                var some = Enumerable.Range(from, 1_000).Select(n => Person(n, random, units)).ToList();
                db.People.AddRange(some);
                await db.SaveChangesAsync(stop);
                foreach (var person in some)
                    foreach (var space in spaces.Where(_ => random.Next(3) == 0)) db.Memberships.Add(new Membership(space.Id, person.Id, false, person.Id, Began));
                await db.SaveChangesAsync(stop);
                people.AddRange(some.Select(person => person.Id));
            }, stop);
        }

        return (people, spaces);
    }

    static Person Person(int number, Random random, List<Unit> units)
    {
        var role = number switch { 0 => Role.Administrator, < 10 => Role.Moderator, _ => number % 20 == 0 ? Role.Guest : Role.Member };
        var person = new Person($"{Name(number * 3 + 11)} {Name(number * 7 + 900)}", role, Began);
        person.PlaceIn(units[random.Next(units.Count)].Id, null, Began);
        return person;
    }

    static string Name(int rank)
    {
        var word = Wording.Word(rank);
        return char.ToUpperInvariant(word[0]) + word[1..];
    }
}
