using Community.Governance;
using Community.Spaces;

namespace Community.Search.Asked;

/// <summary>
/// Notes what somebody searched for. A search that found anything in a space that not all staff may read is not noted at all: its words may be
/// known from there alone, and what is noted may be read by all staff one day (<see cref="Gaps.Gap"/>). The same words of somebody who may not read there are noted as not found,
/// whether there is such a post or not, so that nothing can be told from it.
/// </summary>
public sealed class NoteSearch(AskedLately lately, KnownCommunity known, TimeProvider clock)
{
    /// <param name="who">Tells searchers apart for the day; it is kept nowhere.</param>
    /// <returns>What the page says when a result is opened; null when nothing was noted.</returns>
    public async Task<string?> Of(SearchRequest request, SearchResults results, Viewer viewer, string who)
    {
        if (request.Page > 1 || results.IsUnavailable || results.CatchingUp is not null) return null;

        var typed = QueryText.Of(request.Text, clock.Now());
        if (AskedText.Of(typed) is not { } text) return null;

        var spaces = (await known.Ground()).Spaces.Values.ToList();
        var isOpen = spaces.Where(IsStaffs).ToDictionary(s => s.Slug, s => s.Id);
        var chosen = string.IsNullOrEmpty(request.Space) ? null : request.Space;
        // Under "space" stand those of all spaces, also where one was chosen.
        if (results.Facets.Space.Any(f => !isOpen.ContainsKey(f.Value))) return null;
        if (chosen is not null && !isOpen.ContainsKey(chosen) || typed.Wanted.Spaces.Count + typed.Unwanted.Spaces.Count > 0) return null;

        var isCounted = chosen is not null || results.Facets.Space.Sum(f => f.Count) == results.Total;
        if (!isCounted && spaces.Any(s => !IsStaffs(s) && viewer.CanRead(s.Id))) return null;

        long? spaceId = chosen is null ? null : isOpen[chosen];
        var isNarrowed = request.IsNarrowed || typed.IsNarrowed || typed.Units.Any(unit => unit.IsExcluded);
        return lately.Note(text, who, $"{chosen} {request.Kind} {request.Tag}", (day, key) => new NotedSearch(text, day, key)
        {
            Found = results.Total,
            SpaceId = spaceId,
            IsNarrowed = isNarrowed,
            By = viewer.IsStaff ? Asker.Staff : viewer.IsSignedIn ? Asker.Guest : Asker.Visitor,
        });
    }

    static bool IsStaffs(KnownSpace space) => (Rights.Read[space.Tier] & Who.Staff) != 0 || space.Tier == Tier.Public;
}
