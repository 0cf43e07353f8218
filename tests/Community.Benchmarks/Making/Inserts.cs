using System.Data.Common;
using Community.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Community.Benchmarks.Making;

/// <summary>Writes rows of one table by a statement that is made once, in the transaction of its context: with a tracked entity for each, a million posts take an hour.</summary>
sealed class Inserts : IDisposable
{
    readonly DbCommand command;

    public Inserts(CommunityContext db, string table, params string[] columns)
    {
        command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) VALUES ({string.Join(", ", columns.Select((_, i) => "@p" + i))})";
        for (var i = 0; i < columns.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@p" + i;
            command.Parameters.Add(parameter);
        }
    }

    /// <param name="row">In the order of the columns; what is an enumeration is written by its name.</param>
    public void Add(params ReadOnlySpan<object?> row)
    {
        for (var i = 0; i < row.Length; i++) command.Parameters[i].Value = row[i] switch { null => DBNull.Value, Enum named => named.ToString(), var value => value };
        command.ExecuteNonQuery();
    }

    public void Dispose() => command.Dispose();
}
