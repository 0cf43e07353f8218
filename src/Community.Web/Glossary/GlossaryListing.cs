using System.Globalization;
using Community.Glossary;
using Community.Governance;
using Community.Spaces;
using Community.Store;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Glossary;

/// <summary>What the pages of the glossary show, behind the gate.</summary>
public sealed class GlossaryListing(CommunityContext db, KnownCommunity known)
{
    /// <summary>Names the whole institution's glossary where a space's slug would stand; no slug looks like it.</summary>
    public const string OfAll = "-";

    const int PageSize = 50, MostVersions = 50;

    /// <summary>Null where there is no such glossary for this viewer.</summary>
    public async Task<GlossaryPage?> Page(Viewer viewer, string? query, string? letter, string? space, long? after)
    {
        var (ground, all) = (await known.Ground(), db.Terms.AsNoTracking().ListedFor(viewer));
        var holding = await all.Select(t => t.SpaceId).Distinct().ToListAsync();
        var choices = holding.Where(id => id is null).Select(_ => new GlossaryChoice(OfAll, null))
            .Concat(ground.Spaces.Values.Where(s => holding.Contains(s.Id) || s.Slug == space).Select(s => new GlossaryChoice(s.Slug, s.Name))).ToList();
        if (await Of(viewer, space) is not { } narrow) return null;

        var wanted = Folded.Of(query ?? "");
        var terms = all.Where(narrow);
        if (wanted.Length > 0) terms = terms.Where(t => t.NameFolded.Contains(wanted) || t.SynonymsFolded.Contains(wanted));
        var letters = await terms.Select(t => t.NameFolded.Substring(0, 1)).Distinct().OrderBy(first => first).ToListAsync();
        var first = letter is null ? null : Folded.Of(letter) is { Length: > 0 } folded ? StringInfo.GetNextTextElement(folded) : null;
        if (first is not null) terms = terms.Where(t => t.NameFolded.StartsWith(first));

        var rows = await After(terms, all, after).OrderBy(t => t.NameFolded).ThenBy(t => t.Id).Take(PageSize + 1).Select(t => new { t.Id, t.Name, t.Meaning, t.SynonymLines, t.SpaceId }).ToListAsync();
        var next = rows.Count > PageSize ? "/glossary" + QueryOf(wanted, first, space, rows[PageSize - 1].Id) : null;
        return new GlossaryPage([.. rows.Take(PageSize).Select(t => new TermRow(t.Id, t.Name, t.Meaning, t.SynonymLines.Split('\n', StringSplitOptions.RemoveEmptyEntries), t.SpaceId is { } id ? ground.Spaces.GetValueOrDefault(id)?.Name : null))],
            query?.Trim() ?? "", first, string.IsNullOrEmpty(space) ? null : space, [.. letters.Where(l => l.Length == 1 && char.IsLetterOrDigit(l[0]))], choices, next, (await Writable(viewer)).Count > 0);
    }

    /// <summary>Null where there is no such term for this viewer.</summary>
    public async Task<TermPage?> Term(Viewer viewer, long id)
    {
        var term = await db.Terms.AsNoTracking().VisibleTo(viewer).FirstOrDefaultAsync(t => t.Id == id);
        if (term is null) return null;

        var versions = await db.TermRevisions.AsNoTracking().Where(r => r.TermId == id).OrderByDescending(r => r.Number).Take(MostVersions).ToListAsync();
        var removal = term.RemovedAt is null ? null : await db.TermRemovals.AsNoTracking().FirstOrDefaultAsync(r => r.TermId == id && r.LiftedAt == null);
        var names = await known.Names(versions.Select(v => v.EditorId).Append(term.AuthorId).Concat(removal is null ? [] : [removal.ById]).Distinct());
        var space = term.SpaceId is { } spaceId ? (await known.Ground()).Spaces.GetValueOrDefault(spaceId) : null;
        return new TermPage(term.Id, term.Name, term.Meaning, term.Synonyms, term.SpaceId, space?.Slug, space?.Name, space?.Tier ?? Tier.Institution, Person(term.AuthorId), term.CreatedAt,
            versions.ConvertAll(v => new TermVersion(v.Number, v.Name, v.Meaning, v.Synonyms, v.Summary, Person(v.EditorId), v.At)),
            removal is null ? null : new TermAbsence(removal.Reason, Person(removal.ById).Name, removal.At),
            term.RemovedAt is null && viewer.MayWithTerms(Act.KeepTerms, term.SpaceId), viewer.MayWithTerms(Act.RemoveTerm, term.SpaceId));

        Named Person(long personId) => new(personId, names[personId].Name);
    }

    /// <summary>The glossaries that this viewer may write in.</summary>
    public async Task<IReadOnlyList<GlossaryChoice>> Writable(Viewer viewer) =>
    [
        .. viewer.MayWithTerms(Act.KeepTerms, null) ? [new GlossaryChoice("", null)] : Array.Empty<GlossaryChoice>(),
        .. (await known.Ground()).Spaces.Values.Where(s => viewer.MayWithTerms(Act.KeepTerms, s.Id)).Select(s => new GlossaryChoice(s.Slug, s.Name)),
    ];

    /// <summary>The live term that has the word in the glossary, if this viewer may see it.</summary>
    public async Task<Named?> Existing(Viewer viewer, string? name, string? spaceSlug)
    {
        if (await Of(viewer, string.IsNullOrEmpty(spaceSlug) ? OfAll : spaceSlug) is not { } narrow) return null;

        var folded = Folded.Of(name ?? "");
        return await db.Terms.AsNoTracking().ListedFor(viewer).Where(narrow).Where(t => t.NameFolded == folded).Select(t => new Named(t.Id, t.Name)).FirstOrDefaultAsync();
    }

    internal static string QueryOf(string query, string? letter, string? space, long? after = null)
    {
        var pairs = new[] { ("q", query), ("letter", letter), ("space", space), ("after", after?.ToString(CultureInfo.InvariantCulture)) }.Where(pair => !string.IsNullOrEmpty(pair.Item2)).Select(pair => pair.Item1 + "=" + Uri.EscapeDataString(pair.Item2!));
        return string.Join('&', pairs) is { Length: > 0 } all ? "?" + all : "";
    }

    /// <summary>What narrows to a glossary; null where it is none that the viewer reads.</summary>
    async Task<System.Linq.Expressions.Expression<Func<Term, bool>>?> Of(Viewer viewer, string? space)
    {
        if (string.IsNullOrEmpty(space)) return t => true;
        if (space == OfAll) return viewer.ReadsTermsOf(null) ? t => t.SpaceId == null : null;

        return (await known.Ground()).Spaces.Values.FirstOrDefault(s => s.Slug == space && viewer.CanRead(s.Id)) is { Id: var id } ? t => t.SpaceId == id : null;
    }

    /// <summary>Behind the last term seen; one that is no more, or not for this viewer, leaves the list at its beginning.</summary>
    static IQueryable<Term> After(IQueryable<Term> terms, IQueryable<Term> all, long? after)
    {
        if (after is not { } id) return terms;

        return terms.Where(t => !all.Any(last => last.Id == id) || all.Any(last => last.Id == id && (t.NameFolded.CompareTo(last.NameFolded) > 0 || t.NameFolded == last.NameFolded && t.Id > last.Id)));
    }
}
