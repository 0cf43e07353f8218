using System.ComponentModel;
using Community.Experts;
using Community.Search;
using Community.Topics;
using Community.Web.Frame;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Community.Web.Api;

/// <summary>Search, people who know, and topics like a draft.</summary>
static class SearchApi
{
    const int PostsOfExperts = 100;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/search", Search).WithName("search").WithSummary("Search topics by their posts").WithDescription("Words, \"phrases\", -words, `kind:`, `space:` and `tag:`; nothing that is typed is an error. Without words and filters nothing is found.").Refuses(422);
        api.MapGet("/experts", Experts).WithName("findExperts").WithSummary("Find people who wrote about a subject").WithDescription("Ranked by the relevance of what they wrote, as far as you may read it, each with at most 10 posts that show it.").Refuses(422);
        api.MapGet("/similar", Similar).WithName("findSimilar").WithSummary("Find topics like a draft").WithDescription("The most alike first, at most 20.");
    }

    static async Task<Ok<SearchAnswer>> Search([AsParameters] SearchQuery query, Searcher searcher, CurrentViewer current, CancellationToken stop)
    {
        if (query.Page is < 1 or > SearchRequest.MaxPage) throw new RefusedException(Refusal.Invalid, "Pages are numbered 1 to {0}.", SearchRequest.MaxPage) { Field = "Page" };

        var request = new SearchRequest(query.Q ?? "", Word.Parse<TopicKind>(query.Kind, "Kind"), Clean.Of(query.Space), Clean.Of(query.Tag), Page: query.Page ?? 1) { MayBeMisspelt = true };
        var results = request.AsksNothing ? new SearchResults() : await searcher.Search(request, await current.Get(), stop);
        return TypedResults.Ok(SearchAnswer.Of(results));
    }

    static async Task<Ok<Page<ExpertAnswer>>> Experts([Description("The subject.")] string? q, [Description("A space's slug.")] string? space, [AsParameters] Paging paging, Searcher searcher, WhoKnows experts, CurrentViewer current, CancellationToken stop)
    {
        var viewer = await current.Get();
        var position = paging.From(1, q, space);
        var posts = await searcher.BestPosts(position.Filter[0] ?? "", Clean.Of(position.Filter[1]), viewer, PostsOfExperts, stop);
        var people = await experts.Of([.. posts.Select(post => new RelevantPost(post.PostId, post.Score))], viewer, stop);
        var seen = position.IsStart ? 0 : (int)Math.Min(position.Place[0], people.Count);
        return TypedResults.Ok(position.Page(people.Skip(seen).Take(position.Limit + 1).Select(ExpertAnswer.Of).ToList(), people.Count, _ => [seen + position.Limit]));
    }

    static async Task<Ok<Page<ListedTopic>>> Similar([Description("The draft's title.")] string? title, [Description("The draft's text.")] string? body, Searcher searcher, TopicAnswers answers, CurrentViewer current, CancellationToken stop)
    {
        var viewer = await current.Get();
        var request = new SearchRequest($"{title} {body}".Trim());
        var results = request.AsksNothing ? new SearchResults() : await searcher.Search(request, viewer, stop);
        return TypedResults.Ok(new Page<ListedTopic>(await answers.Load([.. results.Hits.Select(hit => hit.TopicId)], viewer, stop), null, null));
    }
}

/// <summary>What is searched for.</summary>
sealed record SearchQuery(
    [property: FromQuery(Name = "q"), Description("What is looked for.")] string? Q,
    [property: FromQuery(Name = "kind"), Description("thread, question or note.")] string? Kind,
    [property: FromQuery(Name = "space"), Description("A space's slug.")] string? Space,
    [property: FromQuery(Name = "tag"), Description("A subject, or a synonym of one.")] string? Tag,
    [property: FromQuery(Name = "page"), Description("From 1; 20 topics each.")] int? Page);
