using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Notifications.Pushing;

/// <summary>The key by which push services know this site (RFC 8292): one row, made once. It lies in the database, so that every node has it, and is never exported; with a new one every device would have to be asked again.</summary>
public sealed class PushKey
{
    public const long OnlyId = 1;

    PushKey()
    {
    }

    public PushKey(string secret, string shown, DateTime now)
    {
        Id = OnlyId;
        (Secret, Public, CreatedAt) = (secret, shown, now);
    }

    public long Id { get; private set; }

    /// <summary>PKCS #8, in base64url.</summary>
    public string Secret { get; private set; } = "";

    /// <summary>The point, uncompressed, in base64url: what browsers ask for.</summary>
    public string Public { get; private set; } = "";

    public DateTime CreatedAt { get; private set; }
}

/// <summary>Makes the site's key where there is none.</summary>
public sealed class MakePushKey(CommunityStore store, TimeProvider clock)
{
    public Task<PushKey> Run(CancellationToken stop = default) => store.Write(async db =>
    {
        await db.LockName("push key", stop);
        if (await db.PushKeys.FirstOrDefaultAsync(stop) is { } known) return known;

        var (secret, shown) = WebPushCrypto.NewSiteKey();
        var made = db.PushKeys.Add(new PushKey(secret, shown, clock.Now())).Entity;
        await db.SaveChangesAsync(stop);
        return made;
    }, stop);
}
