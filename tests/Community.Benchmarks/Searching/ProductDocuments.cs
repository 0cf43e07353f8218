using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Community.Search;
using Community.Store;
using Community.Topics;
using Lucene.Net.Index;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Benchmarks.Searching;

/// <summary>The documents that the site's index consists of, some topics' at a time.</summary>
sealed class ProductDocuments(SearchedCommunity searched)
{
    const int TopicsAtOnce = 2_000;

    // The product shows its documents to nobody.
    static readonly Type Update = typeof(Searcher).Assembly.GetType("Community.Search.IndexUpdate", throwOnError: true)!;
    static readonly MethodInfo PostsOf = Update.GetMethod("PostsOf")!;
    static readonly MethodInfo DocumentOf = typeof(Searcher).Assembly.GetType("Community.Search.Documents", throwOnError: true)!.GetMethods(BindingFlags.Static | BindingFlags.Public).Single(of => of.GetParameters().Length == 2);

    public async IAsyncEnumerable<List<IEnumerable<IIndexableField>>> All([EnumeratorCancellation] CancellationToken stop)
    {
        var store = searched.Services.GetRequiredService<CommunityStore>();
        long last = 0;
        while (await store.Read(db => Next(db, last, stop)) is { } some)
        {
            yield return some.Documents;
            last = some.Last;
        }
    }

    static async Task<(List<IEnumerable<IIndexableField>> Documents, long Last)?> Next(CommunityContext db, long last, CancellationToken stop)
    {
        var ids = await db.Topics.Where(t => t.Id > last && t.Standing == Standing.Published).OrderBy(t => t.Id).Select(t => t.Id).Take(TopicsAtOnce).ToListAsync(stop);
        if (ids.Count == 0) return null;

        var posts = (Task)PostsOf.Invoke(Activator.CreateInstance(Update, null, db, stop), [ids])!;
        await posts;
        List<IEnumerable<IIndexableField>> documents = [];
        foreach (ITuple post in (IEnumerable)posts.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(posts)!) documents.Add((IEnumerable<IIndexableField>)DocumentOf.Invoke(null, [post[0], post[1]])!);
        return (documents, ids[^1]);
    }
}
