using Community.Governance;

namespace Community.Spaces;

/// <summary>The gate for spaces.</summary>
public static class SpaceGate
{
    extension(IQueryable<Space> spaces)
    {
        public IQueryable<Space> VisibleTo(Viewer viewer) => spaces.Where(s => viewer.ReadableSpaceIds.Contains(s.Id));
    }
}
