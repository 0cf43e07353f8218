using Community.Store;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace Community.Web.Running;

/// <summary><c>/metrics</c>: what the program measures of itself, in Prometheus' text format. Where no door to it is set nothing is collected.</summary>
public static class MetricsExtensions
{
    public const string Path = "/metrics";

    /// <summary>The framework's own figures: garbage collection, threads, memory and processor; open connections.</summary>
    static readonly string[] Framework = ["System.Runtime", "Microsoft.AspNetCore.Server.Kestrel"];

    /// <summary>Their names in the text format break its rules.</summary>
    static readonly string[] Misnamed = ["dotnet.assembly.count", "dotnet.process.cpu.count", "dotnet.timer.count"];

    /// <summary>Call it when all settings are there.</summary>
    public static WebApplicationBuilder AddMetrics(this WebApplicationBuilder builder)
    {
        if (!new MetricsDoor(builder.Configuration).IsThere) return builder;

        builder.Services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .ConfigureResource(resource => resource.Clear().AddService("community", serviceVersion: typeof(Site).Assembly.GetName().Version?.ToString(3), autoGenerateServiceInstanceId: false))
            .AddMeter([CommunityMeter.Name, .. Framework])
            .AddView(instrument => Misnamed.Contains(instrument.Name) ? MetricStreamConfiguration.Drop : null)
            .AddPrometheusExporter());
        builder.Services.AddSingleton<Figures>();
        return builder;
    }

    /// <summary>Whoever may not read it goes on and finds no such page, like at any other address.</summary>
    public static IApplicationBuilder UseMetrics(this IApplicationBuilder app)
    {
        var door = app.ApplicationServices.GetRequiredService<MetricsDoor>();
        if (!door.IsThere) return app;

        var figures = app.ApplicationServices.GetRequiredService<Figures>();
        return app.MapWhen(context => context.Request.Path == Path && HttpMethods.IsGet(context.Request.Method) && door.Opens(context), inside =>
        {
            inside.Use(async (context, next) =>
            {
                RequestLog.NoteAs(context, Path);
                await figures.Refresh();
                await next(context);
            });
            inside.UseOpenTelemetryPrometheusScrapingEndpoint(_ => true);
        });
    }
}
