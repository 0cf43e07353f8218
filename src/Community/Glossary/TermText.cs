namespace Community.Glossary;

/// <summary>A term as somebody typed it, cleaned: single lines without spaces around, no synonym twice.</summary>
public sealed record TermText
{
    public const int MinNameLength = 2, MaxNameLength = 80, MaxMeaningLength = 500, MaxSynonyms = 12;

    public string Name { get; private init; } = "";

    public string Meaning { get; private init; } = "";

    public IReadOnlyList<string> Synonyms { get; private init; } = [];

    internal IEnumerable<(string Field, string? Words)> Fields => [(nameof(Name), Name), (nameof(Meaning), Meaning), .. Synonyms.Select(form => (nameof(Synonyms), (string?)form))];

    internal string SynonymLines => string.Join('\n', Synonyms);

    /// <param name="synonyms">Other forms of the same: spelled out, short, as readers say it.</param>
    /// <exception cref="RefusedException">Too long, too many, or without a letter or digit.</exception>
    public static TermText Of(string? name, string? meaning, IEnumerable<string?> synonyms)
    {
        var text = new TermText { Name = Line(name), Meaning = Line(meaning) };
        if (!IsForm(text.Name))
            throw new RefusedException(Refusal.Invalid, "A term has {0} to {1} characters, among them a letter or a digit.", MinNameLength, MaxNameLength) { Field = nameof(Name) };
        if (text.Meaning.Length is 0 or > MaxMeaningLength)
            throw new RefusedException(Refusal.Invalid, "Say what it means, in 1 to {0} characters.", MaxMeaningLength) { Field = nameof(Meaning) };

        var forms = synonyms.Select(Line).Where(form => form.Length > 0).DistinctBy(Folded.Of).Where(form => Folded.Of(form) != Folded.Of(text.Name)).ToList();
        if (forms.Count > MaxSynonyms)
            throw new RefusedException(Refusal.Invalid, "A term has at most {0} synonyms. Keep the ones that people really type.", MaxSynonyms) { Field = nameof(Synonyms) };
        if (!forms.TrueForAll(IsForm))
            throw new RefusedException(Refusal.Invalid, "A synonym has {0} to {1} characters, among them a letter or a digit.", MinNameLength, MaxNameLength) { Field = nameof(Synonyms) };

        return text with { Synonyms = forms };
    }

    internal static string[] Lines(string lines) => lines.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    static string Line(string? typed) => string.Join(' ', (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    static bool IsForm(string form) => form.Length is >= MinNameLength and <= MaxNameLength && form.Any(char.IsLetterOrDigit);
}
