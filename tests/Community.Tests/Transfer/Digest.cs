using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Transfer;

/// <summary>All rows of the database as one number, but for what the clock and chance decide.</summary>
public static partial class Digest
{
    public static async Task<string> Of(EmptyStore fresh)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var db = fresh.Context();
        await db.Database.OpenConnectionAsync();
        var tables = db.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        foreach (var table in tables)
        {
            using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\" ORDER BY 1, 2";
            using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                for (var i = 0; i < reader.FieldCount; i++)
                    hash.AppendData(Encoding.UTF8.GetBytes(Stable(table, reader.GetName(i), reader.GetValue(i)) + "\n"));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    static string Stable(string table, string column, object value) => (table, column) switch
    {
        ("Events", "At") or ("Spaces", "CreatedAt") => "now",
        ("Revisions", "Html") => Prefix().Replace((string)value, "=\"$1"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{table} {column} {value}"),
    };

    /// <summary>Element ids begin with letters of chance.</summary>
    [GeneratedRegex("=\"(#?)r[a-z0-9]{6}-", RegexOptions.NonBacktracking)]
    private static partial Regex Prefix();
}
