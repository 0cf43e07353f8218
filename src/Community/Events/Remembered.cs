using System.Collections.Concurrent;

namespace Community.Events;

/// <summary>
/// What was read from the database, in memory until it is forgotten. What was read while something was forgotten is not kept: it may be from before the change.
/// </summary>
/// <param name="most">How many are kept; beyond that all are forgotten, which is rarer and cheaper than to know which was used last.</param>
public sealed class Remembered<TKey, TValue>(int most) where TKey : notnull
{
    readonly ConcurrentDictionary<TKey, TValue> kept = new();

    long round;

    /// <summary>Take it before reading what is then given to <see cref="Keep"/>.</summary>
    public long Round => Interlocked.Read(ref round);

    public bool TryGet(TKey key, out TValue value) => kept.TryGetValue(key, out value!);

    public void Keep(TKey key, TValue value, long readIn)
    {
        if (readIn != Round) return;

        if (kept.Count >= most) kept.Clear();
        kept[key] = value;
        if (readIn != Round) kept.TryRemove(key, out _);
    }

    public void Forget(TKey key)
    {
        Interlocked.Increment(ref round);
        kept.TryRemove(key, out _);
    }

    public void ForgetAll()
    {
        Interlocked.Increment(ref round);
        kept.Clear();
    }
}
