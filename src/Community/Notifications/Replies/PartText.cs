using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using MimeKit;
using MimeKit.Text;

namespace Community.Notifications.Replies;

/// <summary>The text of a part of a mail, whatever its charset is said to be.</summary>
static partial class PartText
{
    const int Ascii7 = 20127, Utf7 = 65000, Utf8Page = 65001, Gb2312 = 936, Gb18030 = 54936, Japanese = 50220;

    /// <summary>So many letters that fit UTF-8 by chance do not occur in texts of other charsets.</summary>
    const int NoChance = 6;

    const string Byte80To9F = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";

    static readonly SearchValues<char> Odd = SearchValues.Create(string.Concat(Enumerable.Range(0, 0xA0).Where(c => c is < ' ' and not '\n' and not '\t' or >= 0x7F).Select(c => (char)c)) + "\u2028\u2029\uFEFF\uFFFE\uFFFF" + string.Concat(Enumerable.Range(0xFDD0, 32).Select(c => (char)c)));

    public static string Of(TextPart part)
    {
        if (part.Content is null) return "";

        using var stream = new MemoryStream();
        part.Content.DecodeTo(stream);
        var text = Clean(Decode(stream.GetBuffer().AsSpan(0, (int)stream.Length), part.ContentType));
        return part.IsPlain && string.Equals(part.ContentType.Format, "flowed", StringComparison.OrdinalIgnoreCase) ? Unfold(text, part.ContentType.Parameters["delsp"]) : text;
    }

    /// <summary>Lines end in one way; nothing is left that cannot be seen, nor the codes that one charset has for letters and others for control.</summary>
    public static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAny(Odd)) return text;

        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n') continue;
            if (c is '\r' or '\v' or '\f' or '\u2028' or '\u2029') c = '\n';
            if (c is >= '\u0080' and <= '\u009F') c = Byte80To9F[c - 0x80];
            if (c == '\n' || !Odd.Contains(c)) clean.Append(c);
        }
        return clean.ToString();
    }

    static string Decode(ReadOnlySpan<byte> bytes, ContentType type)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, ..]) return Utf8.GetString(bytes[3..]);
        if (bytes is [0xFF, 0xFE, ..]) return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes is [0xFE, 0xFF, ..]) return Encoding.BigEndianUnicode.GetString(bytes[2..]);

        var page = Declared(bytes, type);
        if (IsByEscapes(page)) return Page(page).GetString(bytes);
        if (page is 1200 or 1201 or 12000 or 12001 && bytes.Contains((byte)0)) return Page(page).GetString(bytes);
        if (Ascii.IsValid(bytes)) return bytes.IndexOf("\u001b$"u8) >= 0 ? Page(Japanese).GetString(bytes) : Encoding.ASCII.GetString(bytes);

        var isOneByte = page is Ascii7 or Utf7 or Utf8Page or 1200 or 1201 or 12000 or 12001 || Page(page).IsSingleByte;
        if (System.Text.Unicode.Utf8.IsValid(bytes) && (isOneByte || Leads(bytes) >= NoChance)) return Encoding.UTF8.GetString(bytes);

        return page is Ascii7 or Utf7 or Utf8Page or 1200 or 1201 or 12000 or 12001 ? Utf8.GetString(bytes) : Page(page).GetString(bytes);
    }

    /// <summary>The code page; ASCII where nothing, or nothing known, is declared.</summary>
    static int Declared(ReadOnlySpan<byte> bytes, ContentType type)
    {
        _ = WesternFallback.Western;
        var encoding = Named(type.Charset);
        if (encoding is null && type.IsMimeType("text", "html"))
        {
            var named = Meta().Match(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 2_048)]));
            if (named.Success) encoding = Named(named.Groups[1].Value);
        }

        return encoding?.CodePage switch { null => Ascii7, Gb2312 => Gb18030, { } page => page };
    }

    static Encoding? Named(string? name)
    {
        try
        {
            return string.IsNullOrWhiteSpace(name) ? null : Encoding.GetEncoding(name.Trim(' ', '"', '\''));
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return new ContentType("text", "plain") { Charset = name }.CharsetEncoding;
        }
    }

    static bool IsByEscapes(int page) => page is >= 50220 and <= 50229 or 52936;

    static int Leads(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        foreach (var one in bytes)
        {
            if (one >= 0xC0) count++;
        }
        return count;
    }

    static Encoding Utf8 => Page(Utf8Page);

    static Encoding Page(int page) => Encoding.GetEncoding(page, EncoderFallback.ReplacementFallback, new WesternFallback());

    /// <summary>The line before a signature ends in a space and yet is whole, as is the one before it.</summary>
    static string Unfold(string text, string? delsp)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].TrimStart('>', ' ') != "-- ") continue;

            lines[i] = lines[i].TrimEnd();
            if (i > 0) lines[i - 1] = lines[i - 1].TrimEnd();
        }

        return Clean(new FlowedToText { DeleteSpace = string.Equals(delsp, "yes", StringComparison.OrdinalIgnoreCase) }.Convert(string.Join('\n', lines)));
    }

    [GeneratedRegex(@"<meta[^>]{0,200}charset\s{0,4}=\s{0,4}[""']?([A-Za-z0-9_:.-]{2,40})", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Meta();
}
