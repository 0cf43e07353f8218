using Community.Search;
using Community.Search.Saved;
using Community.Spaces;
using Community.Store;
using Community.Web.Frame;
using Community.Web.Search;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.SavedSearches;

/// <summary>Loads a person's own saved searches.</summary>
public sealed class SavedSearchLoading(CommunityContext db, CurrentViewer current, KnownCommunity known)
{
    public async Task<SavedSearchesPage> Load(long? deleted)
    {
        var viewer = await current.Get();
        var finds = db.SearchFinds;
        var found = await db.SearchesOf(viewer.PersonId).AsNoTracking().OrderByDescending(s => s.Id).Take(SavedSearch.MostPerPerson)
            .Select(s => new { Search = s, Told = finds.Count(f => f.SearchId == s.Id && f.IsTold), Last = finds.Where(f => f.SearchId == s.Id && f.IsTold).Max(f => (DateTime?)f.At) }).ToListAsync();
        var spaces = (await known.Ground()).Spaces;
        var undone = deleted is null ? null : await db.SavedSearches.AsNoTracking().Where(s => s.Id == deleted && s.PersonId == viewer.PersonId && s.DeletedAt != null).Select(s => (long?)s.Id).FirstOrDefaultAsync();
        return new SavedSearchesPage([.. found.Select(one =>
        {
            var search = one.Search;
            var space = search.SpaceId is { } id && viewer.CanRead(id) ? spaces.GetValueOrDefault(id) : null;
            var request = search.Query.Asking(space?.Slug) with { Sort = search.Text.Length > 0 ? SearchSort.Relevance : SearchSort.Newest };
            return new SavedSearchRow(search.Id, search.Name, search.Text, search.Kind, space?.Name, search.Tag, search.SpaceId is not null && space is null,
                SearchAddress.Of(request), search.IsAlerting, search.CreatedAt, one.Told, one.Last);
        })], undone);
    }
}
