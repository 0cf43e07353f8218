namespace Community.Glossary;

/// <summary>One stored version of a term, whole.</summary>
public sealed class TermRevision
{
    public const int MaxSummaryLength = 300;

    TermRevision()
    {
    }

    internal TermRevision(Term term, int number, TermText text, long editorId, string? summary, DateTime now)
    {
        (Term, Number, EditorId, At) = (term, number, editorId, now);
        (Name, Meaning, SynonymLines) = (text.Name, text.Meaning, text.SynonymLines);
        Summary = (summary ?? "").Trim();
        if (Summary.Length > MaxSummaryLength)
            throw new RefusedException(Refusal.Invalid, "The summary has at most {0} characters.", MaxSummaryLength) { Field = nameof(Summary) };
    }

    public long Id { get; private set; }

    public long TermId { get; private set; }

    public Term Term { get; private set; } = null!;

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    public string Name { get; private set; } = "";

    public string Meaning { get; private set; } = "";

    /// <summary>One a line.</summary>
    public string SynonymLines { get; private set; } = "";

    public IReadOnlyList<string> Synonyms => TermText.Lines(SynonymLines);

    public string Summary { get; private set; } = "";

    public long EditorId { get; private set; }

    public DateTime At { get; private set; }
}
