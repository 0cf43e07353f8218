using Community.Governance;
using Community.People;
using Community.Spaces;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics.Moderating;

/// <summary>A moderator lets somebody only read for some days, under a rule and with a reason, or ends that. It counts from the next request on.</summary>
public sealed class SuspendPerson(CommunityStore store, TimeProvider clock)
{
    /// <param name="days">0 ends the suspension in force.</param>
    /// <exception cref="RefusedException">Not a moderator, not somebody with fewer rights, suspended already, no such rule, length or reason.</exception>
    public Task Run(long actorId, long personId, int days, long? ruleId, string? reason, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(actorId, stop);
        if (viewer is not { IsModerator: true, IsSuspended: false, Role: { } role }) throw new RefusedException(Refusal.NotFound, "There is nothing at this address, or it is not for you.");

        var person = await db.PersonToChange(personId, stop);
        var before = await db.Suspensions.FirstOrDefaultAsync(s => s.PersonId == personId && s.EndedAt == null, stop);
        // Two who end it at once do it once.
        if (before is not null)
        {
            await db.LockRow("Suspensions", "Id", before.Id, stop);
            await db.Entry(before).ReloadAsync(stop);
            if (before.EndedAt is not null) before = null;
        }

        if (days == 0) (before ?? throw new RefusedException(Refusal.Conflict, "This suspension is over already.")).Lift(reason, actorId, clock.Now());
        else
        {
            if (!person.Role.IsLessThan(role)) throw new RefusedException(Refusal.Forbidden, "You suspend people with fewer rights than your own. Ask an administrator.");
            if (before is not null) throw new RefusedException(Refusal.Conflict, "This person is suspended already. End that first.");

            db.Suspensions.Add(new Suspension(personId, await db.RuleToCite(ruleId, stop), reason, days, actorId, clock.Now()));
        }

        await db.SaveChangesAsync(stop);
    }, stop);
}
