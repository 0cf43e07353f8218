using Community.Governance;
using Community.Web.Topics;

namespace Community.Web.Glossary;

/// <summary>Terms by their first letter.</summary>
/// <param name="Letters">What terms in this list begin with.</param>
/// <param name="Spaces">Glossaries that the reader sees something of, to choose from.</param>
public sealed record GlossaryPage(IReadOnlyList<TermRow> Terms, string Query, string? Letter, string? Space, IReadOnlyList<string> Letters, IReadOnlyList<GlossaryChoice> Spaces, string? Next, bool MayAdd)
{
    public bool IsNarrowed => Query.Length > 0 || Letter is not null || Space is not null;

    /// <summary>The address with another letter.</summary>
    public string With(string? letter) => "/glossary" + GlossaryListing.QueryOf(Query, letter, Space);
}

/// <summary>A term in the list.</summary>
/// <param name="SpaceName">Null for the whole institution's.</param>
public sealed record TermRow(long Id, string Name, string Meaning, IReadOnlyList<string> Synonyms, string? SpaceName);

/// <summary>A glossary.</summary>
/// <param name="Space">The slug, or <see cref="GlossaryListing.OfAll"/>.</param>
/// <param name="Name">Null for the whole institution's.</param>
public sealed record GlossaryChoice(string Space, string? Name);

/// <summary>A term with its history.</summary>
/// <param name="SpaceId">Null, and so are its slug and name, for the whole institution's.</param>
/// <param name="Versions">The newest first, at most 50.</param>
/// <param name="Author">Who added it.</param>
public sealed record TermPage(long Id, string Name, string Meaning, IReadOnlyList<string> Synonyms, long? SpaceId, string? SpaceSlug, string? SpaceName, Tier Tier, Named Author, DateTime CreatedAt,
    IReadOnlyList<TermVersion> Versions, TermAbsence? Absence, bool MayRevise, bool MayRemove)
{
    public string Address => GlossaryAddress.Of(Id, Name);
}

/// <summary>One revision, with what it said.</summary>
public sealed record TermVersion(int Number, string Name, string Meaning, IReadOnlyList<string> Synonyms, string Summary, Named Editor, DateTime At);

/// <summary>That it is removed.</summary>
public sealed record TermAbsence(string Reason, string By, DateTime At);

/// <summary>A term as it is typed.</summary>
public sealed record TermForm
{
    public string? Name { get; init; }

    public string? Meaning { get; init; }

    /// <summary>One a line, or with commas between them.</summary>
    public string? Synonyms { get; init; }

    /// <summary>For a new one: the slug, empty for the whole institution.</summary>
    public string? Space { get; init; }

    public string? Summary { get; init; }

    /// <summary>The revision that the editor saw.</summary>
    public int BaseRevision { get; init; }
}

/// <summary>The page for adding or revising a term.</summary>
/// <param name="Term">Null for a new one.</param>
/// <param name="Spaces">For a new one: the glossaries that the person may write in.</param>
/// <param name="Existing">The term that has the word already.</param>
/// <param name="Now">What stands there now, where somebody revised it meanwhile.</param>
public sealed record TermFormPage(TermPage? Term, TermForm Form, IReadOnlyList<GlossaryChoice> Spaces, Named? Existing = null, TermVersion? Now = null);
