using Community.Notes.Links;

namespace Community.Notifications.Pushing;

/// <summary>A browser of somebody's to which notices are pushed. It belongs to the session in which it was asked for, and ends with that.</summary>
public sealed class PushDevice
{
    /// <summary>So many has one person at most.</summary>
    public const int MostPerPerson = 10;

    /// <summary>Then nothing is sent to it any more: so often in a row its service took nothing.</summary>
    public const int MostFailures = 30;

    const int MaxAgentLength = 200;

    PushDevice()
    {
    }

    public PushDevice(long personId, Guid sessionId, PushTarget target, string agent, DateTime now)
    {
        PersonId = personId;
        SessionId = sessionId;
        (Endpoint, P256dh, Auth) = (target.Endpoint, target.P256dh, target.Auth);
        Agent = agent.Length <= MaxAgentLength ? agent : agent[..MaxAgentLength];
        CreatedAt = now;
    }

    public long Id { get; private set; }

    public long PersonId { get; private set; }

    public Guid SessionId { get; private set; }

    /// <summary>Where its service takes what is meant for it. Whoever knows it can send it noise, and read nothing.</summary>
    public string Endpoint { get; private set; } = "";

    /// <summary>The device's public key, in base64url.</summary>
    public string P256dh { get; private set; } = "";

    /// <summary>What only the device and this site know, in base64url.</summary>
    public string Auth { get; private set; } = "";

    /// <summary>The browser's own description.</summary>
    public string Agent { get; private set; } = "";

    public DateTime CreatedAt { get; private set; }

    /// <summary>When its service last took something.</summary>
    public DateTime? UsedAt { get; private set; }

    /// <summary>How often in a row it took nothing.</summary>
    public int Failures { get; private set; }

    public PushTarget Target => new(Endpoint, P256dh, Auth);

    public void Took(DateTime now) => (UsedAt, Failures) = (now, 0);

    public void Failed() => Failures++;
}

/// <summary>What a browser says of itself when it lets itself be told: RFC 8030's address, RFC 8291's keys.</summary>
public sealed record PushTarget(string Endpoint, string P256dh, string Auth)
{
    const int MaxEndpointLength = 800;

    /// <summary>Whether it can be a push service that this program may send to: https on its own port, of the public web, or what the setting names.</summary>
    /// <param name="alsoAllowed">The beginning of the addresses of one's own service; empty for none.</param>
    public bool IsAllowed(string alsoAllowed) =>
        Endpoint.Length <= MaxEndpointLength && Uri.TryCreate(Endpoint, UriKind.Absolute, out var address)
        && (IsOwn(address, alsoAllowed) || address.Scheme == Uri.UriSchemeHttps && PublicAddress.MayAsk(address));

    /// <summary>Whether it stands at the service that the setting names.</summary>
    public static bool IsOwn(Uri address, string alsoAllowed) =>
        alsoAllowed.Length > 0 && Uri.TryCreate(alsoAllowed, UriKind.Absolute, out var own) && address.UserInfo.Length == 0 && address.GetLeftPart(UriPartial.Authority) == own.GetLeftPart(UriPartial.Authority) && address.AbsolutePath.StartsWith(own.AbsolutePath, StringComparison.Ordinal);

    /// <summary>Whether its keys are keys.</summary>
    public bool HasKeys => WebPushCrypto.IsKey(P256dh) && WebPushCrypto.IsSecret(Auth);
}
