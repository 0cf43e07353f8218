using Community.Store;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Community.Benchmarks.Limit;

/// <summary>The least that pages with these rows can cost: EF Core and Razor, without people, rights, texts in resources, or a frame of parts.</summary>
static class LimitSite
{
    public static async Task<int> Serve(string data, string url, CancellationToken stop)
    {
        var folder = new DataFolder(data);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls(url);
        builder.Services.AddSingleton(new ContextFactory(folder));
        builder.Services.AddScoped(provider => provider.GetRequiredService<ContextFactory>().Create());
        builder.Services.AddSingleton(_ => new IndexSearcher(DirectoryReader.Open(new NIOFSDirectory(folder.Index, NoLockFactory.GetNoLockFactory()))));
        builder.Services.AddOutputCache();
        builder.Services.AddSignalR();
        builder.Services.AddControllersWithViews().ConfigureApplicationPartManager(OnlyThisProgram);

        var app = builder.Build();
        app.UseOutputCache();
        app.MapControllers();
        app.MapHub<BareHub>("/bare");
        app.MapPost("/bare", (IHubContext<BareHub> hub) => hub.Clients.All.SendAsync("changed", new { id = 1, kind = "replied", topicId = 1, postId = 1 }));
        app.MapGet("/static", (int bytes) => Results.Content(new string('x', bytes), "text/html; charset=utf-8")).CacheOutput(policy => policy.Expire(TimeSpan.FromHours(1)));
        await HostingAbstractionsHostExtensions.RunAsync(app, stop);
        return 0;
    }

    static void OnlyThisProgram(ApplicationPartManager parts)
    {
        var name = typeof(LimitSite).Assembly.GetName().Name;
        foreach (var other in parts.ApplicationParts.Where(part => part.Name != name).ToList()) parts.ApplicationParts.Remove(other);
    }
}

/// <summary>A broadcast and nothing else.</summary>
sealed class BareHub : Hub;
