using System.Collections.Concurrent;

namespace Community.Governance;

/// <summary>What a space says otherwise than the table, as it is stored: <c>StartTopic=1 Remove=1</c>, each number a place in <see cref="Rights.Choices"/>.</summary>
public static class SpaceRules
{
    static readonly ConcurrentDictionary<string, IReadOnlyDictionary<Act, Who>> Read = new();

    /// <returns>Null for nothing. What cannot be read counts as not said.</returns>
    public static IReadOnlyDictionary<Act, Who>? Of(string stored) => stored.Length == 0 ? null : Read.GetOrAdd(stored, static words =>
        Chosen(words).Where(pair => pair.Value > 0 && pair.Value < Rights.Choices[pair.Key].Count).ToDictionary(pair => pair.Key, pair => Rights.Choices[pair.Key][pair.Value]));

    /// <summary>The place in the choices, by act; 0 where nothing is said.</summary>
    public static IReadOnlyDictionary<Act, int> Chosen(string stored)
    {
        var chosen = Rights.Choices.Keys.ToDictionary(act => act, _ => 0);
        foreach (var word in stored.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (word.Split('=') is [var name, var place] && Enum.TryParse<Act>(name, out var act) && chosen.ContainsKey(act) && int.TryParse(place, out var number)) chosen[act] = number;

        return chosen;
    }

    /// <exception cref="RefusedException">A choice that there is not.</exception>
    public static string Store(IReadOnlyDictionary<Act, int> chosen)
    {
        foreach (var (act, place) in chosen)
            if (!Rights.Choices.TryGetValue(act, out var choices) || place < 0 || place >= choices.Count) throw new RefusedException(Refusal.Invalid, "Choose one of the rules that there are.");

        return string.Join(' ', chosen.Where(pair => pair.Value > 0).OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}={pair.Value}"));
    }
}
