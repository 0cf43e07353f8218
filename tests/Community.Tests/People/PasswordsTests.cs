using System.Buffers.Binary;
using System.Diagnostics;
using Community.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Community.Tests.People;

public sealed class PasswordsTests
{
    const string Password = "heron under the blue gate";

    readonly Passwords passwords = new ServiceCollection().AddAccounts().AddLogging().BuildServiceProvider().GetRequiredService<Passwords>();

    [Fact]
    public async Task A_hash_takes_220_000_rounds_of_SHA512()
    {
        var hash = Convert.FromBase64String(await passwords.Hash(Password));

        Assert.Equal(1, hash[0]);
        Assert.Equal(2u, BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(1)));
        Assert.Equal(220_000u, BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(5)));
    }

    [Fact]
    public async Task The_right_one_matches_however_its_letters_are_composed()
    {
        var hash = await passwords.Hash("Größe und Maß der Bände");

        Assert.True(await passwords.Matches(hash, "Größe und Maß der Bände".Normalize(System.Text.NormalizationForm.FormD)));
        Assert.False(await passwords.Matches(hash, "größe und Maß der Bände"));
        Assert.False(await passwords.Matches(null, "Größe und Maß der Bände"));
    }

    [Fact]
    public async Task Nobody_costs_as_much_as_somebody()
    {
        var cheap = new Passwords(new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = 400_000 })));
        var hash = await cheap.Hash(Password);
        await cheap.Matches(null, Password);

        var (known, unknown) = (await Time(cheap, hash), await Time(cheap, null));

        Assert.InRange(unknown / known, .6, 1.7);
    }

    static async Task<double> Time(Passwords passwords, string? hash)
    {
        var times = new List<double>();
        for (var i = 0; i < 7; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await passwords.Matches(hash, "not the right one at all");
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return times.Order().ElementAt(3);
    }
}
