using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Transfer;

/// <summary>All rows of the database as a line for each table, but for letters of chance in element ids.</summary>
public static partial class Digest
{
    public static async Task<string> Of(EmptyStore fresh)
    {
        await using var db = fresh.Context();
        await db.Database.OpenConnectionAsync();
        var lines = new StringBuilder();
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Distinct().Order(StringComparer.Ordinal))
        {
            using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            using var reader = await command.ExecuteReaderAsync();
            var rows = new List<string>();
            while (await reader.ReadAsync()) rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
            rows.Sort(StringComparer.Ordinal);
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(Prefix().Replace(string.Join('\n', rows), "=\"$1")));
            lines.Append(CultureInfo.InvariantCulture, $"{table} {rows.Count} {Convert.ToHexString(hash)}\n");
        }

        return lines.ToString();
    }

    [GeneratedRegex("=\"(#?)r[a-z0-9]{6}-", RegexOptions.NonBacktracking)]
    private static partial Regex Prefix();
}
