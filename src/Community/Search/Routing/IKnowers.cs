using Community.Experts;
using Community.Governance;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Search.Routing;

/// <summary>Who knows about a text, for work that runs by itself.</summary>
public interface IKnowers
{
    /// <summary>Everybody for whom the viewer could see evidence, the likeliest first.</summary>
    Task<IReadOnlyList<RankedPerson>> About(string text, Viewer viewer, CancellationToken stop);
}

/// <summary>Asks the search of this program, in a scope of its own.</summary>
public sealed class SearchedKnowers(IServiceScopeFactory scopes) : IKnowers
{
    public async Task<IReadOnlyList<RankedPerson>> About(string text, Viewer viewer, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PeopleWhoKnow>().Likely(text, viewer, stop);
    }
}
