using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Search.Saved;

/// <summary>Keeps a search. The same one again is the one that is there.</summary>
public sealed class SaveSearch(CommunityStore store, TimeProvider clock)
{
    /// <param name="name">May be empty.</param>
    /// <returns>The saved search's id.</returns>
    /// <exception cref="RefusedException">It looks for nothing or in a space that is not there for this person, is too long, or there are too many.</exception>
    public Task<long> Run(long personId, SearchRequest request, string name = "", bool isAlerting = true, CancellationToken stop = default) => store.Write(async db =>
    {
        await db.LockRow("People", "Id", personId, stop);
        var viewer = await db.Viewer(personId, stop);
        if (!viewer.IsSignedIn) throw new RefusedException(Refusal.NotFound, "Sign in first.");

        var query = new SavedQuery(request.Text.Trim(), request.Kind, await SpaceOf(db, viewer, request.Space, stop), string.IsNullOrWhiteSpace(request.Tag) ? null : request.Tag.Trim());
        if (query is { Text: "", Kind: null, SpaceId: null, Tag: null }) throw new RefusedException(Refusal.Invalid, "Type something, or choose a kind, a space or a subject, before you save the search.");
        if (query.Text.Length > SavedSearch.MaxTextLength || query.Tag?.Length > SavedSearch.MaxTextLength)
            throw new RefusedException(Refusal.Invalid, "A search that is saved has at most {0} characters.", SavedSearch.MaxTextLength);

        var known = await db.SearchesOf(personId).FirstOrDefaultAsync(s => s.Text == query.Text && s.Kind == query.Kind && s.SpaceId == query.SpaceId && s.Tag == query.Tag, stop);
        if (known is not null) return known.Id;

        await db.DemandRoomForSearch(personId, stop);
        var saved = db.SavedSearches.Add(new SavedSearch(personId, name, query, isAlerting, clock.Now())).Entity;
        await db.SaveChangesAsync(stop);
        return saved.Id;
    }, stop);

    static async Task<long?> SpaceOf(CommunityContext db, Governance.Viewer viewer, string? slug, CancellationToken stop) =>
        string.IsNullOrEmpty(slug) ? null : (await db.SpaceFor(viewer, slug, stop)).Id;
}
