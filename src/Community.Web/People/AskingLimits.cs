using System.Collections.Concurrent;

namespace Community.Web.People;

/// <summary>Limits how often mails can be asked for: from one network address, and to one mail address. In memory.</summary>
public sealed class AskingLimits(TimeProvider clock)
{
    const int FromAddress = 30;
    const int ToEmail = 3;
    const int MaxKept = 100_000;

    static readonly TimeSpan Window = TimeSpan.FromHours(1);

    readonly ConcurrentDictionary<string, (int Count, DateTime Since)> asked = new();

    /// <summary>Whether this network address may ask at all.</summary>
    public bool MayAsk(string address) => Count($"from {address}") <= FromAddress;

    /// <summary>Whether one more mail goes to this address. The asker is not told.</summary>
    public bool MaySend(string email) => Count($"to {email}") <= ToEmail;

    int Count(string key)
    {
        if (asked.Count > MaxKept) asked.Clear();
        var now = clock.Now();
        return asked.AddOrUpdate(key, (1, now), (_, before) => now - before.Since > Window ? (1, now) : (before.Count + 1, before.Since)).Count;
    }
}
