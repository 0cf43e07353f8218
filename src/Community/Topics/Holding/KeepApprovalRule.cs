using Community.People;
using Community.Spaces;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics.Holding;

/// <summary>An administrator says what has to be looked at before others see it.</summary>
public sealed class KeepApprovalRule(CommunityStore store, TimeProvider clock)
{
    /// <param name="ruleId">What is changed, also one that has ended; null for a new one.</param>
    /// <exception cref="RefusedException">Not an administrator, no such rule or space, or as of <see cref="ApprovalRule.Change"/>.</exception>
    public Task<long> Run(long? actorId, long? ruleId, ApprovalTerms terms, CancellationToken stop = default) => store.Write(async db =>
    {
        await db.DemandAdministrator(actorId, stop);
        if (terms.SpaceId is { } space && !await db.Spaces.AnyAsync(s => s.Id == space, stop)) throw new RefusedException(Refusal.Invalid, "There is no such space.") { Field = nameof(ApprovalRule.SpaceId) };

        var now = clock.Now();
        var rule = ruleId is null ? db.ApprovalRules.Add(new ApprovalRule(terms, actorId, now)).Entity : await db.ApprovalRuleToChange(ruleId.Value, stop);
        if (ruleId is not null) rule.Change(terms, actorId, now);
        await db.SaveChangesAsync(stop);
        return rule.Id;
    }, stop);
}

/// <summary>An administrator ends a rule of approval; what waits because of it goes on waiting.</summary>
public sealed class EndApprovalRule(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Not an administrator, no such rule, or it has ended.</exception>
    public Task Run(long? actorId, long ruleId, CancellationToken stop = default) => store.Write(async db =>
    {
        await db.DemandAdministrator(actorId, stop);
        (await db.ApprovalRuleToChange(ruleId, stop)).End(actorId, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}

/// <summary>An administrator puts a reason on the list that whoever decides may choose from, or takes one off.</summary>
public sealed class KeepReason(CommunityStore store, TimeProvider clock)
{
    public const int Most = 50;

    /// <param name="reasonId">What goes; null to add one.</param>
    /// <exception cref="RefusedException">Not an administrator; the list is full; the text is empty or too long.</exception>
    public Task Run(long? actorId, long? reasonId, string? text, CancellationToken stop = default) => store.Write(async db =>
    {
        await db.DemandAdministrator(actorId, stop);
        if (reasonId is { } id)
        {
            await db.ReasonTemplates.Where(t => t.Id == id).ExecuteDeleteAsync(stop);
            return;
        }

        if (await db.ReasonTemplates.CountAsync(stop) >= Most) throw new RefusedException(Refusal.Conflict, "There are {0} reasons already; nobody reads more. Take one off first.", Most);

        db.ReasonTemplates.Add(new ReasonTemplate(text, actorId, clock.Now()));
        await db.SaveChangesAsync(stop);
    }, stop);
}

static class ApprovalRuleLoading
{
    extension(CommunityContext db)
    {
        /// <exception cref="RefusedException">There is no such rule.</exception>
        public async Task<ApprovalRule> ApprovalRuleToChange(long ruleId, CancellationToken stop)
        {
            await db.LockRow("ApprovalRules", "Id", ruleId, stop);
            return await db.ApprovalRules.FirstOrDefaultAsync(r => r.Id == ruleId, stop) ?? throw new RefusedException(Refusal.NotFound, "There is nothing at this address, or it is not for you.");
        }
    }
}
