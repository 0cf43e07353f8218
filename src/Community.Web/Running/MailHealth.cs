using Community.Notifications;
using Community.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Community.Web.Running;

/// <summary>Whether mail goes out. What the mail server said is not told here: it names addresses.</summary>
public sealed class MailHealth(ContextFactory contexts, SmtpSettings smtp, TimeProvider clock) : IHealthCheck
{
    public const string Waiting = "waiting";
    public const string Failing = "failing";
    public const string GivenUp = "givenUp";

    static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!smtp.IsSet) return HealthCheckResult.Healthy("No mail server is set.");

        await using var db = contexts.Create();
        var unsent = db.Mails.AsNoTracking().Where(m => m.SentAt == null);
        var waiting = await unsent.CountAsync(m => m.Tries < Outbox.MaxTries, cancellationToken);
        var failing = await unsent.CountAsync(m => m.Tries > 0 && m.Tries < Outbox.MaxTries, cancellationToken);
        var givenUp = await unsent.CountAsync(m => m.Tries >= Outbox.MaxTries, cancellationToken);
        var oldest = await unsent.Where(m => m.Tries < Outbox.MaxTries).MinAsync(m => (DateTime?)m.CreatedAt, cancellationToken);
        var figures = new Dictionary<string, object> { [Waiting] = (long)waiting, [Failing] = (long)failing, [GivenUp] = (long)givenUp };

        if (failing > 0) return HealthCheckResult.Degraded($"{failing} mails were not taken at the last try and are tried again.", data: figures);

        return clock.GetUtcNow().UtcDateTime - oldest > LongestWait ? HealthCheckResult.Degraded($"{waiting} mails wait, some for more than five minutes.", data: figures) : HealthCheckResult.Healthy("Mail goes out.", figures);
    }
}
