using Microsoft.Extensions.Logging.Abstractions;

namespace Community.Web.Running;

/// <summary>What both forms of the log take from an entry: of scopes nothing but the correlation id, of errors what <see cref="ToldError"/> lets through.</summary>
static class LogEntries
{
    const string OriginalFormat = "{OriginalFormat}";

    extension<T>(in LogEntry<T> entry)
    {
        public string Message => entry.Formatter(entry.State, null);

        /// <summary>The values that the message was made of.</summary>
        public IEnumerable<KeyValuePair<string, object?>> Values =>
            entry.State is IEnumerable<KeyValuePair<string, object?>> values ? values.Where(value => value.Key != OriginalFormat) : [];
    }

    /// <summary>The correlation id of the request that the line belongs to; null outside of one.</summary>
    public static string? Correlation(IExternalScopeProvider? scopes)
    {
        string? found = null;
        scopes?.ForEachScope((scope, _) => found = scope is RequestScope request ? request.Id : found, 0);
        return found;
    }
}

/// <summary>Stands around every line that is logged while a request is answered.</summary>
sealed record RequestScope(string Id);
