namespace Community.Glossary;

/// <summary>
/// What means the same. A term and its synonyms are one set, each form standing for the others; a form of two sets has the others of both. Words are compared folded:
/// lower case, without accents.
/// </summary>
public sealed class SynonymSets
{
    /// <summary>Of one form.</summary>
    public const int MostOthers = 4;

    /// <summary>Keyed by a form's first word; the longest forms first.</summary>
    readonly Dictionary<string, Form[]> byFirstWord;

    internal SynonymSets(IReadOnlyList<KnownTerm> terms)
    {
        var forms = from term in terms
                    from form in term.Forms
                    group term by Folded.Of(form) into same
                    let others = Others(same.Key, [.. same])
                    where others.Count > 0
                    select new Form(Words(same.Key), others);
        byFirstWord = forms.GroupBy(form => form.Words[0]).ToDictionary(group => group.Key, group => group.OrderByDescending(form => form.Words.Length).ToArray());
    }

    /// <summary>The other forms of a word or phrase, at most <see cref="MostOthers"/>, as they are written; a plural "s" is overlooked.</summary>
    public IReadOnlyList<string> Of(string form)
    {
        var words = Words(Folded.Of(form));
        return words.Length == 0 ? [] : In(words).FirstOrDefault(match => match.Length == words.Length)?.Others ?? [];
    }

    /// <summary>Every run of words that is a form with others, by its start and the longest first; runs may overlap.</summary>
    /// <param name="words">In the order in which they were typed, folded (<see cref="Folded.Of"/>), with the hyphens, dots and signs inside them.</param>
    public IReadOnlyList<Synonymous> In(IReadOnlyList<string> words)
    {
        if (byFirstWord.Count == 0) return [];

        var found = new List<Synonymous>();
        for (var start = 0; start < words.Count; start++)
            foreach (var form in Beginning(words[start]))
                if (form.IsAt(words, start)) found.Add(new Synonymous(start, form.Words.Length, form.Others));
        return found;
    }

    Form[] Beginning(string word) =>
        byFirstWord.TryGetValue(word, out var forms) || Singular(word) is { } one && byFirstWord.TryGetValue(one, out forms) ? forms : [];

    static string? Singular(string word) => word.Length > 2 && word[^1] == 's' ? word[..^1] : null;

    /// <summary>The names of the sets before their synonyms.</summary>
    static List<string> Others(string folded, IReadOnlyList<KnownTerm> sets) =>
        [.. sets.Select(term => term.Name).Concat(sets.SelectMany(term => term.Synonyms)).DistinctBy(Folded.Of).Where(other => Folded.Of(other) != folded).Take(MostOthers)];

    static string[] Words(string folded) => folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    sealed record Form(string[] Words, IReadOnlyList<string> Others)
    {
        public bool IsAt(IReadOnlyList<string> words, int start)
        {
            if (start + Words.Length > words.Count) return false;

            for (var i = 0; i < Words.Length; i++)
                if (words[start + i] != Words[i] && !(i == Words.Length - 1 && Singular(words[start + i]) == Words[i])) return false;
            return true;
        }
    }
}

/// <summary>A run of typed words with the other forms of what it means.</summary>
/// <param name="Start">Its first word, from 0.</param>
/// <param name="Length">How many words it has.</param>
/// <param name="Others">At most <see cref="SynonymSets.MostOthers"/> words or phrases, as they are written.</param>
public sealed record Synonymous(int Start, int Length, IReadOnlyList<string> Others);
