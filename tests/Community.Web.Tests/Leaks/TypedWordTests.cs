using System.Collections.Concurrent;
using Community.Web.Tests.Gate;

namespace Community.Web.Tests.Leaks;

/// <summary>Place by role by surface: a word that somebody may not read is answered to like one that stands nowhere, letter by letter.</summary>
[Collection(nameof(LeakVillage))]
public sealed class TypedWordTests(LeakVillage village)
{
    public static TheoryData<string, string> Cells =>
    [
        .. from address in Surface.All.Select(surface => surface.Address).Distinct()
        from role in LeakVillage.Roles
        where role != GateVillage.Visitor || !address.StartsWith("/api/", StringComparison.Ordinal)
        select (address, role),
    ];

    public static TheoryData<string, Place> Surfaces => [.. Surface.All.Select(surface => (surface.Address, surface.Shows))];

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task What_somebody_may_not_read_is_answered_like_what_is_not_there(string address, string role)
    {
        var (surface, asking, leaks) = (new Surface(address, Place.Topic), village[role], new ConcurrentBag<string>());
        await Parallel.ForEachAsync(village.HiddenFrom(role), async (secret, _) =>
        {
            if (!await asking.AnswersAlike(surface, secret.Typed, secret.Nothing(role, village.Silent))) leaks.Add($"{secret} ({secret.Typed.In(address)})");
        });

        Assert.True(leaks.IsEmpty, $"{address} tells {role} of\n" + string.Join('\n', leaks));
    }

    [Theory]
    [MemberData(nameof(Surfaces))]
    public async Task What_somebody_may_read_is_answered_otherwise(string address, Place shows)
    {
        var (surface, silent) = (new Surface(address, shows), new List<string>());
        foreach (var role in LeakVillage.Roles.Where(role => role != GateVillage.Visitor || !surface.IsForPeople))
            foreach (var secret in village.Secrets.Where(secret => secret.Place == shows && secret.IsFor(role) && !(surface.IsFeed && role == "administrator" && secret.Tier == Governance.Tier.Unit)))
                if (await village[role].AnswersAlike(surface, secret.Typed, village.Silent)) silent.Add($"{role} {secret}");

        Assert.True(silent.Count == 0, $"{address} does not tell of\n" + string.Join('\n', silent));
    }

    [Fact]
    public void No_word_is_the_beginning_of_another() =>
        Assert.Equal(village.Secrets.Count * 2 + 1, village.Secrets.SelectMany(secret => new[] { secret.Word, secret.Bait }).Append(village.Silent.Word).Select(word => word[..Words.Start]).Distinct().Count());
}
