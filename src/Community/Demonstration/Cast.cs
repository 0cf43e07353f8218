using System.Globalization;
using System.Text.RegularExpressions;

namespace Community.Demonstration;

/// <summary>What the short words of the stories became: ids of people, topics and posts, and the posts' present texts.</summary>
sealed partial class Cast
{
    /// <summary>Stands between what was there and what is put in its place.</summary>
    public const string Change = "\n→\n";

    readonly Dictionary<string, long> people = [];
    readonly Dictionary<string, long> things = [];
    readonly Dictionary<string, string> texts = [];
    readonly HashSet<string> left = [];

    public long Person(string id) => people[id];

    public void Came(string id, long personId) => people.Add(id, personId);

    /// <summary>Whether their last visit is over.</summary>
    public bool HasLeft(string id) => left.Contains(id);

    public void Leave(string id) => left.Add(id);

    public long Topic(Story story) => things[story.Key];

    public long Post(Story story, string id) => Named($"{story.Key}.{id}");

    /// <summary>A topic by its story's key, or a post by that and its own.</summary>
    public long Named(string key) => things[key];

    public long Suggestion(Story story, string id) => things[$"{story.Key}.{id}"];

    public void Suggested(Story story, string id, long suggestionId) => things.Add($"{story.Key}.{id}", suggestionId);

    public string PostText(Story story, string id) => texts[$"{story.Key}.{id}"];

    public void Began(Story story, long topicId) => things.Add(story.Key, topicId);

    public long Report(Story story, string id) => things[$"{story.Key}.{id}"];

    public void Reported(Story story, string id, long reportId) => things.Add($"{story.Key}.{id}", reportId);

    public long Trial(Tried trial) => things[trial.Title];

    public void Tries(Tried trial, long trialId) => things.Add(trial.Title, trialId);

    public void Wrote(Story story, string id, long postId, string text)
    {
        things.Add($"{story.Key}.{id}", postId);
        texts.Add($"{story.Key}.{id}", text);
    }

    /// <summary>An edit says what it puts in place of what, with a line <c>→</c> between; without one it adds to the end.</summary>
    public string Rewrite(Story story, string id, string edit) => texts[$"{story.Key}.{id}"] = Rewritten(PostText(story, id), edit, story.Key);

    /// <summary>The same of any text.</summary>
    public static string Rewritten(string before, string edit, string key)
    {
        if (edit.Split(Change, 2) is not [var old, var put]) return $"{before}\n\n{edit}";
        if (!before.Contains(old, StringComparison.Ordinal)) throw new FormatException($"{key} has no words: {old}");

        return before.Replace(old, put, StringComparison.Ordinal);
    }

    /// <summary>What others made of it.</summary>
    public void Reworded(Story story, string id, string text) => texts[$"{story.Key}.{id}"] = text;

    /// <summary>Puts ids in place of <c>{{key}}</c> and <c>{{key.post}}</c>.</summary>
    /// <exception cref="FormatException">It is not there yet: one cannot point at what comes later.</exception>
    public string Resolve(string text) => Reference().Replace(text, found => things.TryGetValue(found.Groups[1].Value, out var id)
        ? id.ToString(CultureInfo.InvariantCulture)
        : throw new FormatException($"{found.Value} is not there yet."));

    [GeneratedRegex(@"\{\{([a-z0-9.-]+)\}\}", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Reference();
}
