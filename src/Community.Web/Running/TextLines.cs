using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Community.Web.Running;

/// <summary>The log for people on a terminal.</summary>
public sealed class TextLines(TimeProvider clock) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "community-text";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var time = clock.GetLocalNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        var level = logEntry.LogLevel >= LogLevel.Warning ? logEntry.LogLevel.ToString().ToUpperInvariant() + " " : "";
        textWriter.WriteLine($"{time} {level}{logEntry.Message}{(LogEntries.Correlation(scopeProvider) is { } id ? $" [{id}]" : "")}");
        if (logEntry.Exception is { } error) textWriter.WriteLine(ToldError.Of(error));
    }
}
