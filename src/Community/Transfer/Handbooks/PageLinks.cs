using System.Text;

namespace Community.Transfer.Handbooks;

/// <summary>Gives the addresses in a part of a page what they are here: notes, attachments, or, where nothing is there, plain words.</summary>
sealed class PageLinks(PageFolder folder, Func<PageFile, int, long> noteOf, PageAttachments attachments, MarkdownReport report)
{
    static readonly HashSet<string> FileEnds = new(".png .jpg .jpeg .gif .svg .webp .pdf .zip .gz .tar .txt .csv .tsv .json .xml .yml .yaml .sh .py .rb .js .doc .docx .xls .xlsx .ppt .pptx .odt .ods .odp .mp3 .mp4".Split(' '), StringComparer.OrdinalIgnoreCase);

    public async Task<string> Write(PageFile page, PagePart part)
    {
        var (text, at) = (new StringBuilder(part.Text.Length + 200), 0);
        foreach (var address in PageSyntax.Addresses(part.Text))
        {
            text.Append(part.Text, at, address.Start - at);
            text.Append(await Target(page, part, address) ?? part.Text[address.Start..address.End]);
            at = address.End;
        }

        text.Append(part.Text, at, part.Text.Length - at);
        return Between(page, part, text.ToString());
    }

    /// <summary>Null leaves it as it is.</summary>
    async Task<string?> Target(PageFile page, PagePart part, Address address)
    {
        var url = address.Url;
        if (url.Contains('{', StringComparison.Ordinal) || url.StartsWith("//", StringComparison.Ordinal) || url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) || HasScheme(url)) return null;

        var (path, anchor) = url.IndexOf('#', StringComparison.Ordinal) is var hash and >= 0 ? (url[..hash], url[(hash + 1)..]) : (url, "");
        var where = $"{page.Path}: {url}";
        switch (path.Length == 0 ? page : folder.Find(page, path))
        {
            case PageFile other: return Note(page, part, other, anchor, where);
            case string file when await attachments.Of(file, where) is { } stored: return stored;
            case string: return Plain(path);
            default:
                if (address.IsPicture || LooksLikeFile(path)) report.MissFile(where);
                else report.BreakLink(where);
                return Plain(path);
        }
    }

    string? Note(PageFile page, PagePart part, PageFile other, string anchor, string where)
    {
        if (other != page) report.Links++;
        if (anchor.Length == 0) return TopicPath(noteOf(other, 1));

        if (other.Heading(anchor) is not { } heading)
        {
            if (anchor != "top") report.MissAnchor(where);
            return other == page ? null : TopicPath(noteOf(other, 1));
        }

        return other == page && heading.Part == part ? "#" + heading.Slug : TopicPath(noteOf(other, heading.Part.Number)) + "#" + heading.Slug;
    }

    /// <summary>Leads from part to part of a long page.</summary>
    string Between(PageFile page, PagePart part, string text)
    {
        if (page.Parts.Count == 1) return text;

        var before = part.Number > 1 ? $"*Begins in [{Words(page, part.Number - 1)}]({TopicPath(noteOf(page, part.Number - 1))}).*\n\n" : "";
        var after = part.Number < page.Parts.Count ? $"\n\n*Goes on in [{Words(page, part.Number + 1)}]({TopicPath(noteOf(page, part.Number + 1))}).*" : "";
        return before + text + after;
    }

    static string Words(PageFile page, int number) => Escapes.Text(page.TitleOf(number), new Surroundings(' ', InLink: true, InCell: false));

    static string TopicPath(long noteId) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/notes/{noteId}");

    /// <summary>What begins with a slash would lead somewhere on this site: without it, the words stand without a link.</summary>
    static string? Plain(string path) => path.StartsWith('/') ? Escapes.Address(path.TrimStart('/') is { Length: > 0 } rest ? rest : ".") : null;

    static bool HasScheme(string url) => url.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 && url.AsSpan(0, colon).IndexOfAny("/?#.") < 0;

    static bool LooksLikeFile(string path) => FileEnds.Contains(Path.GetExtension(path.Split('?')[0]));
}
