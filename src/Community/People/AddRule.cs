using Community.Governance;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.People;

/// <summary>An administrator adds a rule, which gets the next number.</summary>
public sealed class AddRule(CommunityStore store, TimeProvider clock)
{
    /// <returns>The rule's id.</returns>
    /// <exception cref="RefusedException">Not an administrator, or no name or text.</exception>
    public Task<long> Run(long? actorId, string? name, string? text, ReasonClass reason, CancellationToken stop = default) => store.Write(async db =>
    {
        await db.DemandAdministrator(actorId, stop);
        await db.LockName(nameof(Rule), stop);
        var last = await db.Rules.MaxAsync(r => (int?)r.Number, stop) ?? 0;
        var rule = db.Rules.Add(new Rule(last + 1, name, text, reason, actorId, clock.Now())).Entity;
        await db.SaveChangesAsync(stop);
        return rule.Id;
    }, stop);
}
