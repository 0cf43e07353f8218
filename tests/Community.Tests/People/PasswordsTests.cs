using System.Buffers.Binary;
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
        var hasher = new CountingHasher();
        var counted = new Passwords(hasher);
        var hash = await counted.Hash(Password);
        await counted.Matches(null, Password);
        hasher.Rounds.Clear();

        await counted.Matches(hash, "not the right one at all");
        await counted.Matches(null, "not the right one at all");

        Assert.Equal(2, hasher.Rounds.Count);
        Assert.Single(hasher.Rounds.Distinct());
    }

    /// <summary>Notes how many rounds each comparison went through.</summary>
    sealed class CountingHasher : IPasswordHasher<Account>
    {
        readonly PasswordHasher<Account> real = new(Options.Create(new PasswordHasherOptions { IterationCount = 1_000 }));

        public List<uint> Rounds { get; } = [];

        public string HashPassword(Account user, string password) => real.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            Rounds.Add(BinaryPrimitives.ReadUInt32BigEndian(Convert.FromBase64String(hashedPassword).AsSpan(5)));
            return real.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
