using Community.Governance;
using Community.People;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Policies;

/// <summary>Who reads policies: everybody who is signed in reads what was released; a draft is for its owner and administrators.</summary>
public static class PolicyGate
{
    public static IQueryable<Policy> VisibleTo(this IQueryable<Policy> policies, Viewer viewer)
    {
        if (viewer.PersonId is not { } reader) return policies.Where(p => false);

        return viewer.IsAdministrator ? policies : policies.Where(p => p.OwnerId == reader || p.Versions.Any(v => v.ReleasedAt != null));
    }

    /// <summary>Whether the viewer sees drafts of the policy, and who has acknowledged it.</summary>
    public static bool Oversees(this Viewer viewer, Policy policy) => viewer.IsAdministrator || viewer.PersonId == policy.OwnerId;

    extension(CommunityContext db)
    {
        /// <summary>Who is asked to know the policies: whoever can sign in, guests too.</summary>
        public IQueryable<Person> AskedForPolicies => db.People.Where(p => p.ClosedAt == null && !p.IsMask && !p.IsImported);

        /// <summary>Who is asked and has acknowledged neither this version nor a later one.</summary>
        public IQueryable<Person> MissingFrom(long policyId, int number)
        {
            var acknowledgements = db.Acknowledgements;
            return db.AskedForPolicies.AsNoTracking().Where(p => !acknowledgements.Any(a => a.PolicyId == policyId && a.PersonId == p.Id && a.Number >= number));
        }

        /// <summary>The policy with all that it says, held until the transaction ends.</summary>
        /// <exception cref="RefusedException">Not there, or not for this person.</exception>
        internal async Task<Policy> PolicyToChange(Viewer viewer, long id, CancellationToken stop)
        {
            await db.LockRow("Policies", "Id", id, stop);
            return await db.Policies.VisibleTo(viewer).Include(p => p.Versions).ThenInclude(v => v.Scope).AsSplitQuery().FirstOrDefaultAsync(p => p.Id == id, stop)
                ?? throw new RefusedException(Refusal.NotFound, "There is nothing at this address, or it is not for you.");
        }
    }
}
