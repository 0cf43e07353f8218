using System.Collections;
using System.Reflection;
using Community.Search;
using Community.Store;
using Community.Text;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Benchmarks.Searching;

/// <summary>What a search costs at least: Lucene's own query of any of the terms, its ten best.</summary>
/// <param name="Words">The typed words, where all of a post's words are.</param>
/// <param name="Terms">Every term that the site's query scores, in each field.</param>
/// <param name="Related">With the words that the site adds of its own to a description.</param>
sealed record BareQueries(BooleanQuery Words, BooleanQuery Terms, BooleanQuery Related)
{
    const BindingFlags Inside = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    const int Best = 10;

    static readonly CommunityAnalyzer Analyzer = new();

    public static async Task<BareQueries> Of(string text, SearchedCommunity searched, CancellationToken stop)
    {
        // The product keeps its queries to itself.
        var typed = Product("QueryText").GetMethod("Of", Inside, [typeof(string), typeof(DateTime)])!.Invoke(null, [text, DateTime.UtcNow])!;
        var query = Activator.CreateInstance(Product("PostQuery"), typed, Analyzer, null, false)!;
        var terms = new HashSet<Term>();
        ((Query)query.GetType().GetProperty("Query")!.GetValue(query)!).ExtractTerms(terms);
        var related = new HashSet<Term>(terms);
        if ((bool)query.GetType().GetProperty("DescribesSubject")!.GetValue(query)! && await RelatedWords(text, searched, stop) is { } more) more.ExtractTerms(related);
        return new BareQueries(AnyOf(terms.Where(term => term.Field == "text")), AnyOf(terms), AnyOf(related));
    }

    public static void Ask(IndexSearcher searcher, BooleanQuery query) => searcher.Search(query, Best);

    static BooleanQuery AnyOf(IEnumerable<Term> terms)
    {
        var any = new BooleanQuery();
        foreach (var term in terms) any.Add(new TermQuery(term), Occur.SHOULD);
        return any;
    }

    static async Task<Query?> RelatedWords(string text, SearchedCommunity searched, CancellationToken stop)
    {
        var (related, document) = (Product("RelatedWords"), Product("RelatedWords").GetNestedType("Document", Inside)!);
        await using var scope = searched.Services.CreateAsyncScope();
        var best = await scope.ServiceProvider.GetRequiredService<Searcher>().BestPosts(text, null, await searched.Reader(), (int)related.GetField("Posts")!.GetRawConstantValue()!, stop);
        var ids = best.Select(post => post.PostId).ToList();
        var texts = await searched.Services.GetRequiredService<CommunityStore>().Read(db => db.Set<Topics.Revision>().Where(r => ids.Contains(r.PostId)).ToDictionaryAsync(r => r.PostId, r => PlainPost.Of(r.Html), stop));
        var read = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(document))!;
        foreach (var post in best) read.Add(Activator.CreateInstance(document, texts[post.PostId], post.Score));

        Query? query = null;
        searched.Bare(searcher => query = (Query?)related.GetMethod("Of", Inside)!.Invoke(null, [read, searcher, Analyzer]));
        return query;
    }

    static Type Product(string name) => typeof(Searcher).Assembly.GetType("Community.Search." + name, throwOnError: true)!;
}
