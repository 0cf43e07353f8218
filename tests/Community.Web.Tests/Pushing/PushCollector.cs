using System.Buffers.Binary;
using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Community.Notifications.Pushing;

namespace Community.Web.Tests.Pushing;

/// <summary>What a push service got, and what the device makes of it.</summary>
/// <param name="Claims">Of who sends, whose signature was checked.</param>
public sealed record CamePush(string Device, string Title, string Body, string Tag, string Url, string Topic, string Ttl, string Urgency, JsonElement Claims, string Key, int Bytes)
{
    public string All => string.Join('\n', Title, Body, Tag, Url, Topic);
}

/// <summary>A push service on loopback and the devices behind it: opens what comes with their keys (RFC 8291) and checks who sends (RFC 8292), both from the receiver's side.</summary>
public sealed class PushCollector : IAsyncDisposable
{
    readonly HttpListener listener = new();
    readonly ConcurrentDictionary<string, (ECDiffieHellman Key, byte[] Secret)> devices = new();
    readonly Task listening;

    public PushCollector()
    {
        Address = $"http://127.0.0.1:{FreePort()}/push/";
        listener.Prefixes.Add(Address);
        listener.Start();
        listening = Listen();
    }

    public string Address { get; }

    public Dictionary<string, string?> Settings => new() { ["Community:Push:AlsoAllowed"] = Address, ["Community:Push:Contact"] = "mailto:community@library.example" };

    /// <summary>What was taken, in order.</summary>
    public ConcurrentQueue<CamePush> Came { get; } = new();

    /// <summary>Devices of those that were not taken.</summary>
    public ConcurrentQueue<string> Refused { get; } = new();

    public ConcurrentQueue<Exception> Faults { get; } = new();

    public Func<string, HttpStatusCode> Answer { get; set; } = _ => HttpStatusCode.Created;

    public string? RetryAfter { get; set; }

    public string? Location { get; set; }

    /// <summary>A new browser, as it says of itself.</summary>
    public PushTarget Device(string name)
    {
        var key = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        devices[name] = (key, RandomNumberGenerator.GetBytes(16));
        return new PushTarget(Address + name, Base64Url.EncodeToString(PointOf(key)), Base64Url.EncodeToString(devices[name].Secret));
    }

    /// <summary>Waits until so many have come.</summary>
    public async Task<IReadOnlyList<CamePush>> Wait(int count)
    {
        for (var i = 0; i < 200 && Came.Count < count; i++) await Task.Delay(100);
        Assert.Empty(Faults);
        Assert.True(Came.Count >= count, $"{Came.Count} of {count} came, {Refused.Count} were refused.");
        return [.. Came];
    }

    public async ValueTask DisposeAsync()
    {
        listener.Close();
        await listening;
        foreach (var (key, _) in devices.Values) key.Dispose();
    }

    async Task Listen()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }

            try
            {
                var device = context.Request.Url!.AbsolutePath[(new Uri(Address).AbsolutePath.Length)..];
                var status = Answer(device);
                if ((int)status is >= 200 and < 300) Came.Enqueue(await Opened(context.Request, device));
                else Refused.Enqueue(device);
                context.Response.StatusCode = (int)status;
                if (RetryAfter is not null) context.Response.AddHeader("Retry-After", RetryAfter);
                if (Location is not null) context.Response.AddHeader("Location", Location);
            }
            catch (Exception error)
            {
                Faults.Enqueue(error);
                context.Response.StatusCode = 400;
            }

            context.Response.Close();
        }
    }

    async Task<CamePush> Opened(HttpListenerRequest request, string device)
    {
        Assert.Equal(("POST", "aes128gcm"), (request.HttpMethod, request.Headers["Content-Encoding"]));
        using var body = new MemoryStream();
        await request.InputStream.CopyToAsync(body);
        var (claims, key) = Signed(request.Headers["Authorization"]!);
        var text = JsonDocument.Parse(Open(devices[device], body.ToArray())).RootElement;
        Assert.Equal(["title", "body", "tag", "url"], text.EnumerateObject().Select(field => field.Name));
        string Field(string name) => text.GetProperty(name).GetString()!;
        return new CamePush(device, Field("title"), Field("body"), Field("tag"), Field("url"), request.Headers["Topic"]!, request.Headers["TTL"]!, request.Headers["Urgency"]!, claims, key, (int)body.Length);
    }

    static byte[] Open((ECDiffieHellman Key, byte[] Secret) device, byte[] body)
    {
        var (salt, size, idLength) = (body[..16], BinaryPrimitives.ReadUInt32BigEndian(body.AsSpan(16)), body[20]);
        var (sender, box) = (body[21..(21 + idLength)], body[(21 + idLength)..]);
        // One record, and no larger than services take.
        Assert.True(idLength == 65 && box.Length <= size && body.Length <= 4096);
        using var other = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = sender[1..33], Y = sender[33..] } });
        var input = HKDF.DeriveKey(HashAlgorithmName.SHA256, device.Key.DeriveRawSecretAgreement(other.PublicKey), 32, device.Secret, [.. Encoding.ASCII.GetBytes("WebPush: info\0"), .. PointOf(device.Key), .. sender]);
        byte[] Derived(string purpose, int length) => HKDF.DeriveKey(HashAlgorithmName.SHA256, input, length, salt, Encoding.ASCII.GetBytes($"Content-Encoding: {purpose}\0"));
        using var cipher = new AesGcm(Derived("aes128gcm", 16), 16);
        var plain = new byte[box.Length - 16];
        cipher.Decrypt(Derived("nonce", 12), box.AsSpan(0, plain.Length), box.AsSpan(plain.Length), plain);
        var end = Array.FindLastIndex(plain, one => one != 0);
        Assert.Equal(2, plain[end]);
        return plain[..end];
    }

    static (JsonElement Claims, string Key) Signed(string authorization)
    {
        Assert.StartsWith("vapid t=", authorization, StringComparison.Ordinal);
        var (token, key) = authorization["vapid t=".Length..].Split(", k=") is [var t, var k] ? (t.Split('.'), k) : throw new FormatException(authorization);
        var point = Base64Url.DecodeFromChars(key);
        using var signer = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = point[1..33], Y = point[33..] } });
        Assert.True(signer.VerifyData(Encoding.ASCII.GetBytes($"{token[0]}.{token[1]}"), Base64Url.DecodeFromChars(token[2]), HashAlgorithmName.SHA256));
        Assert.Equal("ES256", JsonDocument.Parse(Base64Url.DecodeFromChars(token[0])).RootElement.GetProperty("alg").GetString());
        return (JsonDocument.Parse(Base64Url.DecodeFromChars(token[1])).RootElement, key);
    }

    static byte[] PointOf(ECDiffieHellman key) => key.ExportParameters(false).Q is var point ? [4, .. point.X!, .. point.Y!] : [];

    static string FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }
}
