using System.Diagnostics;
using System.Globalization;
using Community.Benchmarks.Making;
using Community.Benchmarks.Searching;
using Community.Events;
using Community.Notifications;
using Community.People;
using Community.Store;
using Community.Topics;
using Community.Topics.Watching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Benchmarks.Telling;

/// <summary>A reply in a topic that everybody follows, beside one in a topic that nobody does: what the writer waits for, and how soon all notices are there, also when the program is killed meanwhile.</summary>
sealed class FanOutPart(GeneratedCommunity community, Table table)
{
    const int Rounds = 200;

    public async Task Run(CancellationToken stop)
    {
        await using var services = GeneratedCommunity.Services(community.Data);
        var (store, add) = (services.GetRequiredService<CommunityStore>(), services.GetRequiredService<AddPost>());
        var notify = new NotifyPeople(store, TimeProvider.System);
        var (followed, lonely) = (community.ThreadId, community.LongThreadId);
        var people = await Follow(store, followed, stop);
        await CatchUp(notify, stop);

        // Without anybody who reads the log meanwhile: this is the writer's part alone.
        var (ours, theirs) = (default(Work), default(Work));
        for (var i = -20; i < Rounds; i++)
        {
            var one = await Work.Of(() => add.Run(community.ReaderId, followed, Part.Reply, null, $"To all, {i}.", stop: stop));
            var other = await Work.Of(() => add.Run(community.ReaderId, lonely, Part.Reply, null, $"To nobody, {i}.", stop: stop));
            if (i >= 0) (ours, theirs) = (ours + one, theirs + other);
        }

        table.Row($"a reply, {people:N0} followers beside none, processor time", Ms(ours.Processor / Rounds), Ms(theirs.Processor / Rounds), Ratio(ours.Processor / theirs.Processor), "1.1");

        await store.Write(db => db.Notifications.ExecuteDeleteAsync(stop), stop);
        await Skip(store, stop);
        var post = await add.Run(community.ReaderId, followed, Part.Reply, null, "To all, once more.", stop: stop);
        var began = Stopwatch.GetTimestamp();
        await CatchUp(notify, stop);
        var took = Stopwatch.GetElapsedTime(began);
        table.Row($"{await Told(store, post, stop):N0} notices of one reply", took.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture) + " s", atMost: "5 s");

        await Killed(store, add, notify, followed, stop);
    }

    /// <summary>The consumer in a process of its own, killed again and again while it writes, and then left to its end.</summary>
    async Task Killed(CommunityStore store, AddPost add, NotifyPeople notify, long topicId, CancellationToken stop)
    {
        var posts = new List<long>();
        for (var i = 0; i < 5; i++) posts.Add(await add.Run(community.ReaderId, topicId, Part.Reply, null, $"To all, and killed, {i}.", stop: stop));
        var kills = 0;
        for (; kills < 8; kills++)
        {
            using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(FanOutPart).Assembly.Location, "tell-child", "--data", community.Data]) { RedirectStandardOutput = true })!;
            await process.StandardOutput.ReadLineAsync(stop);
            await Task.Delay(60 + 1_000 * kills, stop);
            process.Kill();
            await process.WaitForExitAsync(stop);
        }

        var partly = 0;
        foreach (var post in posts) partly += await Told(store, post, stop);
        await CatchUp(notify, stop);
        var counts = new List<int>();
        foreach (var post in posts) counts.Add(await Told(store, post, stop));
        var doubled = await store.Read(db => db.Notifications.Where(n => posts.Contains(n.PostId!.Value)).GroupBy(n => new { n.PostId, n.PersonId }).CountAsync(g => g.Count() > 1, stop));
        table.Row($"killed {kills} times while it told of {posts.Count} replies: notices of each, doubled", $"{counts.Min():N0} to {counts.Max():N0}, {doubled}", $"{partly:N0} before the last start", atMost: "0 doubled");
    }

    /// <summary>What <c>tell-child</c> does.</summary>
    public static async Task Child(string data, CancellationToken stop)
    {
        await using var services = GeneratedCommunity.Services(data);
        var notify = new NotifyPeople(services.GetRequiredService<CommunityStore>(), TimeProvider.System);
        await services.GetRequiredService<CommunityStore>().Read(db => db.People.CountAsync(stop));
        Console.WriteLine("reads");
        await CatchUp(notify, stop);
        await Task.Delay(Timeout.Infinite, stop);
    }

    static async Task<int> Follow(CommunityStore store, long topicId, CancellationToken stop) => await store.Write(async db =>
    {
        await db.Database.ExecuteSqlAsync($"""DELETE FROM "Watches" WHERE "TopicId" = {topicId}""", stop);
        var people = await db.People.Where(p => p.ClosedAt == null).Select(p => p.Id).ToListAsync(stop);
        db.Watches.AddRange(people.Select(id => new Watch(id, new WatchSubject(TopicId: topicId), WatchLevel.Follow, DateTime.UtcNow)));
        await db.SaveChangesAsync(stop);
        return people.Count;
    }, stop);

    static async Task CatchUp(NotifyPeople notify, CancellationToken stop)
    {
        while (await notify.Step(stop)) ;
    }

    static Task Skip(CommunityStore store, CancellationToken stop) => store.Write(async db =>
    {
        (await db.Checkpoints.SingleAsync(c => c.Consumer == "notifications", stop)).MoveTo(await db.Events.MaxAsync(e => e.Id, stop));
        await db.SaveChangesAsync(stop);
    }, stop);

    static Task<int> Told(CommunityStore store, long post, CancellationToken stop) => store.Read(db => db.Notifications.CountAsync(n => n.PostId == post, stop));

    internal static string Ms(TimeSpan time) => time.TotalMilliseconds.ToString("0.00", CultureInfo.InvariantCulture) + " ms";

    internal static string Ratio(double ratio) => ratio.ToString("0.00", CultureInfo.InvariantCulture);
}
