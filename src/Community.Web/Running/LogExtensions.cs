using Microsoft.Extensions.Logging.Console;

namespace Community.Web.Running;

/// <summary>Sets the log up: on standard error, for people on a terminal, else one JSON object a line.</summary>
public static class LogExtensions
{
    /// <param name="least">Nothing below it is told, whatever the settings say.</param>
    public static ILoggingBuilder AddLog(this ILoggingBuilder logging, IConfiguration settings, LogLevel least = LogLevel.Trace)
    {
        var isText = settings.Of(SettingList.LogFormat).ToUpperInvariant() switch { "TEXT" => true, "JSON" => false, _ => !Console.IsErrorRedirected };
        logging.ClearProviders();
        logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        logging.AddConsoleFormatter<JsonLines, ConsoleFormatterOptions>();
        logging.AddConsoleFormatter<TextLines, ConsoleFormatterOptions>();
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.FormatterName = isText ? TextLines.FormatterName : JsonLines.FormatterName);

        var level = Enum.TryParse<LogLevel>(settings.Of(SettingList.LogLevels), true, out var set) && set > least ? set : least;
        logging.AddFilter((string?)null, level).AddFilter("Community", level);
        // It would put the raw path, with titles and one-time links in it, around every line of a request; RequestLog says the same without.
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        return logging;
    }
}
