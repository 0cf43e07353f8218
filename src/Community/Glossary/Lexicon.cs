namespace Community.Glossary;

/// <summary>The terms that one viewer may see, ready for two questions: what else is this called, and which words of a text have a meaning here.</summary>
public sealed class Lexicon
{
    public static readonly Lexicon Empty = new([]);

    readonly Lazy<SynonymSets> synonyms;
    readonly Lazy<TermFinder> finder;

    Lexicon(IReadOnlyList<KnownTerm> terms)
    {
        IsEmpty = terms.Count == 0;
        synonyms = new(() => new SynonymSets(terms));
        finder = new(() => new TermFinder(terms));
    }

    public bool IsEmpty { get; }

    public SynonymSets Synonyms => synonyms.Value;

    public TermFinder Finder => finder.Value;

    internal static Lexicon Of(IReadOnlyList<KnownTerm> terms) => terms.Count == 0 ? Empty : new(terms);
}
