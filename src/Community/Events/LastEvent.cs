using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Events;

/// <summary>How far the log reaches: what was made before an event is not shown after it. What this process wrote counts at once, what others wrote within 100 ms.</summary>
public sealed class LastEvent(CommunityStore store, EventSignal signal, TimeProvider clock)
{
    static readonly TimeSpan Remembered = TimeSpan.FromMilliseconds(100);

    Look? last;

    /// <summary>The newest event's id; 0 for an empty log.</summary>
    public async ValueTask<long> Id()
    {
        var raised = signal.Raised;
        if (Volatile.Read(ref last) is { } known && known.Raised == raised && clock.GetElapsedTime(known.At) < Remembered) return known.Id;

        var at = clock.GetTimestamp();
        var id = await store.Read(db => db.Events.MaxAsync(e => (long?)e.Id)) ?? 0;
        Volatile.Write(ref last, new Look(id, raised, at));
        return id;
    }

    sealed record Look(long Id, long Raised, long At);
}
