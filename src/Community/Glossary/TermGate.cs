using Community.Governance;
using Community.Spaces;

namespace Community.Glossary;

/// <summary>
/// The gate for terms. A space's term is read by whoever reads the space. One of the whole institution is read as a space of the tier Institution would be, by all
/// staff: it says how the house talks among itself, and a guest or passer-by is not of the house. What they shall read belongs into a Partners or Public space.
/// </summary>
public static class TermGate
{
    extension(IQueryable<Term> terms)
    {
        /// <summary>Live terms that the viewer may read.</summary>
        public IQueryable<Term> ListedFor(Viewer viewer)
        {
            var ofAll = viewer.ReadsTermsOf(null);
            return terms.Where(t => t.RemovedAt == null && (t.SpaceId == null ? ofAll : viewer.ReadableSpaceIds.Contains(t.SpaceId.Value)));
        }

        /// <summary>Terms that the viewer may open: live ones, and removed ones for those who may bring them back.</summary>
        public IQueryable<Term> VisibleTo(Viewer viewer)
        {
            var (ofAll, backOfAll) = (viewer.ReadsTermsOf(null), viewer.MayWithTerms(Act.RemoveTerm, null));
            var back = viewer.ReadableSpaceIds.Where(id => viewer.MayWithTerms(Act.RemoveTerm, id)).ToList();
            return terms.Where(t => t.RemovedAt == null
                ? t.SpaceId == null ? ofAll : viewer.ReadableSpaceIds.Contains(t.SpaceId.Value)
                : t.SpaceId == null ? backOfAll : back.Contains(t.SpaceId.Value));
        }
    }

    extension(Viewer viewer)
    {
        /// <param name="spaceId">Null for the whole institution's.</param>
        public bool ReadsTermsOf(long? spaceId) => spaceId is { } id ? viewer.CanRead(id) : (Rights.Read[Tier.Institution] & InHouse(viewer)) != 0;

        /// <param name="spaceId">Null for the whole institution's, which has no members and no stewards.</param>
        public bool MayWithTerms(Act act, long? spaceId) => spaceId is { } id ? viewer.May(act, id) : viewer.IsSignedIn && viewer.ReadsTermsOf(null) && (Rights.Do[act] & InHouse(viewer)) != 0;
    }

    static Who InHouse(Viewer viewer) => viewer.Role is { } role ? Viewers.Capacity(role, isMember: false, isSteward: false) : Who.Anybody;
}
