using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Events;

/// <summary>
/// Lets what is kept in memory be used: first everything forgets what the log says has changed. What this process wrote counts at once, what others wrote
/// within 100 ms (<see cref="LastEvent"/>).
/// </summary>
public sealed class Recent(LastEvent last, CommunityStore store) : IDisposable
{
    /// <summary>Beyond so many events, as an import makes them, all is forgotten unread.</summary>
    const int Most = 1_000;

    readonly SemaphoreSlim turn = new(1, 1);

    IForgets[] forgetting = [];

    long position = -1;

    /// <summary>From now on it is told.</summary>
    public void Tell(IForgets one)
    {
        lock (turn) forgetting = [.. forgetting, one];
    }

    /// <summary>Call it before looking at what is kept.</summary>
    public async ValueTask CatchUp()
    {
        var id = await last.Id();
        if (id == Interlocked.Read(ref position)) return;

        await turn.WaitAsync();
        try
        {
            var from = position;
            if (from == id) return;

            // Two requests may have looked at the log in another order than they come here.
            if (from > id && await last.Id() == from) return;

            var happened = from < 0 || id < from || id - from > Most ? null : await store.Read(db => db.Events.AsNoTracking().Where(e => e.Id > from && e.Id <= id).OrderBy(e => e.Id).ToListAsync());
            foreach (var one in forgetting)
            {
                if (happened is null) one.ForgetAll();
                else happened.ForEach(one.Forget);
            }

            Interlocked.Exchange(ref position, id);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();
}
