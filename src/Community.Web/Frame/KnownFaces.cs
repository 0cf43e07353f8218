using Community.People;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Frame;

/// <summary>Who has a picture, in memory: every page shows faces, and nearly none of them changed. At most ten seconds old; a face that was taken away answers 404 at once.</summary>
public sealed class KnownFaces(CommunityStore store, TimeProvider clock)
{
    const int VersionDigits = 12;

    static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(10);

    (long Until, IReadOnlyDictionary<long, string> Versions)? known;

    /// <summary>By person: what the address of the present face has in it.</summary>
    public async ValueTask<IReadOnlyDictionary<long, string>> All()
    {
        if (known is not { } present || clock.GetTimestamp() > present.Until) known = present = await Load();
        return present.Versions;
    }

    /// <summary>Somebody changed the own face here.</summary>
    public void Forget() => known = null;

    public static string VersionOf(string hash) => hash[..VersionDigits];

    async Task<(long, IReadOnlyDictionary<long, string>)> Load()
    {
        var largest = Face.Widths[^1];
        var faces = await store.Read(db => db.Faces.AsNoTracking().Where(f => f.Width == largest).ToDictionaryAsync(f => f.PersonId, f => VersionOf(f.Hash)));
        return (clock.GetTimestamp() + (long)(KeptFor.TotalSeconds * clock.TimestampFrequency), faces);
    }
}
