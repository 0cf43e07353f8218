using System.Security.Cryptography;
using System.Text;

namespace Community.Search.Asked;

/// <summary>
/// The searches of today, in memory, until they are written every few seconds. A search waits for nothing here and makes no transaction; what a killed process had not
/// written is lost, and nobody misses it.
/// <para>
/// Why no names: what people look for tells of them what they told nobody. So that one person does not count as two, each is known here by a keyed hash of who it
/// is and what was searched. The key is made by chance each day and stored nowhere: the same person is another one tomorrow, after a restart and on another node, and nothing
/// that is kept leads back, also for whoever has the database and the program. Counts are therefore at most too high: "two people" may be one on two days.
/// </para>
/// </summary>
public sealed class AskedLately(TimeProvider clock)
{
    public const int MostWaiting = 2_000;

    /// <summary>Beyond so many a day nothing more is noted: a machine is asking.</summary>
    public const int MostADay = 50_000;

    readonly Lock turn = new();
    readonly Dictionary<UInt128, NotedSearch> today = [];
    readonly Dictionary<string, NotedSearch> byKey = [];

    List<NotedSearch> waiting = [];
    byte[] salt = [];
    DateTime day;

    /// <param name="search">Makes it, of today and with a key; called once a day, searcher and words.</param>
    /// <param name="who">Whatever tells searchers apart; only its hash is looked at, and forgotten with the day.</param>
    /// <returns>What the page says when a result is opened; null when nothing was noted.</returns>
    internal string? Note(AskedText text, string who, string narrowed, Func<DateTime, string, NotedSearch> search)
    {
        lock (turn)
        {
            BeginDay();
            var hash = Hash($"{who}\n{narrowed}\n{text.Group}");
            if (today.TryGetValue(hash, out var known)) return known.Key;
            if (today.Count >= MostADay || waiting.Count >= MostWaiting) return null;

            var noted = search(day, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
            today.Add(hash, noted);
            byKey.Add(noted.Key, noted);
            Wait(noted);
            return noted.Key;
        }
    }

    /// <summary>Something that was found was opened. The first of a search counts; an unknown key is passed over.</summary>
    /// <param name="position">Its place among the results, from 1.</param>
    public void Open(string key, int position)
    {
        lock (turn)
        {
            if (!byKey.TryGetValue(key, out var noted) || noted.Position is not null) return;

            noted.Position = position;
            Wait(noted);
        }
    }

    /// <summary>What is to be written, in an order of chance: that of searching would tell who went on to what.</summary>
    internal IReadOnlyList<NotedSearch> Take()
    {
        lock (turn)
        {
            var taken = waiting.ToArray();
            waiting = [];
            foreach (var noted in taken) noted.IsWaiting = false;
            Random.Shared.Shuffle(taken);
            return taken;
        }
    }

    /// <summary>What could not be written, for another time, as far as there is room.</summary>
    internal void GiveBack(IEnumerable<NotedSearch> untold)
    {
        lock (turn)
        {
            foreach (var noted in untold) Wait(noted);
        }
    }

    void Wait(NotedSearch noted)
    {
        if (noted.IsWaiting || waiting.Count >= MostWaiting) return;

        noted.IsWaiting = true;
        waiting.Add(noted);
    }

    void BeginDay()
    {
        if (clock.Now().Date == day) return;

        day = clock.Now().Date;
        salt = RandomNumberGenerator.GetBytes(32);
        today.Clear();
        byKey.Clear();
    }

    UInt128 Hash(string text) => BitConverter.ToUInt128(HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(text)));
}
