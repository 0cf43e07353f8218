using Community.Events;
using Community.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Community.Web.Running;

/// <summary>Whether those who follow the log and keep their place in the database have read it, and what they set aside.</summary>
public sealed class ConsumersHealth(ContextFactory contexts, IEnumerable<IConsumer> consumers) : IHealthCheck
{
    public const string Lag = "lag.";
    public const string SetAside = "setAside.";

    const long MostBehind = 1_000;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = contexts.Create();
        var last = await db.Events.MaxAsync(e => (long?)e.Id, cancellationToken) ?? 0;
        var read = await db.Checkpoints.AsNoTracking().ToDictionaryAsync(c => c.Consumer, c => c.EventId, cancellationToken);
        var aside = await db.FailedEvents.AsNoTracking().GroupBy(f => f.Consumer).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);

        var names = consumers.OfType<StoredConsumer>().Select(consumer => consumer.Name).ToList();
        var figures = names.ToDictionary(name => Lag + name, name => (object)(last - read.GetValueOrDefault(name)));
        foreach (var name in names.Union(aside.Keys)) figures[SetAside + name] = (long)aside.GetValueOrDefault(name);

        var behind = names.Where(name => last - read.GetValueOrDefault(name) > MostBehind).Select(name => $"{name} is {last - read.GetValueOrDefault(name)} events behind").ToList();
        var troubles = behind.Concat(aside.Select(one => $"{one.Key} set {one.Value} events aside that it could not read")).ToList();
        return troubles.Count == 0 ? HealthCheckResult.Healthy("Every event was read.", figures) : HealthCheckResult.Degraded($"{string.Join("; ", troubles)}.", data: figures);
    }
}
