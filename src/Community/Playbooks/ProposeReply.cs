using Community.Store;

namespace Community.Playbooks;

/// <summary>Sends what somebody would answer to those who approve it; a newer text takes the place of the one before.</summary>
public sealed class ProposeReply(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">No such run for this person, it has ended, needs no approval, or there is no text.</exception>
    public Task Run(long personId, long runId, string? text, CancellationToken stop = default) => store.Write(async db =>
    {
        (await db.RunFor(personId, runId, stop)).Run.Propose(text, personId, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
