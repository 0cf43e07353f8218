namespace Community.Governance;

/// <summary>A person's rights in the whole institution. A job title is a Position, what a post is in its topic is its Part.</summary>
public enum Role { Member, Guest, Moderator, Administrator }

/// <summary>Which role has more rights than another.</summary>
public static class Roles
{
    static readonly Role[] Ascending = [Role.Guest, Role.Member, Role.Moderator, Role.Administrator];

    public static bool IsLessThan(this Role role, Role other) => Array.IndexOf(Ascending, role) < Array.IndexOf(Ascending, other);
}
