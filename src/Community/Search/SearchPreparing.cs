using Community.Governance;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Search;

/// <summary>Understands requests for a reader: what was typed, what it may find.</summary>
sealed class SearchPreparing(CommunityContext db, KnownCommunity known, Viewer viewer, DateTime now)
{
    static readonly CommunityAnalyzer Analyzer = new();

    public async Task<PreparedSearch> Prepare(SearchRequest request, CancellationToken stop)
    {
        var typed = QueryText.Of(request.Text, now);
        List<SearchedSpace> spaces = [.. (await known.Ground()).Spaces.Values.Where(s => viewer.CanRead(s.Id)).Select(s => new SearchedSpace(s.Id, s.Slug, s.Name))];
        return new PreparedSearch(request, typed, new PostQuery(typed, Analyzer), await Filter(request, typed, spaces, stop), new Priors(now), spaces);
    }

    async Task<TopicFilter> Filter(SearchRequest request, QueryText typed, List<SearchedSpace> spaces, CancellationToken stop) => new(spaces.Select(s => s.Id).ToHashSet())
    {
        WantedSpaces = typed.Wanted.Spaces.Count == 0 ? null : Named(typed.Wanted.Spaces, spaces),
        UnwantedSpaces = Named(typed.Unwanted.Spaces, spaces),
        WantedKinds = typed.Wanted.Kinds.Count == 0 ? null : typed.Wanted.Kinds.ToHashSet(),
        UnwantedKinds = typed.Unwanted.Kinds.ToHashSet(),
        WantedTags = typed.Wanted.Tags.Count == 0 ? null : await TagNames(typed.Wanted.Tags, stop),
        UnwantedTags = await TagNames(typed.Unwanted.Tags, stop),
        WantedStates = StateBits.Of(typed.Wanted.States),
        UnwantedStates = StateBits.Of(typed.Unwanted.States),
        Written = (typed.After?.Ticks ?? long.MinValue, typed.Before?.Ticks ?? long.MaxValue),
        By = typed.Wanted.Authors.Exists(PostQuery.IsMe) ? viewer.PersonId ?? 0 : null,
        NotBy = typed.Unwanted.Authors.Exists(PostQuery.IsMe) ? viewer.PersonId : null,
        Chosen = new TopicFilter.Choices(
            request.Kind,
            string.IsNullOrEmpty(request.Space) ? null : spaces.Find(s => s.Slug == request.Space)?.Id ?? -1,
            string.IsNullOrEmpty(request.Tag) ? null : (await TagNames([request.Tag], stop)).First(),
            request.State, request.Author, request.Year),
    };

    static HashSet<long> Named(IEnumerable<string> typed, List<SearchedSpace> spaces) =>
        [.. typed.Select(Fold).SelectMany(folded => spaces.Where(s => s.Slug == folded || Fold(s.Name) == folded).Select(s => s.Id))];

    /// <summary>Synonyms become their tags; what is no tag stays, and fits nothing.</summary>
    async Task<HashSet<string>> TagNames(List<string> typed, CancellationToken stop)
    {
        if (typed.Count == 0) return [];

        var names = typed.Select(name => string.Join('-', Plain(name).TrimStart('#').ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries))).ToHashSet();
        var (tags, synonyms) = (db.Tags, db.TagSynonyms);
        var meant = await synonyms.Where(s => names.Contains(s.Name)).Join(tags, s => s.TagId, t => t.Id, (s, t) => new { s.Name, Tag = t.Name }).ToDictionaryAsync(s => s.Name, s => s.Tag, stop);
        return [.. names.Select(name => meant.GetValueOrDefault(name, name))];
    }

    static string Fold(string text) => Folded.Of(Plain(text));

    // Half a surrogate pair cannot be normalised, and PostgreSQL takes neither it nor U+0000.
    static string Plain(string text) => string.Concat(text.Where(c => !char.IsSurrogate(c) && !char.IsControl(c)));
}
