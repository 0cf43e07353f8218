using System.Globalization;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Topics;

/// <summary>The reader's own drafts: for the forms of a page, and as a list.</summary>
public sealed class DraftLoading(CommunityContext db, CurrentViewer current)
{
    public const int PageSize = 30;

    const int MaxWords = 120;

    static readonly Prepared<Func<CommunityContext, long?, IAsyncEnumerable<string>>> Places = new(() =>
        EF.CompileAsyncQuery((CommunityContext db, long? personId) => db.Set<Draft>().Where(d => d.PersonId == personId && d.DiscardedAt == null).Select(d => d.Place)));

    HashSet<string>? places;

    /// <summary>Null when nothing is kept there. A page asks for many places; one query tells which of them have a draft.</summary>
    public async Task<KeptDraft?> At(DraftPlace place)
    {
        var me = (await current.Get()).PersonId;
        if (me is null) return null;

        var key = place.ToString();
        if (!(await Kept(me)).Contains(key)) return null;

        return await db.DraftsOf(me).FirstOrDefaultAsync(d => d.Place == key) is { } draft ? new KeptDraft(draft.Version, draft.UpdatedAt, DraftText.OfJson(draft.Text)) : null;
    }

    /// <summary>The newest first.</summary>
    /// <param name="after">The cursor of the page before: version, a dot, id.</param>
    public async Task<DraftsPage> List(string? after = null, long? discarded = null, int size = PageSize)
    {
        var viewer = await current.Get();
        // Most people have none, and home asks every time.
        if (discarded is null && (await Kept(viewer.PersonId)).Count == 0) return new DraftsPage([], null, null);

        var drafts = db.DraftsOf(viewer.PersonId);
        if (after?.Split('.') is [var v, var i] && long.TryParse(v, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && long.TryParse(i, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            drafts = drafts.Where(d => d.Version < version || d.Version == version && d.Id < id);

        var topics = db.Topics.AsNoTracking().VisibleTo(viewer);
        var found = await drafts.OrderByDescending(d => d.Version).ThenByDescending(d => d.Id).Take(size + 1).Select(d => new
        {
            d.Id,
            d.Place,
            d.Text,
            d.UpdatedAt,
            d.Version,
            Topic = topics.Where(t => t.Id == d.TopicId).Select(t => new { t.Title, IsShown = t.Standing == Standing.Published || viewer.OwnIds.Contains(t.AuthorId), IsClosed = t.ClosedAt != null }).FirstOrDefault(),
        }).ToListAsync();
        var rows = found.Take(size).Select(d =>
        {
            var (place, text) = (DraftPlace.Of(d.Place), DraftText.OfJson(d.Text));
            var isOpen = place.Kind == DraftKind.Topic || d.Topic is not null && (place.Kind is DraftKind.Edit or DraftKind.Suggest or DraftKind.Variant || !d.Topic.IsClosed);
            return new DraftRow(d.Id, place, d.Topic is { IsShown: true } ? d.Topic.Title : null, Words(text), d.UpdatedAt, isOpen ? DraftAddress.Of(place) : null, isOpen ? null : text.Body);
        });
        var undone = discarded is null ? null : await db.Drafts.AsNoTracking().Where(d => d.Id == discarded && d.PersonId == viewer.PersonId && d.DiscardedAt != null).Select(d => (long?)d.Id).FirstOrDefaultAsync();
        return new DraftsPage([.. rows], found.Count > size ? string.Create(CultureInfo.InvariantCulture, $"/drafts?after={found[size - 1].Version}.{found[size - 1].Id}") : null, undone);
    }

    async ValueTask<HashSet<string>> Kept(long? personId) => places ??= await Places.On(db)(db, personId).ToHashSetAsync();

    static string Words(DraftText text)
    {
        var words = (string.IsNullOrWhiteSpace(text.Title) ? text.Body : text.Title).ReplaceLineEndings(" ").Trim();
        return words.Length <= MaxWords ? words : words[..MaxWords].TrimEnd() + "…";
    }
}

/// <summary>What is kept at a place.</summary>
public sealed record KeptDraft(long Version, DateTime At, DraftText Text);

/// <summary>A person's own drafts.</summary>
/// <param name="Discarded">The one just thrown away, which can be brought back.</param>
public sealed record DraftsPage(IReadOnlyList<DraftRow> Rows, string? Next, long? Discarded);

/// <summary>One draft in the list.</summary>
/// <param name="Topic">The topic it belongs to; null of a new one, and where that is out of sight.</param>
/// <param name="Words">Its title or its first words.</param>
/// <param name="Address">Where to go on; null when it can no longer be sent there, and then <paramref name="Text"/> holds it to be copied.</param>
public sealed record DraftRow(long Id, DraftPlace Place, string? Topic, string Words, DateTime At, string? Address, string? Text);
