namespace Community.Glossary;

/// <summary>
/// Finds terms in the text of stored HTML: whole words, the longest form at a place, acronyms as they are written and others in any case, a plural "s" with them.
/// One look at each word; most are passed over by their first two letters.
/// </summary>
public sealed class TermFinder
{
    const int Beginnings = 1_024;

    readonly bool[] begins = new bool[Beginnings];
    readonly Dictionary<string, TermForm[]>.AlternateLookup<ReadOnlySpan<char>> byFirstWord;

    internal TermFinder(IReadOnlyList<KnownTerm> terms)
    {
        var forms = terms.SelectMany(term => term.Forms.Select((form, place) => (Form: TermForm.Of(term, form), place))).Where(one => one.Form is not null);
        // Where forms are equal: what is named so before what is also called so, the institution's before a space's, the older before the newer.
        byFirstWord = forms.GroupBy(one => one.Form!.FirstWord, StringComparer.OrdinalIgnoreCase).ToDictionary(
            group => group.Key,
            group => group.OrderByDescending(one => one.Form!.Length).ThenBy(one => one.place > 0).ThenBy(one => one.Form!.Term.SpaceId is not null).ThenBy(one => one.Form!.Term.Id).Select(one => one.Form!).ToArray(),
            StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var word in byFirstWord.Dictionary.Keys) begins[Beginning(word)] = true;
    }

    /// <summary>The next term in a run of encoded text between two tags, from <paramref name="from"/> on; null when there is none.</summary>
    /// <param name="spaceId">Where the text stands: that space's meaning of a word goes before another's.</param>
    public TermMatch? Next(ReadOnlySpan<char> run, int from, long spaceId)
    {
        for (var start = Words.NextStart(run, from); start >= 0; start = Words.NextStart(run, start))
        {
            var end = Words.End(run, start);
            var word = run[start..end];
            if (Match(run, start, word, spaceId) is { } match && match.Start >= from) return match;
            if (word.Length > 2 && word[^1] == 's' && Match(run, start, word[..^1], spaceId) is { } plural && plural.Start >= from) return plural;

            start = end;
        }

        return null;
    }

    TermMatch? Match(ReadOnlySpan<char> run, int at, ReadOnlySpan<char> word, long spaceId)
    {
        if (!begins[Beginning(word)] || !byFirstWord.TryGetValue(word, out var forms)) return null;

        (TermForm Form, int End)? best = null;
        foreach (var form in forms)
        {
            if (best is { } found && found.Form.Length > form.Length) break;
            if (form.EndAt(run, at - form.Lead) is var end and >= 0 && (best is null || form.Term.SpaceId == spaceId && best.Value.Form.Term.SpaceId != spaceId)) best = (form, end);
        }

        return best is { } one ? new TermMatch(at - one.Form.Lead, one.End, one.Form.Term) : null;
    }

    static int Beginning(ReadOnlySpan<char> word) => (char.ToUpperInvariant(word[0]) * 31 + (word.Length > 1 ? char.ToUpperInvariant(word[1]) : 0)) % Beginnings;
}

/// <summary>A term that stands in a text.</summary>
/// <param name="End">Behind its last character.</param>
public readonly record struct TermMatch(int Start, int End, KnownTerm Term);
