using System.Buffers.Binary;
using System.IO.Compression;
using SkiaSharp;

namespace Community.Tests.Files;

/// <summary>Pictures made for a test.</summary>
public static class MadeUpPictures
{
    /// <summary>Red on the left, blue on the right, with a green strip on top.</summary>
    public static byte[] Png(int width = 600, int height = 400) => Encoded(width, height, SKEncodedImageFormat.Png);

    public static byte[] Jpeg(int width = 600, int height = 400) => Encoded(width, height, SKEncodedImageFormat.Jpeg);

    /// <summary>A JPEG that says how the camera was held, and where.</summary>
    public static byte[] WithExif(byte[] jpeg, ushort orientation, string place)
    {
        byte[] note = System.Text.Encoding.ASCII.GetBytes(place + "\0");
        var tiff = new List<byte>();
        tiff.AddRange("II"u8.ToArray());
        tiff.AddRange(Little(42, 2));
        tiff.AddRange(Little(8, 4));
        tiff.AddRange(Little(2, 2));
        tiff.AddRange([.. Little(0x010E, 2), .. Little(2, 2), .. Little((uint)note.Length, 4), .. Little(38, 4)]);
        tiff.AddRange([.. Little(0x0112, 2), .. Little(3, 2), .. Little(1, 4), .. Little(orientation, 2), 0, 0]);
        tiff.AddRange(Little(0, 4));
        tiff.AddRange(note);
        byte[] body = [.. "Exif\0\0"u8.ToArray(), .. tiff];
        return [.. jpeg[..2], 0xFF, 0xE1, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body, .. jpeg[2..]];
    }

    /// <summary>A PNG of one colour whose rows pack to nearly nothing.</summary>
    public static byte[] Bomb(int side = 30_000)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var row = new byte[1 + (side + 7) / 8];
            for (var y = 0; y < side; y++) zip.Write(row);
        }

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, side);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), side);
        header[8] = 1;
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", header), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    /// <summary>A GIF that is also a script.</summary>
    public static byte[] GifAndScript() => [.. "GIF89a/*"u8.ToArray(), .. new byte[20], .. "*/=1;alert(1)"u8.ToArray()];

    static byte[] Encoded(int width, int height, SKEncodedImageFormat format)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height));
        surface.Canvas.Clear(SKColors.Red);
        using var blue = new SKPaint { Color = SKColors.Blue };
        surface.Canvas.DrawRect(width / 2f, 0, width / 2f, height, blue);
        using var green = new SKPaint { Color = SKColors.Lime };
        surface.Canvas.DrawRect(0, 0, width, height / 10f, green);
        using var image = surface.Snapshot();
        using var data = image.Encode(format, 90);
        return data.ToArray();
    }

    static byte[] Chunk(string type, byte[] content)
    {
        byte[] body = [.. System.Text.Encoding.ASCII.GetBytes(type), .. content];
        var (length, sum) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sum, Crc(body));
        return [.. length, .. body, .. sum];
    }

    static uint Crc(byte[] bytes)
    {
        var sum = uint.MaxValue;
        foreach (var b in bytes)
        {
            sum ^= b;
            for (var bit = 0; bit < 8; bit++) sum = (sum & 1) == 1 ? (sum >> 1) ^ 0xEDB88320u : sum >> 1;
        }

        return ~sum;
    }

    static byte[] Little(uint value, int bytes) => [.. Enumerable.Range(0, bytes).Select(i => (byte)(value >> (8 * i)))];
}
