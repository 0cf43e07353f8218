using System.Text;
using Microsoft.AspNetCore.Identity;

namespace Community.People;

/// <summary>Hashes passwords, two at a time, so that a rush of sign-ins leaves the processor to the readers.</summary>
public sealed class Passwords(IPasswordHasher<Account> hasher) : IDisposable
{
    /// <summary>PBKDF2 with SHA-512, as OWASP's password storage cheat sheet asks.</summary>
    public const int Rounds = 220_000;

    const int AtATime = 2;

    static readonly TimeSpan Wait = TimeSpan.FromSeconds(10);

    static readonly Account Nobody = new();

    readonly Lazy<string> hashOfNobody = new(() => hasher.HashPassword(Nobody, Secret.New()));

    readonly SemaphoreSlim room = new(AtATime, AtATime);

    /// <exception cref="RefusedException">Too many are waiting.</exception>
    public Task<string> Hash(string password, CancellationToken stop = default) =>
        InRoom(() => hasher.HashPassword(Nobody, Normal(password)), stop);

    /// <summary>Costs one hash also when there is none to compare with: the time tells nobody whether an account exists.</summary>
    /// <exception cref="RefusedException">Too many are waiting.</exception>
    public Task<bool> Matches(string? hash, string password, CancellationToken stop = default) =>
        InRoom(() => hasher.VerifyHashedPassword(Nobody, hash ?? hashOfNobody.Value, Normal(password)) != PasswordVerificationResult.Failed && hash is not null, stop);

    public void Dispose() => room.Dispose();

    async Task<T> InRoom<T>(Func<T> work, CancellationToken stop)
    {
        if (!await room.WaitAsync(Wait, stop))
            throw new RefusedException(Refusal.TooMany, "Very many people are signing in just now. Try again in a minute.");

        try
        {
            return await Task.Run(work, stop);
        }
        finally
        {
            room.Release();
        }
    }

    /// <summary>The same letters typed on another keyboard may arrive composed otherwise, and half a surrogate cannot be normalised.</summary>
    internal static string Normal(string password) => string.Concat(password.EnumerateRunes().Select(rune => rune.ToString())).Normalize(NormalizationForm.FormC);
}
