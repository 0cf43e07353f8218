using Microsoft.EntityFrameworkCore;

namespace Community.Store;

/// <summary>What the processes on one PostgreSQL database tell each other in passing: nothing of it is stored, and who does not listen at that moment misses it. On SQLite there is nobody to tell.</summary>
public sealed class Whispers(ContextFactory contexts)
{
    /// <summary>PostgreSQL takes less than 8,000 bytes at a time.</summary>
    public const int MostBytes = 7_900;

    internal const string Channel = "community_whispers";

    readonly List<Action<string>> ears = [];

    /// <summary>Whether there may be other processes.</summary>
    public bool AreHeard => !contexts.IsSqlite;

    /// <param name="ear">Called with what any process says, this one included; it must not take long.</param>
    public void Listen(Action<string> ear)
    {
        lock (ears) ears.Add(ear);
    }

    /// <param name="words">At most <see cref="MostBytes"/> in UTF-8.</param>
    public async Task Say(string words, CancellationToken stop = default)
    {
        if (!AreHeard) return;

        await using var db = contexts.Create();
        await db.Database.ExecuteSqlAsync($"SELECT pg_notify({Channel}, {words})", stop);
    }

    internal void Hear(string words)
    {
        lock (ears)
            foreach (var ear in ears) ear(words);
    }
}
