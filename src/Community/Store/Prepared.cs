using System.Collections.Concurrent;

namespace Community.Store;

/// <summary>
/// A query that pages ask all the time, translated once for each store instead of looked up by its expression tree at every call, which costs as much as a small
/// query itself. Only for what needs no gate: a gate is built for its viewer.
/// </summary>
/// <param name="compile">Calls <c>EF.CompileAsyncQuery</c>; what it makes belongs to the model of one store.</param>
public sealed class Prepared<TQuery>(Func<TQuery> compile) where TQuery : Delegate
{
    readonly ConcurrentDictionary<Type, TQuery> made = new();

    public TQuery On(CommunityContext db) => made.GetOrAdd(db.GetType(), static (_, compile) => compile(), compile);
}
