using System.Text;

namespace Community.Web.People;

/// <summary>Where somebody goes on after signing in: inside the site, whatever the address says.</summary>
public static class LocalPath
{
    static readonly string[] Doors = ["/sign-in", "/sign-out", "/sign-up", "/setup", "/link/", "/status/"];

    /// <summary>The path when it leads into this site, else <c>/</c>; fit for a Location header.</summary>
    public static string Of(string? path)
    {
        var isLocal = path is ['/', ..] and not ['/', '/' or '\\', ..] && !path.Any(char.IsControl) && !path.Contains('\\', StringComparison.Ordinal)
            && !Doors.Any(door => path.StartsWith(door, StringComparison.OrdinalIgnoreCase));
        if (!isLocal) return "/";

        var ascii = new StringBuilder(path!.Length);
        foreach (var rune in path.EnumerateRunes()) ascii.Append(rune.Value is > ' ' and < 0x7F ? rune.ToString() : Uri.EscapeDataString(rune.ToString()));
        return ascii.ToString();
    }
}
