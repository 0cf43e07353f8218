using Community.People;
using Community.Store;

namespace Community.Web.People;

/// <summary>Whether the site has an administrator. Once it has one it keeps one, so the answer is remembered.</summary>
public sealed class SetupState(CommunityStore store)
{
    volatile bool isDone;

    public async ValueTask<bool> IsDone(CancellationToken stop = default) => isDone || (isDone = await store.Read(db => db.HasAdministrator(stop)));
}
