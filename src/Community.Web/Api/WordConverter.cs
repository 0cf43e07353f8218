using System.Text.Json;
using System.Text.Json.Serialization;

namespace Community.Web.Api;

/// <summary>Enumerations as lower-case words. A word that is none of them is refused like any other value that cannot be taken.</summary>
sealed class WordConverter<T> : JsonConverter<T> where T : struct, Enum
{
    static readonly Dictionary<string, T> Values = Enum.GetValues<T>().ToDictionary(Word.Of, StringComparer.Ordinal);

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType != JsonTokenType.String ? throw new JsonException()
        : Values.TryGetValue(reader.GetString()!, out var value) ? value
        : throw Word.Unknown(Values.Keys, typeof(T) == typeof(Community.Topics.Part) ? "Role" : typeof(T) == typeof(Community.Reports.ReportOutcome) ? "Outcome" : "Kind");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Word.Of(value));
}

/// <summary>For every enumeration.</summary>
sealed class WordConverters : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(WordConverter<>).MakeGenericType(typeToConvert))!;
}

/// <summary>An enumeration's value as programs read it.</summary>
static class Word
{
#pragma warning disable CA1308 // lower case is what the contract says
    public static string Of<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
#pragma warning restore CA1308

    /// <summary>From a query.</summary>
    /// <exception cref="RefusedException">It is none of the words.</exception>
    public static T? Parse<T>(string? word, string field) where T : struct, Enum
    {
        if (string.IsNullOrEmpty(word)) return null;

        foreach (var value in Enum.GetValues<T>())
            if (Of(value) == word) return value;

        throw Unknown(Enum.GetValues<T>().Select(Of), field);
    }

    public static RefusedException Unknown(IEnumerable<string> words, string field) => new(Refusal.Invalid, "This is one of: {0}.", string.Join(", ", words)) { Field = field };
}
