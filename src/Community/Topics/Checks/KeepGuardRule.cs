using Community.People;
using Community.Spaces;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics.Checks;

/// <summary>An administrator says what is looked for in texts before they are posted.</summary>
public sealed class KeepGuardRule(CommunityStore store, TimeProvider clock)
{
    /// <param name="ruleId">What is changed, also one that has ended; null for a new one.</param>
    /// <returns>The rule's id.</returns>
    /// <exception cref="RefusedException">Not an administrator, no such rule, or as of <see cref="GuardRule.Change"/>.</exception>
    public Task<long> Run(long? actorId, long? ruleId, GuardKind kind, GuardWords words, CancellationToken stop = default) => store.Write(async db =>
    {
        await db.DemandAdministrator(actorId, stop);
        if (words.OwnerId is { } owner && !await db.People.AnyAsync(p => p.Id == owner && p.ClosedAt == null && !p.IsMask && !p.IsImported, stop))
            throw new RefusedException(Refusal.Invalid, "There is nobody of this name who could answer for it.") { Field = nameof(GuardRule.OwnerId) };
        if (words.SpaceId is { } space && !await db.Spaces.AnyAsync(s => s.Id == space, stop)) throw new RefusedException(Refusal.Invalid, "There is no such space.") { Field = nameof(GuardRule.SpaceId) };

        var now = clock.Now();
        var rule = ruleId is null ? db.GuardRules.Add(new GuardRule(kind, words, actorId, now)).Entity : await db.GuardRuleToChange(ruleId.Value, stop);
        if (ruleId is not null) rule.Change(words, actorId, now);
        await db.SaveChangesAsync(stop);
        return rule.Id;
    }, stop);
}

/// <summary>An administrator ends a rule; what it found stays counted.</summary>
public sealed class EndGuardRule(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Not an administrator, no such rule, or it has ended.</exception>
    public Task Run(long? actorId, long ruleId, CancellationToken stop = default) => store.Write(async db =>
    {
        await db.DemandAdministrator(actorId, stop);
        (await db.GuardRuleToChange(ruleId, stop)).End(actorId, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}

static class GuardRuleLoading
{
    extension(CommunityContext db)
    {
        /// <exception cref="RefusedException">There is no such rule.</exception>
        public async Task<GuardRule> GuardRuleToChange(long ruleId, CancellationToken stop)
        {
            await db.LockRow("GuardRules", "Id", ruleId, stop);
            return await db.GuardRules.FirstOrDefaultAsync(r => r.Id == ruleId, stop) ?? throw new RefusedException(Refusal.NotFound, "There is nothing at this address, or it is not for you.");
        }
    }
}
