namespace Community.Governance;

/// <summary>A person's rights in the whole institution. A job title is a Position, what a post is in its topic is its Part.</summary>
public enum Role { Member, Guest, Moderator, Administrator }

/// <summary>Which role has more rights than another.</summary>
public static class Roles
{
    static readonly Role[] Ascending = [Role.Guest, Role.Member, Role.Moderator, Role.Administrator];

    extension(Role role)
    {
        /// <summary>In what capacities somebody comes everywhere, by role alone.</summary>
        public Who Capacities => role switch
        {
            Role.Administrator => Who.Staff | Who.Administrator,
            Role.Moderator => Who.Staff | Who.Moderator,
            Role.Member => Who.Staff,
            _ => Who.Nobody,
        };
    }

    public static bool IsLessThan(this Role role, Role other) => Array.IndexOf(Ascending, role) < Array.IndexOf(Ascending, other);
}
