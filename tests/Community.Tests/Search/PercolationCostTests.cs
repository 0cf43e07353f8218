using System.Diagnostics;
using System.Globalization;
using Community.Search.Saved;
using Community.Topics;

namespace Community.Tests.Search;

/// <summary>What new posts cost where many people have saved searches.</summary>
public sealed class PercolationCostTests(ITestOutputHelper output)
{
    const int Searches = 5_000;

    static readonly string[] Subjects = ["linen", "tape", "barcode", "reader", "return", "slip", "customs", "parcel", "microfilm", "scanner", "permit", "parking", "invoice", "budget", "catalogue", "authority"];

    [Fact]
    public async Task Five_thousand_saved_searches_cost_a_new_post_little()
    {
        await using var village = await AskedVillage.Start();
        await village.Store.Write(async db =>
        {
            for (var i = 0; i < Searches; i++)
                db.SavedSearches.Add(new SavedSearch(i % 2 == 0 ? village.Library.Marta : village.Library.Rosa, "", new SavedQuery(Text(i), i % 7 == 0 ? TopicKind.Note : null, null, i % 5 == 0 ? "parcels" : null), true, DateTime.UtcNow));
            await db.SaveChangesAsync();
        });
        await village.Told();
        var consumer = village.Consumer();

        foreach (var posts in new[] { 100, 100, 1, 1, 1 })
        {
            for (var i = 0; i < posts; i++) await village.Library.Ask($"Question {i}", string.Join(' ', Enumerable.Range(0, 120).Select(word => $"word{(i * 31 + word * 17) % 900}")) + (i % 20 == 0 ? " linen tape7" : ""), by: village.Library.Jonas);
            using var process = Process.GetCurrentProcess();
            var (before, began) = (process.TotalProcessorTime, Stopwatch.GetTimestamp());
            while (await consumer.Step(TestContext.Current.CancellationToken))
            {
            }

            process.Refresh();
            var (cost, took) = (process.TotalProcessorTime - before, Stopwatch.GetElapsedTime(began));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Searches} saved searches, {posts} new posts: {cost.TotalMilliseconds:F0} ms of processor time, {cost.TotalMilliseconds / posts:F2} ms a post, {took.TotalMilliseconds:F0} ms"));
            Assert.True(cost.TotalSeconds < 10);
        }
    }

    static string Text(int i) => (i % 3) switch
    {
        0 => $"{Subjects[i % Subjects.Length]} absent{i}",
        1 => $"\"{Subjects[i % Subjects.Length]} {Subjects[i * 7 % Subjects.Length]}\" tape{i % 50}",
        _ => $"{Subjects[i % Subjects.Length]} {Subjects[i * 3 % Subjects.Length]} rare{i % 200}",
    };
}
