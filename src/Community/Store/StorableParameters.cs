using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Community.Store;

/// <summary>What is looked for on PostgreSQL is made storable, too: an address with %00 in it finds nothing, as on SQLite, instead of failing.</summary>
sealed class StorableParameters : DbCommandInterceptor
{
    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Clean(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Clean(command);
        return new(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Clean(command);
        return new(result);
    }

    static void Clean(DbCommand command)
    {
        foreach (DbParameter parameter in command.Parameters)
        {
            if (parameter.Value is string text) parameter.Value = Storable.Of(text);
            else if (parameter.Value is IEnumerable<string?> texts && texts.Any(one => one is not null && !Storable.IsStorable(one)))
                parameter.Value = texts.Select(one => one is null ? null : Storable.Of(one)).ToArray();
        }
    }
}
