using Community.Governance;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Policies;

/// <summary>What is asked of whom a policy names.</summary>
static class PolicyDemands
{
    extension(CommunityContext db)
    {
        /// <exception cref="RefusedException">Nobody of the staff.</exception>
        public async Task DemandOwner(long ownerId, CancellationToken stop)
        {
            if (!await db.AskedForPolicies.AnyAsync(p => p.Id == ownerId && p.Role != Role.Guest, stop))
                throw new RefusedException(Refusal.Invalid, "Somebody of the staff answers for a policy. Choose one.") { Field = "Owner" };
        }

        /// <exception cref="RefusedException">There is no such topic for the one who names it.</exception>
        public async Task DemandOrigin(long personId, long topicId, CancellationToken stop)
        {
            var viewer = await db.Viewer(personId, stop);
            if (!await db.Topics.VisibleTo(viewer).AnyAsync(t => t.Id == topicId, stop))
                throw new RefusedException(Refusal.Invalid, "There is no such topic, or it is not for you.") { Field = "Topic" };
        }
    }
}
