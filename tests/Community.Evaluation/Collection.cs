using System.Globalization;
using System.Text.Json;

namespace Community.Evaluation;

/// <summary>A judged collection: documents, queries, and which documents (or people) are right for each query.</summary>
/// <param name="Queries">In the order of the file.</param>
/// <param name="Grades">By query and by document or person; above 0 is relevant.</param>
/// <param name="Candidates">People whom a ranking is restricted to; null for all.</param>
sealed record Collection(IReadOnlyList<JudgedDocument> Documents, IReadOnlyList<(string Id, string Text)> Queries, IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Grades, IReadOnlySet<string>? Candidates)
{
    /// <exception cref="InvalidDataException">A file is not in its form; the message says where.</exception>
    public static Collection Read(DirectoryInfo folder)
    {
        var documents = File.ReadLines(In("docs.jsonl")).Where(line => line.Length > 0).Select(JudgedDocument.Of).ToList();
        var queries = File.ReadLines(In("queries.tsv")).Where(line => line.Length > 0).Select(line => line.Split('\t', 2)).Select(parts => (parts[0], parts.Length > 1 ? parts[1] : "")).ToList();
        var grades = File.ReadLines(In("qrels.txt")).Where(line => !string.IsNullOrWhiteSpace(line)).Select(Judgement)
            .GroupBy(j => j.Query).ToDictionary(g => g.Key, IReadOnlyDictionary<string, int> (g) => g.GroupBy(j => j.Subject).ToDictionary(s => s.Key, s => s.Last().Grade));
        var candidates = In("candidates.json");
        return new Collection(documents, queries, grades, File.Exists(candidates) ? JsonDocument.Parse(File.ReadAllText(candidates)).RootElement.EnumerateArray().Select(JudgedDocument.Word).ToHashSet() : null);

        string In(string name) => Path.Combine(folder.FullName, name);
    }

    static (string Query, string Subject, int Grade) Judgement(string line) =>
        line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is [var query, _, var subject, var grade, ..] && int.TryParse(grade, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? (query, subject, number)
            : throw new InvalidDataException("This line of qrels.txt is not “query 0 subject grade”: " + line);
}

/// <summary>One document. Ids are compared as text, whatever they were.</summary>
/// <param name="Authors">Empty where the collection is not about people.</param>
/// <param name="IsAnswer">It says whether it was accepted.</param>
sealed record JudgedDocument(string Id, string Title, string Text, IReadOnlyList<string> Authors, int Score, bool IsAnswer, bool IsAccepted, DateTime? At)
{
    public static JudgedDocument Of(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        return new JudgedDocument(Word(root.GetProperty("id")), Said(root, "title"), Said(root, "text"),
            root.TryGetProperty("authors", out var many) ? [.. many.EnumerateArray().Select(Word)] : root.TryGetProperty("author", out var one) && one.ValueKind != JsonValueKind.Null ? [Word(one)] : [],
            root.TryGetProperty("score", out var score) && score.TryGetInt32(out var points) ? points : 0,
            root.TryGetProperty("accepted", out var accepted),
            accepted.ValueKind switch { JsonValueKind.True => true, JsonValueKind.Number => accepted.GetDouble() > 0, _ => false },
            root.TryGetProperty("date", out var date) && DateTime.TryParse(date.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var at) ? at : null);
    }

    /// <summary>A number or a string, as text.</summary>
    public static string Word(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    static string Said(JsonElement root, string name) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
