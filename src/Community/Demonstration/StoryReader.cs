using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Community.Topics;

namespace Community.Demonstration;

/// <summary>Reads the library and its stories out of the program.</summary>
static partial class StoryReader
{
    const string Folder = "Community.Demonstration.Content.";
    const string Topics = Folder + "topics.";
    const string Fence = "---\n";

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static Library Library() => JsonSerializer.Deserialize<Library>(Text(Folder + "library.json"), Json)!;

    /// <summary>In the order of their names.</summary>
    public static IReadOnlyList<Story> Stories() =>
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.StartsWith(Topics, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(name => Story(name[Topics.Length..^".md".Length], Text(name))),
    ];

    /// <exception cref="FormatException">The file is not a story.</exception>
    public static Story Story(string key, string text)
    {
        var parts = text.Split(Fence, 3);
        if (parts.Length < 3) throw new FormatException($"The story {key} does not begin with its head between two lines of ---.");

        var head = parts[1].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1].Trim());
        var scenes = SceneHead().Split("=== opening\n" + parts[2]).Skip(1).Chunk(2).Select((scene, place) => Scene(head, place, scene[0].Trim(), scene[1].Trim())).ToList();
        return new Story(key, Enum.Parse<TopicKind>(head["kind"], ignoreCase: true), head["space"], head["title"], head["tags"].Split(", "), head["by"], head["at"], [.. scenes.Where(scene => scene.Act != Demonstration.Scene.Passage)])
        {
            Passages = [.. scenes.Where(scene => scene.Act == Demonstration.Scene.Passage)],
            Varies = head.GetValueOrDefault("varies"),
            IsMasked = head.GetValueOrDefault("masked") == "true",
            Unit = head.GetValueOrDefault("unit"),
        };
    }

    static Scene Scene(Dictionary<string, string> head, int place, string line, string text)
    {
        var words = SceneWord().Matches(line).ToDictionary(word => word.Groups[1].Value, word => word.Groups[2].Value.Trim('"'));
        var act = line.Split(' ', 2)[0];
        words.TryAdd("by", head["by"]);
        words.TryAdd("id", act == Demonstration.Scene.Opening ? act : $"scene{place}");
        if (act == Demonstration.Scene.Opening && head.TryGetValue("votes", out var votes)) words["votes"] = votes;
        return new Scene(act, words, text);
    }

    static string Text(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new FormatException($"The program has no part named {name}.");
        return new StreamReader(stream).ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex("^=== (.*)$", RegexOptions.Multiline, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex SceneHead();

    [GeneratedRegex("([a-z]+)=(\"[^\"]*\"|[^ ]+)", RegexOptions.NonBacktracking)]
    private static partial Regex SceneWord();
}
