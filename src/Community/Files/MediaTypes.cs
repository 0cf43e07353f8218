using System.Text;

namespace Community.Files;

/// <summary>What a file is, found from its first bytes; neither its name nor what the sender says of it counts.</summary>
public static class MediaTypes
{
    public const string Unknown = "application/octet-stream";

    /// <summary>How many bytes are looked at.</summary>
    public const int HeadBytes = 512;

    static readonly (byte[] Mark, int At, string Type)[] Marks =
    [
        ([0xFF, 0xD8, 0xFF], 0, "image/jpeg"),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], 0, "image/png"),
        ("GIF87a"u8.ToArray(), 0, "image/gif"),
        ("GIF89a"u8.ToArray(), 0, "image/gif"),
        ("WEBP"u8.ToArray(), 8, "image/webp"),
        ("%PDF-"u8.ToArray(), 0, "application/pdf"),
        ([0x50, 0x4B, 0x03, 0x04], 0, "application/zip"),
        ("ftyp"u8.ToArray(), 4, "video/mp4"),
        ("OggS"u8.ToArray(), 0, "application/ogg"),
        ("ID3"u8.ToArray(), 0, "audio/mpeg"),
        ([0x1F, 0x8B], 0, "application/gzip"),
    ];

    /// <summary>Types that are shown as pictures, once they are drawn anew.</summary>
    public static bool IsPicture(string type) => type is "image/jpeg" or "image/png" or "image/gif" or "image/webp";

    /// <returns>The media type; <see cref="Unknown"/> for whatever a browser could act on, such as HTML, SVG and XML, and for what nobody knows.</returns>
    public static string Of(ReadOnlySpan<byte> head)
    {
        foreach (var (mark, at, type) in Marks)
            if (head.Length >= at + mark.Length && head.Slice(at, mark.Length).SequenceEqual(mark)) return type;

        return IsPlainText(head) ? "text/plain" : Unknown;
    }

    /// <summary>Of a file's first bytes.</summary>
    public static async Task<string> Of(string path, CancellationToken stop = default)
    {
        await using var file = File.OpenRead(path);
        var head = new byte[HeadBytes];
        return Of(head.AsSpan(0, await file.ReadAtLeastAsync(head, HeadBytes, throwOnEndOfStream: false, stop)));
    }

    /// <summary>Text without a mark that could begin a tag.</summary>
    static bool IsPlainText(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty || head.Contains((byte)'<') || head.ContainsAnyInRange((byte)0, (byte)8)) return false;

        // The last character may be cut in two.
        var text = Encoding.UTF8.GetString(head);
        return text.IndexOf('\uFFFD') is var at && (at < 0 || at >= text.Length - 3 && head.Length == HeadBytes);
    }
}
