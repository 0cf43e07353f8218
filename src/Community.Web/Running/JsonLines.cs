using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Community.Web.Running;

/// <summary>One JSON object a line: <c>time, level, category, message, correlation</c>, the message's values under <c>values</c>, and <c>error</c>. The framework's own would write raw paths and the messages of all exceptions.</summary>
public sealed class JsonLines(TimeProvider clock) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "community-json";

    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("time", clock.GetUtcNow().UtcDateTime);
            json.WriteString("level", logEntry.LogLevel.ToString().ToLowerInvariant());
            json.WriteString("category", logEntry.Category);
            json.WriteString("message", logEntry.Message);
            if (LogEntries.Correlation(scopeProvider) is { } correlation) json.WriteString("correlation", correlation);
            WriteValues(json, logEntry.Values);
            if (logEntry.Exception is { } error) json.WriteString("error", ToldError.Of(error));
            json.WriteEndObject();
        }

        textWriter.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    static void WriteValues(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, object?>> values)
    {
        var isOpen = false;
        foreach (var (name, value) in values)
        {
            if (!isOpen) json.WriteStartObject("values");
            isOpen = true;
            json.WritePropertyName(name);
            switch (value)
            {
                case null: json.WriteNullValue(); break;
                case int or long or short or byte: json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture)); break;
                case double number when double.IsFinite(number): json.WriteNumberValue(number); break;
                case bool flag: json.WriteBooleanValue(flag); break;
                default: json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture)); break;
            }
        }

        if (isOpen) json.WriteEndObject();
    }
}
