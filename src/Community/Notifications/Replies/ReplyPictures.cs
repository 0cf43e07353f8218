using System.Globalization;
using System.Text.RegularExpressions;
using MimeKit;

namespace Community.Notifications.Replies;

/// <summary>Which of the files that came with a mail belong to the written text, and which to what it quotes.</summary>
sealed partial class ReplyPictures
{
    const string Scheme = "cid:";

    readonly ReplyParts parts;
    readonly Dictionary<string, int> numbers = new(StringComparer.OrdinalIgnoreCase);
    readonly HashSet<int> shown = [];

    public ReplyPictures(ReplyParts parts)
    {
        this.parts = parts;
        var (plain, html) = (parts.Plain, parts.Html);
        for (var i = 0; i < parts.Files.Count; i++)
        {
            var file = parts.Files[i];
            if (file.ContentId is not { Length: > 0 } id || !file.ContentType.IsMimeType("image", "*")) continue;

            numbers.TryAdd(id, i + 1);
            if (Mentions(html, id) || Mentions(plain, id)) shown.Add(i + 1);
        }
    }

    /// <summary>Some picture stands within a text, the written or a quoted one.</summary>
    public bool AreShown => shown.Count > 0;

    /// <returns>Null for a picture that did not come along.</returns>
    public string? Place(string source)
    {
        if (!source.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return source;

        var id = Uri.UnescapeDataString(source[Scheme.Length..].Trim());
        return numbers.TryGetValue(id, out var number) ? Address(number) : null;
    }

    /// <summary>Plain texts name their pictures in brackets, where these stood.</summary>
    public string Placed(string plain) => numbers.Count == 0 ? plain : Bracketed().Replace(plain, match =>
    {
        var name = match.Groups[1].Value.Trim();
        var number = name.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? numbers.GetValueOrDefault(name[Scheme.Length..]) : Named(name[(name.IndexOf(':') + 1)..].Trim());
        return number == 0 ? match.Value : $"![]({Address(number)})";
    });

    /// <param name="other">The written text as the mail's other part has it, where it was read.</param>
    public IReadOnlyList<ReplyFile> Files(string markdown, string? other)
    {
        var files = new List<ReplyFile>();
        for (var i = 0; i < parts.Files.Count; i++)
        {
            var inner = $"({Address(i + 1)})";
            var isPlaced = markdown.Contains(inner, StringComparison.Ordinal);
            if (!isPlaced && shown.Contains(i + 1) && other?.Contains(inner, StringComparison.Ordinal) != true) continue;

            files.Add(new ReplyFile(Name(parts.Files[i], i + 1), parts.Files[i], isPlaced ? Address(i + 1) : null));
        }

        return files;
    }

    int Named(string name) => parts.Files.FindIndex(file => string.Equals(file.FileName, name, StringComparison.OrdinalIgnoreCase) && file.ContentId is { } id && numbers.ContainsKey(id)) + 1;

    static bool Mentions(string text, string id) => text.Contains(Scheme + id, StringComparison.OrdinalIgnoreCase);

    static string Address(int number) => string.Create(CultureInfo.InvariantCulture, $"{Scheme}{number}");

    static string Name(MimePart part, int number)
    {
        var name = PartText.Clean(part.FileName ?? "").Replace('\n', ' ');
        name = name[(name.AsSpan().LastIndexOfAny('/', '\\') + 1)..].Trim();
        if (name.Trim('.').Length > 0) return name;

        MimeTypes.TryGetExtension(part.ContentType.MimeType, out var extension);
        return string.Create(CultureInfo.InvariantCulture, $"file-{number}{extension}");
    }

    [GeneratedRegex(@"\[((?:cid|image|Bild|Image):[^\[\]\n]{1,200})\]", RegexOptions.NonBacktracking)]
    private static partial Regex Bracketed();
}
