using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Gate;

/// <summary>What stands in the database, to see whether anything changed.</summary>
static class Rows
{
    /// <summary>Moved by the program itself at any time.</summary>
    static readonly string[] Restless = ["Checkpoints", "Notifications", "Mails", "FailedEvents", "IndexJobs", "AskedSearches", "Gaps"];

    /// <summary>A line for each table: its name, how many rows, and a hash of them.</summary>
    public static Task<List<string>> Of(RunningSite site) => site.Store.Read(async db =>
    {
        await db.Database.OpenConnectionAsync();
        var lines = new List<string>();
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Distinct().Except(Restless).Order(StringComparer.Ordinal))
            lines.Add(await Line(db, table));
        return lines;
    });

    static async Task<string> Line(CommunityContext db, string table)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\"";
        await using var reader = await command.ExecuteReaderAsync();
        var text = new StringBuilder();
        var rows = 0;
        while (await reader.ReadAsync())
        {
            rows++;
            for (var i = 0; i < reader.FieldCount; i++)
                if (reader.GetName(i) != "SeenAt") text.Append(Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)).Append('|');
        }

        return $"{table} {rows} {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..12]}";
    }
}
