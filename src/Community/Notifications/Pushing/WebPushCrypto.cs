using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Community.Notifications.Pushing;

/// <summary>
/// What a push is wrapped in, so that the service between reads nothing of it: RFC 8291 (keys), RFC 8188 (aes128gcm, one record) and RFC 8292 (who sends). Written on the
/// platform's own cryptography; the example of RFC 8291 is a test.
/// </summary>
public static class WebPushCrypto
{
    const int PointBytes = 65, SecretBytes = 16, SaltBytes = 16, KeyBytes = 16, NonceBytes = 12, TagBytes = 16;

    /// <summary>RFC 8188's record size: of services that take no more, and larger than any message of ours.</summary>
    const int RecordSize = 4096;

    /// <summary>Lengths tell something, too: all messages are filled up to a multiple of this.</summary>
    const int PaddedTo = 512;

    /// <summary>How long a signature counts; services take no longer than a day.</summary>
    static readonly TimeSpan SignedFor = TimeSpan.FromHours(12);

    /// <summary>A new key of the site: the secret part as PKCS #8 and the public point.</summary>
    public static (string Secret, string Public) NewSiteKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return (Base64Url.EncodeToString(key.ExportPkcs8PrivateKey()), Base64Url.EncodeToString(Point(key.ExportParameters(false).Q)));
    }

    /// <summary>Whether it is a point on the curve.</summary>
    public static bool IsKey(string p256dh)
    {
        try
        {
            using var key = Public(Base64Url.DecodeFromChars(p256dh));
            return true;
        }
        catch (Exception error) when (error is FormatException or CryptographicException)
        {
            return false;
        }
    }

    public static bool IsSecret(string auth) => Base64Url.IsValid(auth, out var length) && length == SecretBytes;

    /// <summary>The body of a request, for one device alone.</summary>
    public static byte[] Seal(PushTarget target, ReadOnlySpan<byte> text)
    {
        using var own = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        return Seal(target, text, own, RandomNumberGenerator.GetBytes(SaltBytes), PaddedTo);
    }

    /// <param name="own">A key for this message alone.</param>
    internal static byte[] Seal(PushTarget target, ReadOnlySpan<byte> text, ECDiffieHellman own, byte[] salt, int paddedTo)
    {
        var (theirs, mine) = (Base64Url.DecodeFromChars(target.P256dh), Point(own.ExportParameters(false).Q));
        using var their = Public(theirs);
        var shared = own.DeriveRawSecretAgreement(their.PublicKey);
        var input = HKDF.DeriveKey(HashAlgorithmName.SHA256, shared, 32, Base64Url.DecodeFromChars(target.Auth), [.. "WebPush: info\0"u8, .. theirs, .. mine]);
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, input, KeyBytes, salt, "Content-Encoding: aes128gcm\0"u8.ToArray());
        var nonce = HKDF.DeriveKey(HashAlgorithmName.SHA256, input, NonceBytes, salt, "Content-Encoding: nonce\0"u8.ToArray());

        // The last record ends with a 2 and as many noughts as fill it up.
        var plain = new byte[(text.Length + 1 + paddedTo - 1) / paddedTo * paddedTo];
        text.CopyTo(plain);
        plain[text.Length] = 2;

        var head = SaltBytes + sizeof(uint) + 1 + PointBytes;
        var sealedUp = new byte[head + plain.Length + TagBytes];
        salt.CopyTo(sealedUp, 0);
        BinaryPrimitives.WriteUInt32BigEndian(sealedUp.AsSpan(SaltBytes), RecordSize);
        sealedUp[SaltBytes + sizeof(uint)] = PointBytes;
        mine.CopyTo(sealedUp, SaltBytes + sizeof(uint) + 1);
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Encrypt(nonce, plain, sealedUp.AsSpan(head, plain.Length), sealedUp.AsSpan(head + plain.Length));
        return sealedUp;
    }

    /// <summary>The header <c>Authorization</c>: who sends, signed for one service and some hours (RFC 8292).</summary>
    /// <param name="subject">Whom its operators can write to: a mailto or https address.</param>
    public static string Authorization(PushKey key, Uri endpoint, string subject, DateTime now)
    {
        var head = Part(new Dictionary<string, object> { ["typ"] = "JWT", ["alg"] = "ES256" });
        var claims = Part(new Dictionary<string, object> { ["aud"] = endpoint.GetLeftPart(UriPartial.Authority), ["exp"] = new DateTimeOffset(now + SignedFor, TimeSpan.Zero).ToUnixTimeSeconds(), ["sub"] = subject });
        using var signer = ECDsa.Create();
        signer.ImportPkcs8PrivateKey(Base64Url.DecodeFromChars(key.Secret), out _);
        var signature = signer.SignData(Encoding.ASCII.GetBytes($"{head}.{claims}"), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return $"vapid t={head}.{claims}.{Base64Url.EncodeToString(signature)}, k={key.Public}";
    }

    static string Part(Dictionary<string, object> claims) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims));

    static byte[] Point(ECPoint point) => [4, .. point.X!, .. point.Y!];

    static ECDiffieHellman Public(byte[] point) => point is [4, ..] && point.Length == PointBytes
        ? ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = point[1..33], Y = point[33..] } })
        : throw new FormatException("No uncompressed point.");
}
