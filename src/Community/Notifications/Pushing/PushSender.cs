using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Community.Notes.Links;

namespace Community.Notifications.Pushing;

/// <summary>What a push service answered.</summary>
/// <param name="Status">Null when it was not reached, or is no place to send to.</param>
/// <param name="Error">The kind of error where there is no status.</param>
/// <param name="After">How long it wants to be left alone.</param>
public sealed record PushAnswer(HttpStatusCode? Status, string? Error = null, TimeSpan? After = null)
{
    public bool IsTaken => Status is >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices;

    /// <summary>The browser is told no more: it was reset, or the permission taken back.</summary>
    public bool IsGone => Status is HttpStatusCode.NotFound or HttpStatusCode.Gone;

    /// <summary>Another time it may be taken.</summary>
    public bool IsForLater => Status is null && Error != PushSender.Inside || Status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError;
}

/// <summary>
/// Sends to push services (RFC 8030). People name their addresses, so it goes nowhere that is not of the public web, or the one place that a setting names; it follows nothing that
/// it is sent on to and reads nothing of an answer but its status.
/// </summary>
public sealed class PushSender : IDisposable
{
    /// <summary>The error of an address that is not of the public web.</summary>
    public const string Inside = "inside";

    const int TimeoutSeconds = 15;
    const int TtlSeconds = 24 * 60 * 60;

    readonly PushSettings settings;
    readonly HttpClient client, own;

    /// <param name="connection">How the public web is reached; null as it is.</param>
    public PushSender(PushSettings settings, PublicConnection? connection = null)
    {
        this.settings = settings;
        (client, own) = (Client((connection ?? new PublicConnection()).Open), Client(null));
    }

    /// <param name="authorization">See <see cref="WebPushCrypto.Authorization"/>.</param>
    /// <param name="topic">At most 32 letters: what still waits at the service with the same is replaced.</param>
    public async Task<PushAnswer> Send(PushTarget target, byte[] body, string authorization, string topic, CancellationToken stop)
    {
        if (!target.IsAllowed(settings.AlsoAllowed)) return new PushAnswer(null, Inside);

        using var request = new HttpRequestMessage(HttpMethod.Post, target.Endpoint) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        request.Content.Headers.ContentEncoding.Add("aes128gcm");
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        request.Headers.Add("TTL", TtlSeconds.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("Urgency", "normal");
        request.Headers.Add("Topic", topic);
        try
        {
            using var answer = await (PushTarget.IsOwn(request.RequestUri!, settings.AlsoAllowed) ? own : client).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
            return new PushAnswer(answer.StatusCode, null, answer.Headers.RetryAfter is { } retry ? retry.Delta ?? retry.Date - DateTimeOffset.UtcNow : null);
        }
        catch (Exception error) when (error is NotPublicException || error.InnerException is NotPublicException)
        {
            return new PushAnswer(null, Inside);
        }
        catch (Exception error) when (error is HttpRequestException or SocketException or IOException || error is OperationCanceledException && !stop.IsCancellationRequested)
        {
            return new PushAnswer(null, error.GetType().Name);
        }
    }

    public void Dispose()
    {
        client.Dispose();
        own.Dispose();
    }

    static HttpClient Client(Func<SocketsHttpConnectionContext, CancellationToken, ValueTask<Stream>>? connect) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = TimeSpan.FromSeconds(TimeoutSeconds),
        MaxResponseHeadersLength = 32,
        MaxResponseDrainSize = 0,
        ConnectCallback = connect,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
    })
    {
        Timeout = TimeSpan.FromSeconds(TimeoutSeconds),
    };
}
