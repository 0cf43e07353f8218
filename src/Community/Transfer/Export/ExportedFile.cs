using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Community.Files;
using Community.Topics;

namespace Community.Transfer.Export;

/// <summary>Names of files, and how words, times and rows are written in them.</summary>
static class ExportedFile
{
    const int MaxTitle = 60;

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        // Read by people, too; nothing here is put into a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Space(string slug) => $"spaces/{slug}";

    /// <summary>"threads/12-which-tape.md": safe on every system, and of the id alone where the title is not shown.</summary>
    public static string Topic(TopicKind kind, long id, string? title)
    {
        var folder = kind switch { TopicKind.Thread => "threads", TopicKind.Question => "questions", _ => "notes" };
        var words = title is null ? "" : Words(title);
        return words.Length > 0 ? $"{folder}/{id}-{words}.md" : $"{folder}/{id}.md";
    }

    /// <summary>"files/12-scan.webp", below the space.</summary>
    public static string Attachment(long id, string name) => $"files/{id}-{FileNames.InAddress(name)}";

    public static string Time(DateTime at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string Day(DateTime at) => at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A JSON string, which YAML reads as it is.</summary>
    public static string Quoted(object? value) => JsonSerializer.Serialize(value, Json);

    /// <summary>A title on a line of Markdown.</summary>
    public static string Line(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings(" "))
        {
            if (c is '\\' or '[' or ']' or '*' or '_' or '`' or '<') line.Append('\\');
            line.Append(c);
        }

        return line.ToString();
    }

    static string Words(string title)
    {
        var words = new StringBuilder();
        foreach (var c in Folded.Of(title))
        {
            if (char.IsAsciiLetterOrDigit(c)) words.Append(c);
            else if (words.Length > 0 && words[^1] != '-') words.Append('-');
            if (words.Length == MaxTitle) break;
        }

        return words.ToString().Trim('-');
    }
}
