using Community.Governance;
using Community.Spaces;
using Community.Store;

namespace Community.Topics.Moderating;

/// <summary>Decides on the flags of a post; what that brings about is done in the same transaction, and those who flagged hear of it.</summary>
public sealed class DecideCase(CommunityStore store, TimeProvider clock)
{
    /// <param name="ruleId">The rule that is cited; of a post that is kept, nothing.</param>
    /// <param name="reason">What the author and those who flagged read.</param>
    /// <exception cref="RefusedException">Not there, not this person's to judge, decided, in somebody else's hands, no such rule, or without a reason.</exception>
    public Task Run(long personId, long caseId, CaseOutcome outcome, long? ruleId, string? reason, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var (one, post) = await db.CaseFor(viewer, caseId, stop);
        if (outcome == CaseOutcome.Removed) viewer.Demand(Act.Remove, post, "Only moderators remove a post. You can hide it until they decide.");
        var now = clock.Now();
        var lifted = outcome == CaseOutcome.Kept ? await db.HiddenOf(post, stop) : null;
        if (outcome == CaseOutcome.Hidden && await db.HiddenOf(post, stop) is not null) throw new RefusedException(Refusal.Conflict, "It is hidden already. Show it again, or leave it until somebody removes it.");
        if (post.Standing != Standing.Published && lifted is null && outcome is CaseOutcome.Kept or CaseOutcome.Hidden) outcome = CaseOutcome.Gone;

        one.Decide(outcome, reason, personId, now);
        // Hidden until it is decided; and it stays.
        if (lifted is not null)
        {
            await db.DemandNoPurge(post, stop);
            post.Reinstate(lifted, one.Reason, personId, now);
        }

        if (outcome is CaseOutcome.Hidden or CaseOutcome.Removed)
        {
            var rule = await db.RuleToCite(ruleId, stop);
            var kind = outcome == CaseOutcome.Hidden ? RemovalKind.Hidden : RemovalKind.Removed;
            db.Removals.Add(await db.HiddenOf(post, stop) is { } hidden ? post.Turn(hidden, one.Reason, personId, now, rule) : post.Remove(one.Reason, personId, now, kind, rule));
        }

        await db.SaveChangesAsync(stop);
    }, stop);
}
