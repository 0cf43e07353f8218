using System.Diagnostics;
using System.Text.Json;
using Community.Governance;
using Community.People;
using Community.Search;
using Community.Store;
using Community.Transfer;
using Community.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Benchmarks.Making;

/// <summary>A community that was made once and is kept: what is measured in it.</summary>
/// <param name="ReaderId">The member who is signed in.</param>
public sealed record GeneratedCommunity(string Data, int Posts, long ReaderId, long ThreadId, long QuestionId, long LongThreadId, Guid SessionId)
{
    /// <summary>How many topics at the beginning have a size that is asked for.</summary>
    public const int Measured = 5;

    const string Version = "2";

    /// <summary>Two common words.</summary>
    public static string Search => Wording.Word(40) + " " + Wording.Word(150);

    /// <param name="isIndexed">Whether a new one gets its index.</param>
    public static async Task<GeneratedCommunity> MadeOrKept(BenchmarkOptions options, CancellationToken stop, bool isIndexed = true)
    {
        var folder = Path.Combine(options.Folder, $"community-{options.Posts}-{Version}{(options.Real is null ? "" : "-real")}");
        var made = Path.Combine(folder, "made.json");
        if (File.Exists(made))
        {
            // Kept since before a migration, it may be.
            await using var services = Services(folder);
            await services.GetRequiredService<Migrator>().Run(stop);
            return JsonSerializer.Deserialize<GeneratedCommunity>(await File.ReadAllTextAsync(made, stop))! with { Data = folder };
        }

        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        var began = Stopwatch.GetTimestamp();
        var community = await Make(folder, options, isIndexed, stop);
        Console.Error.WriteLine($"made {options.Posts:N0} posts in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s");
        await File.WriteAllTextAsync(made, JsonSerializer.Serialize(community), stop);
        return community;
    }

    static async Task<GeneratedCommunity> Make(string folder, BenchmarkOptions options, bool isIndexed, CancellationToken stop)
    {
        await using var services = Services(folder);
        var store = services.GetRequiredService<CommunityStore>();
        await services.GetRequiredService<Migrator>().Run(stop);
        var (people, spaces) = await new MadePeople(store).Make(stop);
        var topics = await new MadeTopics(store, people, spaces).Make(options.Posts, stop);
        var reader = await store.Read(db => db.People.Where(p => p.Role == Role.Member).OrderBy(p => p.Id).Skip(50).Select(p => p.Id).FirstAsync(stop));
        await new MadeHabits(store, people, topics).Make(reader, stop);

        if (options.Real is not null) await Bring(services.GetRequiredService<ImportStackExchange>(), options.Real, stop);

        var session = new Session(Guid.NewGuid(), reader, "wrk", DateTime.UtcNow);
        await store.Write(async db =>
        {
            db.Sessions.Add(session);
            await db.SaveChangesAsync(stop);
        }, stop);
        if (isIndexed) await Index(services, stop);
        return new GeneratedCommunity(folder, options.Posts, reader, topics[0], topics[1], topics[2], session.Id);
    }

    /// <summary>What people really wrote: each dump in a space of its own.</summary>
    static async Task Bring(ImportStackExchange import, string folder, CancellationToken stop)
    {
        foreach (var dump in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            Console.Error.WriteLine($"import {Path.GetFileName(dump)}");
            await import.Run(dump, new ImportTarget("real-" + Path.GetFileName(dump).Replace('.', '-'), Tier: Tier.Public), stop: stop);
        }
    }

    static async Task Index(ServiceProvider services, CancellationToken stop)
    {
        await services.GetRequiredService<RebuildIndex>().Run(progress => Console.Error.Write($"\rindex {progress.Done} of {progress.Total}"), stop);
        var check = await services.GetRequiredService<CheckIndex>().Run(stop);
        Console.Error.WriteLine($"\r{check}");
        if (!check.IsRight) throw new InvalidOperationException("The index does not fit the generated rows.");
    }

    /// <summary>The community without its face, on a data folder.</summary>
    internal static ServiceProvider Services(string folder)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddCommunity(new DataFolder(folder), null);
        PeopleServices.AddAccounts(services);
        return services.BuildServiceProvider();
    }
}
