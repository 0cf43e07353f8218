using Community.Governance;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.People;

/// <summary>An administrator gives a rule other words, retires it or brings it back. Acts that cited it keep what it was called.</summary>
public sealed class ReviseRule(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Not an administrator, no such rule, or no name or text.</exception>
    public Task Run(long? actorId, long ruleId, string? name, string? text, ReasonClass reason, bool isRetired, CancellationToken stop = default) => store.Write(async db =>
    {
        await db.DemandAdministrator(actorId, stop);
        await db.LockRow("Rules", "Id", ruleId, stop);
        var rule = await db.Rules.FirstOrDefaultAsync(r => r.Id == ruleId, stop)
            ?? throw new RefusedException(Refusal.NotFound, "There is nothing at this address, or it is not for you.");

        rule.Revise(name, text, reason, actorId, clock.Now());
        rule.Retire(isRetired, actorId, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
