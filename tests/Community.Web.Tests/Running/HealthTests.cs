using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Community.Events;
using Microsoft.Data.Sqlite;

namespace Community.Web.Tests.Running;

public sealed class HealthTests(RunningSite site) : IClassFixture<RunningSite>
{
    static readonly TimeSpan Remembered = TimeSpan.FromMilliseconds(1_100);

    [Fact]
    public async Task Whoever_asks_is_told_the_state_of_every_part_and_no_more()
    {
        using var visitor = site.Visitor();
        using var member = await site.SignedIn("Ada Member");
        using var administrator = await site.SignedIn();

        foreach (var browser in new[] { visitor, member })
        {
            var (status, told) = await Ready(browser);
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Equal(["consumers", "database", "disk", "index", "mail", "migrations"], told.GetProperty("parts").EnumerateObject().Select(part => part.Name).Order());
            Assert.False(told.TryGetProperty("details", out _));
        }

        Assert.True((await Ready(administrator)).Told.GetProperty("details").GetProperty("disk").GetProperty("figures").GetProperty("freeBytes").GetInt64() > 0);
    }

    [Fact]
    public async Task A_held_database_is_named_within_a_second_or_two_and_found_again()
    {
        await Task.Delay(Remembered, TestContext.Current.CancellationToken);
        using var browser = site.Visitor();
        await using (var other = new SqliteConnection(site.Data.ConnectionString))
        {
            await other.OpenAsync(TestContext.Current.CancellationToken);
            await using var held = other.CreateCommand();
            held.CommandText = "BEGIN IMMEDIATE";
            await held.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

            var began = Stopwatch.GetTimestamp();
            var (status, told) = await Ready(browser);

            Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
            Assert.Equal("not ready", told.GetProperty("parts").GetProperty("database").GetString());
            Assert.Contains("database", told.GetProperty("says").GetString(), StringComparison.Ordinal);
            Assert.InRange(Stopwatch.GetElapsedTime(began).TotalSeconds, 0, 2.5);
            held.CommandText = "ROLLBACK";
            await held.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        for (var tries = 0; (await Ready(browser)).Status != HttpStatusCode.OK; tries++)
        {
            Assert.True(tries < 10);
            await Task.Delay(500, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task An_event_that_was_set_aside_is_told_of()
    {
        await using var own = await RunningSite.Start();
        await own.Store.Write(async db =>
        {
            db.FailedEvents.Add(new FailedEvent("notifications", 1, "secret", DateTime.UtcNow));
            await db.SaveChangesAsync();
        });
        using var administrator = await own.SignedIn();

        var (status, told) = await Ready(administrator);

        Assert.Equal((HttpStatusCode.OK, "behind"), (status, told.GetProperty("parts").GetProperty("consumers").GetString()));
        Assert.Contains("notifications set 1 events aside", told.GetProperty("details").GetProperty("consumers").GetProperty("says").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", told.GetRawText(), StringComparison.Ordinal);
    }

    static async Task<(HttpStatusCode Status, JsonElement Told)> Ready(HttpClient browser)
    {
        var answer = await browser.GetAsync(new Uri("/health/ready", UriKind.Relative));
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement);
    }
}
