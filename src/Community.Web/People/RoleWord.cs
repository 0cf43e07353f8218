using Community.Governance;

namespace Community.Web.People;

/// <summary>How addresses and forms name a role.</summary>
public static class RoleWord
{
    /// <summary>Lower case; empty for none.</summary>
    public static string Of(Role? role) => role?.ToString().ToLowerInvariant() ?? "";

    /// <summary>Null for anything that is no role.</summary>
    public static Role? Read(string? word) => word is { Length: > 0 } && char.IsAsciiLetter(word[0]) && Enum.TryParse<Role>(word, ignoreCase: true, out var role) && Enum.IsDefined(role) ? role : null;
}
