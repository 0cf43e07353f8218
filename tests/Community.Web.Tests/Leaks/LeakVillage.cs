using Community.Governance;
using Community.Search;
using Community.Search.Saved;
using Community.Spaces;
using Community.Topics;
using Community.Web.Tests.Gate;

namespace Community.Web.Tests.Leaks;

/// <summary>The village of the gate with a word at every place of every space, which everybody who has an account had saved a search for before it was written.</summary>
public sealed class LeakVillage : IAsyncLifetime
{
    /// <summary>Stands in everything, so that it is counted.</summary>
    public const string Common = "marlin";

    /// <summary>Whom the tables ask for. The role author wrote nothing here but the probe, and reads what the member reads.</summary>
    public static IReadOnlyList<string> Roles { get; } = [.. GateVillage.Roles.Where(role => role != "author")];

    readonly List<Secret> secrets = [];
    readonly List<Secret> sought = [];

    public GateVillage Gate { get; } = new();

    public RunningSite Site => Gate.Site;

    public IReadOnlyList<Secret> Secrets => secrets;

    /// <summary>Words that no test of the surfaces asks for, one in each space: what is searched for is noted.</summary>
    public IReadOnlyList<Secret> Sought => sought;

    /// <summary>What is typed where there is nothing.</summary>
    public Typed Silent { get; private set; } = null!;

    /// <summary>Read by everybody, and much like every secret topic; it has the words of the glossary in its text.</summary>
    public long Probe { get; private set; }

    public async ValueTask InitializeAsync()
    {
        await Gate.InitializeAsync();
        var silent = await Site.Person("Sam " + Words.Of("silent"));
        Silent = new Typed(Words.Of("nowhere"), "no-such-space", 987_654_321, silent, Words.Of("silent"));
        foreach (var tier in Enum.GetValues<Tier>()) secrets.AddRange(await Plan(tier));
        // Nobody keeps more than fifty; what was never in sight is the same in every space.
        foreach (var secret in secrets.Where(secret => !secret.IsTerm && (secret.Place is not (Place.Draft or Place.Held or Place.Waiting) || secret.Tier == Tier.Public))) await SaveSearches(secret);

        var terms = string.Join(' ', secrets.Where(one => one.IsTerm).Select(one => one.Bait));
        Probe = await Gate.Verb<StartTopic>().Run(Gate.IdOf("author"), GateVillage.Spaces[(int)Tier.Public], TopicKind.Thread, $"About splicing {Common} rope", "It says " + terms, []);
        var hiding = new Hiding(this);
        await hiding.Watch();
        for (var i = 0; i < secrets.Count; i++) secrets[i] = await hiding.Write(secrets[i]);
        foreach (var tier in Enum.GetValues<Tier>()) sought.Add(await hiding.Write((await Plan(tier)).First(one => one.Place == Place.Topic) with { Word = Words.Of($"sought in {tier}") }));
        await Site.Quiet();
        foreach (var secret in secrets) await hiding.TakeBack(secret);
        await Site.Quiet();
    }

    internal Asking this[string role] => new(Gate[role], role == GateVillage.Visitor ? null : Gate.Program(role));

    /// <summary>What this role may not find, the longest ways round included.</summary>
    public IEnumerable<Secret> HiddenFrom(string role) => secrets.Where(secret => !secret.IsFor(role));

    /// <summary>Somebody who writes in one space only.</summary>
    public async Task<(long Id, string Name)> Author(string space)
    {
        var name = Words.Of("author in " + space);
        var id = await Site.Person("Ilse " + char.ToUpperInvariant(name[0]) + name[1..]);
        await Gate.Verb<EnrolPerson>().Run(Gate.IdOf("administrator"), space, id, false);
        return (id, name);
    }

    async Task<IEnumerable<Secret>> Plan(Tier tier)
    {
        var space = GateVillage.Spaces[(int)tier];
        var (id, name) = await Author(space);
        return Enum.GetValues<Place>().Select(place => new Secret(place, tier, space, Words.Of($"{place} in {tier}"), 0, id, name));
    }

    async Task SaveSearches(Secret secret)
    {
        foreach (var role in Roles.Where(role => role != GateVillage.Visitor)) await Gate.Verb<SaveSearch>().Run(Gate.IdOf(role), new SearchRequest(secret.Bait));
    }

    public ValueTask DisposeAsync() => Gate.DisposeAsync();
}

/// <summary>All tests of leaks share one village, one after another.</summary>
[CollectionDefinition(nameof(LeakVillage))]
public sealed class LeakVillageTests : ICollectionFixture<LeakVillage>;
