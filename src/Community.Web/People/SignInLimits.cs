using System.Collections.Concurrent;
using Community.Web.Frame;

namespace Community.Web.People;

/// <summary>Slows down who guesses passwords: by network address and account together, so that the owner still gets in from elsewhere. A browser in which the account has signed in before is counted for itself. In memory; a restart forgives.</summary>
public sealed class SignInLimits(TimeProvider clock, IConfiguration settings)
{
    const int MaxKept = 100_000;

    static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(30);

    static readonly TimeSpan Forgiven = Limits.SignInTries.Within;

    readonly int freeTries = settings.TimesOf(Limits.SignInTries);

    readonly int manyForAccount = settings.TimesOf(Limits.SignInForAccount);

    readonly int manyFromAddress = settings.TimesOf(Limits.SignInFromAddress);

    readonly ConcurrentDictionary<string, Tally> tallies = new();

    readonly Lock counting = new();

    /// <summary>Counts a try before it is made, as if it failed: many at once must not slip through.</summary>
    /// <param name="browser">Known from an earlier sign-in to this account; else null.</param>
    public Allowance Try(string address, string account, string? browser)
    {
        lock (counting)
        {
            var now = clock.Now();
            if (tallies.Count > MaxKept) Prune(now);
            var (pair, from, on) = (At(Pair(address, account, browser), now), At($"from {address}", now), At($"on {account}", now));
            var pause = pair.PausedUntil - now;
            if (browser is null && from.Count >= manyFromAddress) pause = from.LastAt + LongestPause - now;
            if (pause > TimeSpan.Zero) return new Allowance(false, pause, 0);

            var free = browser is null && on.Count >= manyForAccount ? 1 : freeTries;
            foreach (var tally in new[] { pair, from, on }) tally.Add(now);
            if (pair.Count >= free) pair.PausedUntil = now + Min(LongestPause, TimeSpan.FromMinutes(1 << Math.Min(pair.Count - free, 10)));
            return new Allowance(true, TimeSpan.Zero, Math.Max(0, free - pair.Count));
        }
    }

    /// <summary>It was the right password.</summary>
    public void Forgive(string address, string account, string? browser)
    {
        lock (counting)
        {
            tallies.TryRemove(Pair(address, account, browser), out _);
            if (tallies.TryGetValue($"from {address}", out var from)) from.Count--;
            if (tallies.TryGetValue($"on {account}", out var on)) on.Count--;
        }
    }

    static string Pair(string address, string account, string? browser) => browser is null ? $"{address} {account}" : $"known {browser} {account}";

    static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    Tally At(string key, DateTime now)
    {
        var tally = tallies.GetOrAdd(key, _ => new Tally());
        if (now - tally.LastAt > Forgiven) tally.Count = 0;
        return tally;
    }

    void Prune(DateTime now)
    {
        foreach (var (key, tally) in tallies)
            if (now - tally.LastAt > Forgiven || tallies.Count > MaxKept * 2) tallies.TryRemove(key, out _);
    }

    sealed class Tally
    {
        public int Count { get; set; }

        public DateTime LastAt { get; private set; }

        public DateTime PausedUntil { get; set; }

        public void Add(DateTime now) => (Count, LastAt) = (Count + 1, now);
    }
}

/// <summary>Whether a try may be made.</summary>
/// <param name="Left">Tries before a pause, when this one fails.</param>
public sealed record Allowance(bool IsFree, TimeSpan Pause, int Left);
