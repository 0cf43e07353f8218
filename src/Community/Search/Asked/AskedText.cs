namespace Community.Search.Asked;

/// <summary>What is kept of a typed text: its words alone, and the group of all texts that mean the same.</summary>
/// <param name="Words">Folded, at most <see cref="MaxLength"/> characters. Filters are left out: the name of a space is nobody else's business.</param>
/// <param name="Group">Stems in the order of the alphabet, without stop words and doubles, at most as long.</param>
sealed record AskedText(string Words, string Group)
{
    public const int MaxLength = 200;

    /// <summary>From so many digits on a number may be somebody's: of a telephone, a card, a birth.</summary>
    const int FewestDigits = 7;

    static readonly CommunityAnalyzer Analyzer = new();

    /// <summary>Null where nothing can be kept: no words, or such as look like somebody's address or number.</summary>
    public static AskedText? Of(QueryText typed)
    {
        var wanted = typed.Units.Where(unit => !unit.IsExcluded).SelectMany(unit => unit.Any).ToList();
        var words = Cut(Folded.Of(string.Join(' ', wanted.Select(word => word.Text))));
        if (words.Contains('@', StringComparison.Ordinal) || words.Count(char.IsDigit) >= FewestDigits) return null;

        var telling = wanted.Where(word => word.IsPhrase || !StopWords.Has(word.Text)).ToList();
        var stems = Terms.Of(Analyzer, string.Join(' ', (telling.Count > 0 ? telling : wanted).Select(word => word.Text)))
            .Where(term => !term.IsWhole).Select(term => term.Text).Distinct().Order(StringComparer.Ordinal);
        var group = Cut(string.Join(' ', stems));
        return group.Length == 0 ? null : new AskedText(words, group);
    }

    /// <summary>Whether one of the words is somebody's family name. It loses a subject that somebody is called like, and keeps people from being talked about.</summary>
    /// <param name="names">Folded, as <see cref="FamilyName"/> gives them.</param>
    public static bool NamesSomebody(string words, IReadOnlySet<string> names) => words.Split(' ').Any(word => names.Contains(word.Trim('"', '\'', ',', '.', '?', '!')));

    public static string FamilyName(string foldedName) => foldedName[(foldedName.LastIndexOf(' ') + 1)..];

    static string Cut(string text)
    {
        if (text.Length <= MaxLength) return text;

        var end = text.LastIndexOf(' ', MaxLength);
        return text[..(end > 0 ? end : char.IsLowSurrogate(text[MaxLength]) ? MaxLength - 1 : MaxLength)];
    }
}
