using System.Text.Json;
using Community.Transfer.Archives;
using Microsoft.EntityFrameworkCore;

namespace Community.Transfer.Export;

/// <summary>Writes rows into a file of their own, a JSON object a line.</summary>
sealed class RowFiles(NewArchive archive)
{
    const int RowsAtOnce = 500;

    /// <param name="after">The rows behind a number, in their order.</param>
    /// <param name="row">What goes out of one.</param>
    public async Task Write<T>(string name, Func<long, IQueryable<T>> after, Func<T, long> idOf, Func<T, object> row, CancellationToken stop) where T : class
    {
        await using var file = archive.AddText($"data/{name}.jsonl");
        var last = 0L;
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            var rows = await after(last).AsNoTracking().Take(RowsAtOnce).ToListAsync(stop);
            foreach (var one in rows) await file.WriteLineAsync(JsonSerializer.Serialize(row(one), ExportedFile.Json));
            if (rows.Count < RowsAtOnce) return;
            last = idOf(rows[^1]);
        }
    }
}
