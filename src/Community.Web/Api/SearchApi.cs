using System.ComponentModel;
using Community.Search;
using Community.Topics;
using Community.Web.Frame;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Community.Web.Api;

/// <summary>Search, people who know, and topics like a draft.</summary>
static class SearchApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/search", Search).WithName("search").WithSummary("Search topics by their posts").WithDescription("Words, \"phrases\", -words, `one OR other`, `in:title`, `kind:`, `space:`, `tag:`, `by:`, `is:answered|unanswered|open|closed|verified|due|disputed|outdated`, `has:accepted`, `before:` and `after:`; nothing that is typed is an error. Without words and filters nothing is found.").Refuses(422);
        api.MapGet("/experts", Experts).WithName("findExperts").WithSummary("Find people who wrote about a subject").WithDescription("Ranked by the relevance of what they wrote, as far as you may read it, each with at most 10 posts that show it.").Refuses(422);
        api.MapGet("/similar", Similar).WithName("findSimilar").WithSummary("Find topics like a draft").WithDescription("The most alike first, at most 20.");
    }

    static async Task<Ok<SearchAnswer>> Search([AsParameters] SearchQuery query, Searcher searcher, CurrentViewer current, CancellationToken stop)
    {
        if (query.Page is < 1 or > SearchRequest.MaxPage) throw new RefusedException(Refusal.Invalid, "Pages are numbered 1 to {0}.", SearchRequest.MaxPage) { Field = "Page" };

        var request = new SearchRequest(query.Q ?? "", Word.Parse<TopicKind>(query.Kind, "Kind"), Clean.Of(query.Space), Clean.Of(query.Tag), Page: query.Page ?? 1)
        {
            State = Word.Parse<StateWord>(query.State, "State"),
            Author = query.Author,
            Year = query.Year,
            MayBeMisspelt = true,
        };
        var results = request.AsksNothing ? new SearchResults() : await searcher.Search(request, await current.Get(), stop);
        return TypedResults.Ok(SearchAnswer.Of(results));
    }

    static async Task<Ok<Page<ExpertAnswer>>> Experts([Description("The subject.")] string? q, [Description("A space's slug.")] string? space, [AsParameters] Paging paging, PeopleWhoKnow experts, CurrentViewer current, CancellationToken stop)
    {
        var position = paging.From(1, q, space);
        var found = await experts.About(position.Filter[0] ?? "", Clean.Of(position.Filter[1]), await current.Get(), stop);
        // A program is told what everybody is told, also about the one whose token it has.
        var people = found.Where(person => !person.IsHidden).ToList();
        var seen = position.IsStart ? 0 : (int)Math.Min(position.Place[0], people.Count);
        return TypedResults.Ok(position.Page(people.Skip(seen).Take(position.Limit + 1).Select(ExpertAnswer.Of).ToList(), people.Count, _ => [seen + position.Limit]));
    }

    static async Task<Ok<Page<ListedTopic>>> Similar([Description("The draft's title.")] string? title, [Description("The draft's text.")] string? body, Searcher searcher, TopicAnswers answers, CurrentViewer current, CancellationToken stop)
    {
        var viewer = await current.Get();
        var hits = await searcher.Similar($"{title} {body}", viewer, SearchRequest.PageSize, stop: stop);
        return TypedResults.Ok(new Page<ListedTopic>(await answers.Load([.. hits.Select(hit => hit.TopicId)], viewer, stop), null, null));
    }
}

/// <summary>What is searched for.</summary>
sealed record SearchQuery(
    [property: FromQuery(Name = "q"), Description("What is looked for.")] string? Q,
    [property: FromQuery(Name = "kind"), Description("thread, question or note.")] string? Kind,
    [property: FromQuery(Name = "space"), Description("A space's slug.")] string? Space,
    [property: FromQuery(Name = "tag"), Description("A subject, or a synonym of one.")] string? Tag,
    [property: FromQuery(Name = "state"), Description("answered, unanswered, open, closed, verified, due, disputed or outdated.")] string? State,
    [property: FromQuery(Name = "author"), Description("The id of the person whose post is a topic's best.")] long? Author,
    [property: FromQuery(Name = "year"), Description("The year in which a topic began.")] int? Year,
    [property: FromQuery(Name = "page"), Description("From 1; 20 topics each.")] int? Page);
