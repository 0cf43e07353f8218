using System.Reflection;
using Community.Benchmarks.Making;
using Community.Governance;
using Community.Search;
using Community.Spaces;
using Community.Store;
using Lucene.Net.Search;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Benchmarks.Searching;

/// <summary>The generated community as the site searches it, in this process, for a member who cannot read every space.</summary>
sealed class SearchedCommunity : IAsyncDisposable
{
    // What bare Lucene is asked is asked of the very reader that the site's searches are using; the product shows it to nobody.
    static readonly MethodInfo Held = typeof(SearchIndex).GetMethod("TrySearch", BindingFlags.Instance | BindingFlags.NonPublic)!;

    readonly Func<Action<IndexSearcher>, bool> search;
    readonly GeneratedCommunity community;

    public SearchedCommunity(GeneratedCommunity community)
    {
        this.community = community;
        Services = GeneratedCommunity.Services(community.Data);
        search = Held.CreateDelegate<Func<Action<IndexSearcher>, bool>>(Services.GetRequiredService<SearchIndex>());
    }

    public ServiceProvider Services { get; }

    public GeneratedCommunity Community => community;

    public string IndexFolder => new DataFolder(community.Data).Index;

    public long IndexBytes => Directory.EnumerateFiles(IndexFolder).Sum(file => new FileInfo(file).Length);

    public async Task<Viewer> Reader()
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<KnownCommunity>().Viewer(community.ReaderId);
    }

    /// <summary>What a request to the site does, but for the page: a scope, the viewer, the search with its facets and excerpts.</summary>
    public async Task<SearchResults> Search(string text, CancellationToken stop)
    {
        await using var scope = Services.CreateAsyncScope();
        var viewer = await scope.ServiceProvider.GetRequiredService<KnownCommunity>().Viewer(community.ReaderId);
        return await scope.ServiceProvider.GetRequiredService<Searcher>().Search(new SearchRequest(text), viewer, stop);
    }

    public void Bare(Action<IndexSearcher> ask)
    {
        if (!search(ask)) throw new InvalidOperationException("The index cannot be searched.");
    }

    public ValueTask DisposeAsync() => Services.DisposeAsync();
}
