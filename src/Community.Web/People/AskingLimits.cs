using System.Collections.Concurrent;
using Community.Web.Frame;

namespace Community.Web.People;

/// <summary>Limits how often mails can be asked for: from one network address, and to one mail address. In memory.</summary>
public sealed class AskingLimits(TimeProvider clock, IConfiguration settings)
{
    const int MaxKept = 100_000;

    static readonly TimeSpan Window = Limits.Asking.Within;

    readonly int fromAddress = settings.TimesOf(Limits.Asking);

    readonly int toEmail = settings.TimesOf(Limits.MailsTo);

    readonly ConcurrentDictionary<string, (int Count, DateTime Since)> asked = new();

    /// <summary>Whether this network address may ask at all; where not, the answer says when again.</summary>
    public bool MayAsk(HttpContext context)
    {
        if (Count($"from {ClientAddress.Of(context)}") <= fromAddress) return true;

        context.Response.Headers.RetryAfter = ((int)Window.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return false;
    }

    /// <summary>Whether one more mail goes to this address. The asker is not told.</summary>
    public bool MaySend(string email) => Count($"to {email}") <= toEmail;

    int Count(string key)
    {
        if (asked.Count > MaxKept) asked.Clear();
        var now = clock.Now();
        return asked.AddOrUpdate(key, (1, now), (_, before) => now - before.Since > Window ? (1, now) : (before.Count + 1, before.Since)).Count;
    }
}
