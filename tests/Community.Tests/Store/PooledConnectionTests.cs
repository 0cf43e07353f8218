using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Store;

[Trait("Store", "Sqlite")]
public sealed class PooledConnectionTests(Village village) : IClassFixture<Village>
{
    const long Full = 2;
    const long BusyMilliseconds = 5_000;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_connection_that_is_used_again_still_waits_for_the_disk_and_knows_its_keys()
    {
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(Full, await Told("synchronous"));
            Assert.Equal(1, await Told("foreign_keys"));
            Assert.Equal(BusyMilliseconds, await Told("busy_timeout"));
        }
    }

    [Fact]
    public async Task Whoever_looks_whether_a_write_could_begin_leaves_others_their_patience()
    {
        await village.Store.Read(async db =>
        {
            await db.Database.OpenConnectionAsync(Stop);
            return await db.CouldWrite(Stop);
        });

        Assert.Equal(BusyMilliseconds, await Told("busy_timeout"));
    }

    Task<long> Told(string pragma) => village.Store.Read(async db =>
    {
        await db.Database.OpenConnectionAsync(Stop);
        using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA " + pragma;
        return Convert.ToInt64(await command.ExecuteScalarAsync(Stop), System.Globalization.CultureInfo.InvariantCulture);
    });
}
