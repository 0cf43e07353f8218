using Community.Governance;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Spaces;

/// <summary>How this area's verbs load the space they decide on.</summary>
static class SpaceLoading
{
    extension(CommunityContext db)
    {
        /// <exception cref="RefusedException">Not there for this viewer, or the act is not theirs.</exception>
        public async Task<Space> SpaceToChange(Viewer viewer, string slug, Act act, CancellationToken stop)
        {
            await db.LockRow("Spaces", "Slug", slug, stop);
            var space = await db.Spaces.VisibleTo(viewer).FirstOrDefaultAsync(s => s.Slug == slug, stop)
                ?? throw new RefusedException(Refusal.NotFound, "There is no such space, or it is not for you.");
            return viewer.May(act, space.Id)
                ? space
                : throw new RefusedException(Refusal.Forbidden, "A steward of the space or an administrator does this.");
        }

        public Task<Membership?> MembershipOf(long spaceId, long personId, CancellationToken stop) =>
            db.Memberships.FirstOrDefaultAsync(m => m.SpaceId == spaceId && m.PersonId == personId, stop);
    }
}
