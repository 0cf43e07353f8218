using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Community.People;

/// <summary>What a one-time link carries: 32 random bytes. Only its hash is stored.</summary>
public static class Secret
{
    const int Bytes = 32;

    /// <summary>43 characters that need no escaping in an address.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>SHA-256: the secret is random, so no slow hash is needed.</summary>
    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
