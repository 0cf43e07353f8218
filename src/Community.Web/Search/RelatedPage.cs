using Community.Search;
using Community.Topics;

namespace Community.Web.Search;

/// <summary>A topic and others like it, the most alike first.</summary>
public sealed record RelatedPage(Topic Topic, IReadOnlyList<SearchHit> Hits);
