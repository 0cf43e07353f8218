namespace Community.Governance;

/// <summary>Somebody who looks or acts: a person or nobody in particular, and what they are to each space that they can read. For reading it comes from memory, as far as the log reaches (<c>KnownCommunity</c>); a write loads it afresh.</summary>
public sealed class Viewer
{
    readonly IReadOnlyDictionary<long, SpaceStanding> spaces;

    /// <param name="personId">Null without an account.</param>
    /// <param name="role">Null without an account.</param>
    /// <param name="spaces">All spaces; what cannot be read is dropped here.</param>
    /// <param name="masks">See <see cref="OwnIds"/>; without the person's own id.</param>
    public Viewer(long? personId, Role? role, IEnumerable<SpaceStanding> spaces, IReadOnlyList<long>? masks = null)
    {
        PersonId = personId;
        Role = role;
        this.spaces = spaces.Where(space => space.CanRead).ToDictionary(space => space.SpaceId);
        ReadableSpaceIds = [.. this.spaces.Keys];
        OwnIds = personId is { } own ? [own, .. masks ?? []] : [];
    }

    public long? PersonId { get; }

    public Role? Role { get; }

    public IReadOnlyList<long> ReadableSpaceIds { get; }

    /// <summary>Under which ids the viewer's own words stand: the person's, and those of the masks that the person wears. Nobody without an account has any.</summary>
    public IReadOnlyList<long> OwnIds { get; }

    /// <summary>Of <see cref="OwnIds"/> those under which nobody is to know the viewer: of questions asked without a name.</summary>
    public IReadOnlyList<long> UnnamedIds { get; init; } = [];

    /// <summary>May read, and not write, for a time; nothing but taking back what is one's own.</summary>
    public bool IsSuspended { get; init; }

    public bool IsSignedIn => PersonId is not null;

    public bool IsStaff => Role is Governance.Role.Member or Governance.Role.Moderator or Governance.Role.Administrator;

    public bool IsAdministrator => Role is Governance.Role.Administrator;

    public bool IsModerator => Role is Governance.Role.Moderator or Governance.Role.Administrator;

    /// <summary>Whether it is the viewer who wrote as this author, by name or under a mask. The one question that own posts and topics are known by.</summary>
    public bool Is(long? authorId) => authorId is { } id && (id == PersonId || OwnIds.Contains(id));

    public bool CanRead(long spaceId) => spaces.ContainsKey(spaceId);

    /// <summary>The same person without what is read as an administrator only: for what is sent away unasked, where nobody looks.</summary>
    public Viewer Unasked => new(PersonId, Role, spaces.Values.Where(space => !space.ReadsAsAdministratorOnly), [.. OwnIds.Skip(1)]) { IsSuspended = IsSuspended, UnnamedIds = UnnamedIds };

    /// <summary>Null when the space cannot be read.</summary>
    public SpaceStanding? In(long spaceId) => spaces.GetValueOrDefault(spaceId);

    public bool IsMemberOf(long spaceId) => (In(spaceId)?.Who & Who.Member) is not (null or 0);

    /// <summary>Whether the viewer may do it in the space, being also what <paramref name="also"/> says to the topic or post.</summary>
    public bool May(Act act, long spaceId, Who also = Who.Nobody) =>
        IsSignedIn && (!IsSuspended || act == Act.Withdraw) && In(spaceId) is { } space && (space.Doing(act) & (space.Who | also)) != 0;

    /// <exception cref="RefusedException">The viewer is suspended.</exception>
    public void DemandActive()
    {
        if (IsSuspended) throw new RefusedException(Refusal.Forbidden, "You may read and not write for a time: your account is suspended. Why and until when stands on the page Acts, where you can appeal.");
    }

    /// <summary>Whether the viewer may do it by role or in any space: for what stands in none.</summary>
    public bool MayAnywhere(Act act) => IsSignedIn && !IsSuspended && ((Rights.Do[act] & (Role?.Capacities ?? Who.Nobody)) != 0 || spaces.Values.Any(space => (space.Doing(act) & space.Who) != 0));
}
