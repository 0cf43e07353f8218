using System.Globalization;

namespace Community.Text;

/// <summary>The address of an attachment: <c>/attachments/12/scan.webp</c>.</summary>
/// <param name="Address">Written anew, so that nothing in it leads elsewhere.</param>
readonly record struct AttachmentPath(long Id, string Address)
{
    const string Start = "/attachments/";

    public static AttachmentPath? Parse(string? path)
    {
        if (path?.StartsWith(Start, StringComparison.Ordinal) != true) return null;

        var parts = path[Start.Length..].Split('/');
        if (parts.Length > 2 || parts[0].Length is 0 or > 18 || !parts[0].All(char.IsAsciiDigit)) return null;

        var id = long.Parse(parts[0], CultureInfo.InvariantCulture);
        return new AttachmentPath(id, string.Create(CultureInfo.InvariantCulture, $"{Start}{id}/{(parts.Length == 2 && IsName(parts[1]) ? parts[1] : "file")}"));
    }

    static bool IsName(string name) => name.Length is > 0 and <= 200 && name[0] != '.' && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');
}
