using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Community.Faults;

/// <summary>Somebody who replies without a pause, by the same form as everybody. What had no answer is sent again, unchanged, as soon as the site is back.</summary>
public sealed partial class Writer(Uri site, Ledger ledger, string name) : IDisposable
{
    readonly HttpClient browser = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = site, Timeout = TimeSpan.FromSeconds(60) };
    Sent? unanswered;
    string token = "";
    int count;

    public async Task SignIn(string email, string password, CancellationToken stop)
    {
        token = Value(await Page("/sign-in", stop), "__RequestVerificationToken");
        using var answer = await Post("/sign-in", [("email", email), ("password", password), ("stay", "true")], stop);
        if (answer.StatusCode != HttpStatusCode.SeeOther) throw new InvalidOperationException($"{name} cannot sign in: {answer.StatusCode}");
    }

    /// <summary>Starts a thread and gives its id.</summary>
    public async Task<long> StartThread(string space, CancellationToken stop)
    {
        var page = await Page("/new/thread", stop);
        token = Value(page, "__RequestVerificationToken");
        using var answer = await Post("/new/thread", [("Space", space), ("Title", $"What {name} saw"), ("Body", "It is written down below."), ("Key", Value(page, "Key"))], stop);
        return answer.Headers.Location is { } at && Number().Match(at.ToString()) is { Success: true } id ? long.Parse(id.Value, CultureInfo.InvariantCulture) : throw new InvalidOperationException($"No thread: {answer.StatusCode}");
    }

    /// <summary>Writes until it is stopped or the site is gone; in the second case the last post stays unanswered.</summary>
    public async Task Write(long topicId, CancellationToken stop)
    {
        string key;
        try
        {
            var page = await Page($"/threads/{topicId}/-", stop);
            (token, key) = (Value(page, "__RequestVerificationToken"), Value(page, "Key"));
        }
        catch (Exception error) when (IsGone(error) && !stop.IsCancellationRequested)
        {
            return;
        }

        while (!stop.IsCancellationRequested && await Send(topicId, new Sent(key, $"Seen by {name}, number {++count}."), stop)) key = Guid.NewGuid().ToString("N");
    }

    /// <summary>Sends again what had no answer.</summary>
    public async Task SendAgain(long topicId, CancellationToken stop)
    {
        if (unanswered is not { } post) return;

        ledger.SentAgain();
        if (!await Send(topicId, post, stop)) throw new InvalidOperationException($"{name} had no answer again.");
    }

    /// <returns>Whether an answer came.</returns>
    async Task<bool> Send(long topicId, Sent post, CancellationToken stop)
    {
        unanswered = post;
        try
        {
            using var answer = await Post($"/topics/{topicId}/posts", [("Part", "Reply"), ("Body", post.Body), ("Key", post.Key)], CancellationToken.None);
            if (answer.StatusCode != HttpStatusCode.SeeOther) throw new InvalidOperationException($"{name} was refused: {answer.StatusCode}");

            ledger.Acknowledge(post, long.Parse(Number().Match(answer.Headers.Location!.ToString()).Value, CultureInfo.InvariantCulture));
            unanswered = null;
            return true;
        }
        catch (Exception error) when (IsGone(error))
        {
            stop.ThrowIfCancellationRequested();
            return false;
        }
    }

    static bool IsGone(Exception error) => error is HttpRequestException or IOException or TaskCanceledException;

    /// <summary>A page, also where its address has moved.</summary>
    async Task<string> Page(string path, CancellationToken stop)
    {
        using var answer = await browser.GetAsync(new Uri(path, UriKind.Relative), stop);
        if (answer.Headers.Location is { } moved) return await Page(moved.ToString(), stop);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(stop);
    }

    async Task<HttpResponseMessage> Post(string path, IEnumerable<(string Name, string Value)> fields, CancellationToken stop)
    {
        using var form = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        return await browser.PostAsync(new Uri(path, UriKind.Relative), form, stop);
    }

    static string Value(string page, string field) =>
        Regex.Match(page, $"<input[^>]*name=\"{field}\"[^>]*value=\"([^\"]+)\"", RegexOptions.None, TimeSpan.FromSeconds(5)) is { Success: true } found ? found.Groups[1].Value : throw new InvalidOperationException($"The page has no field {field}.");

    [GeneratedRegex("[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    public void Dispose() => browser.Dispose();
}
