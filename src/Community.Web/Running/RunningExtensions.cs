using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Community.Web.Running;

/// <summary>Puts log, health and a graceful stop into the program.</summary>
public static class RunningExtensions
{
    /// <summary>Beyond what requests may take: consumers end, the index is committed.</summary>
    const int SecondsForTheRest = 15;

    public static WebApplicationBuilder AddRunning(this WebApplicationBuilder builder)
    {
        builder.Services.AddSystemd();
        builder.Logging.AddLog(builder.Configuration);
        builder.Services.AddOptions<HostOptions>().Configure<IConfiguration>((host, settings) => host.ShutdownTimeout = TimeSpan.FromSeconds(settings.Number(SettingList.StopSeconds) + SecondsForTheRest));
        builder.Services.AddSingleton<MetricsDoor>();
        builder.Services.AddSingleton<Readiness>();
        builder.Services.AddHealthChecks();
        builder.Check<DatabaseHealth>(DatabaseHealth.Name).Check<MigrationsHealth>("migrations").Check<DiskHealth>("disk").Check<IndexHealth>("index").Check<ConsumersHealth>("consumers").Check<MailHealth>("mail");
        return builder;
    }

    static WebApplicationBuilder Check<T>(this WebApplicationBuilder builder, string name) where T : class, IHealthCheck
    {
        builder.Services.AddSingleton<T>();
        builder.Services.AddSingleton<Bounded<T>>();
        builder.Services.AddHealthChecks().AddCheck<Bounded<T>>(name);
        return builder;
    }
}
