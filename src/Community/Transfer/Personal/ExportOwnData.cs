using System.Data.Common;
using System.Globalization;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using Community.Spaces;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Transfer.Personal;

/// <summary>Writes everything that somebody wrote, and that is stored about them, into a zip of JSON files, a file a table: row by row, so that nothing is held in memory. Of what others own there are numbers only.</summary>
public sealed class ExportOwnData(ContextFactory contexts)
{
    const int RowsAFlush = 200;

    static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="RefusedException">There is no such person, or not any more.</exception>
    public async Task Run(long personId, Stream to, CancellationToken stop = default)
    {
        await using var db = contexts.Create();
        var viewer = await db.Viewer(personId, stop);
        if (!viewer.IsSignedIn) throw new RefusedException(Refusal.NotFound, "There is nothing at this address, or it is not for you.");

        await db.Database.OpenConnectionAsync(stop);
        await using var zip = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, stop);
        await Readme(zip, stop);
        foreach (var table in PersonalColumns.Of(db.Model)) await Write(db, zip, table, viewer.OwnIds, stop);
    }

    static async Task Readme(ZipArchive zip, CancellationToken stop)
    {
        await using var entry = await zip.CreateEntry("README.txt").OpenAsync(stop);
        await using var text = new StreamWriter(entry);
        await text.WriteAsync("""
            What you wrote here and what is stored about you, a file a table. Times are UTC.
            Revisions holds your texts; Posts and Topics say where they stand. A file whose name ends in .acts
            holds what you did to something that others made: of that there are numbers and times, and your own words.
            Secrets are left out: passwords, keys, and letters that can hold links which open an account.
            Files that you uploaded are named in Attachments; you find them in the posts where they stand.

            """.AsMemory(), stop);
    }

    static async Task Write(CommunityContext db, ZipArchive zip, PersonalTable table, IReadOnlyList<long> ids, CancellationToken stop)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        var own = string.Join(',', ids.Select(id => id.ToString(CultureInfo.InvariantCulture)));
#pragma warning disable CA2100 // Names come from the model, and ids are numbers.
        command.CommandText = $"""SELECT {string.Join(", ", table.Columns.Select(column => $"\"{column.Name}\""))} FROM "{table.Table}" WHERE {string.Join(" AND ", Conditions(table, own))}""";
#pragma warning restore CA2100
        await using var rows = await command.ExecuteReaderAsync(stop);
        if (!await rows.ReadAsync(stop)) return;

        await using var entry = await zip.CreateEntry(table.File + ".json").OpenAsync(stop);
        await using var json = new Utf8JsonWriter(entry, Readable);
        json.WriteStartArray();
        var count = 0;
        do
        {
            Write(json, rows, table.Columns);
            if (++count % RowsAFlush == 0) await json.FlushAsync(stop);
        }
        while (await rows.ReadAsync(stop));
        json.WriteEndArray();
        await json.FlushAsync(stop);
    }

    static IEnumerable<string> Conditions(PersonalTable table, string own)
    {
        if (table.By.Count > 0) yield return $"({string.Join(" OR ", table.By.Select(by => $"\"{by}\" IN ({own})"))})";
        if (table.Only is { } only) yield return only.Replace(PersonalTable.Own, own, StringComparison.Ordinal);
    }

    static void Write(Utf8JsonWriter json, DbDataReader row, IReadOnlyList<PersonalColumn> columns)
    {
        json.WriteStartObject();
        for (var i = 0; i < columns.Count; i++)
        {
            var name = columns[i].Name;
            switch (row.GetValue(i))
            {
                case DBNull: json.WriteNull(name); break;
                case long number when columns[i].IsYesOrNo: json.WriteBoolean(name, number != 0); break;
                case bool yes: json.WriteBoolean(name, yes); break;
                case long number: json.WriteNumber(name, number); break;
                case int number: json.WriteNumber(name, number); break;
                case double number: json.WriteNumber(name, number); break;
                case DateTime at: json.WriteString(name, at); break;
                case var value: json.WriteString(name, Convert.ToString(value, CultureInfo.InvariantCulture)); break;
            }
        }

        json.WriteEndObject();
    }
}
