using SkiaSharp;

namespace Community.Files;

/// <summary>One size of a picture, drawn anew. Disposing of it takes the waiting file away.</summary>
public sealed record DrawnPicture(int Width, int Height, ReceivedFile File) : IDisposable
{
    public void Dispose() => File.Dispose();
}

/// <summary>
/// Draws pictures anew as WebP: nothing of what came is passed on but the colours, neither where and with what it was taken nor whatever else a file can
/// hold. Turned as the camera said; of a moving picture the first frame. At most two are drawn at a time, each from at most 40 million points.
/// </summary>
public sealed class Pictures(FileStore files) : IDisposable
{
    /// <summary>What the pictures are drawn as.</summary>
    public const string MediaType = "image/webp";

    public const int MaxMegapixels = 40;

    /// <summary>Widths for text, the largest last. Nothing is enlarged: a narrower picture has its own width as the last.</summary>
    public static readonly IReadOnlyList<int> Widths = [480, 960, 1600];

    const int Quality = 85;

    readonly SemaphoreSlim drawing = new(2, 2);

    /// <summary>The picture in up to three widths, the largest last.</summary>
    /// <exception cref="RefusedException">It cannot be read, or is too large to be read.</exception>
    public Task<IReadOnlyList<DrawnPicture>> Draw(string path, CancellationToken stop = default) => Drawn(path, (shown, turn) =>
    {
        var (width, _) = turn.Swaps ? (shown.Height, shown.Width) : (shown.Width, shown.Height);
        return Widths.Where(w => w < width).Append(Math.Min(width, Widths[^1])).Distinct().Select(w => Scaled(shown, turn, w));
    }, stop);

    /// <summary>Takes a picture in and keeps its middle square in these widths.</summary>
    /// <exception cref="RefusedException">Too large, no picture, or one that cannot be read.</exception>
    public async Task<IReadOnlyList<DrawnPicture>> KeepSquares(Stream content, long maxBytes, IReadOnlyList<int> widths, CancellationToken stop = default)
    {
        using var came = await files.Receive(content, maxBytes, stop);
        if (!MediaTypes.IsPicture(await MediaTypes.Of(came.Path, stop)))
            throw new RefusedException(Refusal.Invalid, "Choose a picture: JPEG, PNG, GIF or WebP.") { Field = "Files" };

        var drawn = await DrawSquares(came.Path, widths, stop);
        foreach (var size in drawn)
            using (size) files.Keep(size.File);
        return drawn;
    }

    Task<IReadOnlyList<DrawnPicture>> DrawSquares(string path, IReadOnlyList<int> widths, CancellationToken stop) => Drawn(path, (shown, turn) =>
    {
        var side = Math.Min(shown.Width, shown.Height);
        var middle = SKRectI.Create((shown.Width - side) / 2, (shown.Height - side) / 2, side, side);
        using var square = new SKBitmap();
        if (!shown.ExtractSubset(square, middle)) throw Broken();
        return widths.Select(w => Scaled(square, turn, w)).ToList();
    }, stop);

    public void Dispose() => drawing.Dispose();

    async Task<IReadOnlyList<DrawnPicture>> Drawn(string path, Func<SKBitmap, Turn, IEnumerable<SKImage>> sizes, CancellationToken stop)
    {
        await drawing.WaitAsync(stop);
        var drawn = new List<DrawnPicture>();
        try
        {
            using var codec = SKCodec.Create(path) ?? throw Broken();
            using var bitmap = Read(codec);
            foreach (var image in sizes(bitmap, Turn.Of(codec.EncodedOrigin)))
            {
                using (image)
                using (var encoded = image.Encode(SKEncodedImageFormat.Webp, Quality) ?? throw Broken())
                    drawn.Add(new DrawnPicture(image.Width, image.Height, await files.Receive(encoded.AsStream(), long.MaxValue, stop)));
            }

            return drawn;
        }
        catch
        {
            drawn.ForEach(picture => picture.Dispose());
            throw;
        }
        finally
        {
            drawing.Release();
        }
    }

    /// <summary>Nothing is decoded before the header was read: 109 KB can be 30,000 by 30,000 points.</summary>
    static SKBitmap Read(SKCodec codec)
    {
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if (width < 1 || height < 1) throw Broken();
        if ((long)width * height > MaxMegapixels * 1_000_000L)
            throw new RefusedException(Refusal.Invalid, "This picture has {0} by {1} points; at most {2} million can be read. Make it smaller first.", width, height, MaxMegapixels) { Field = "Files" };

        // Photographs can be read smaller than they are, which spares the memory.
        var scale = Math.Min(1f, 2f * Widths[^1] / Math.Max(1, Math.Min(width, height)));
        var size = codec.GetScaledDimensions(scale);
        var bitmap = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb()));
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) == SKCodecResult.Success) return bitmap;

        bitmap.Dispose();
        throw Broken();
    }

    static SKImage Scaled(SKBitmap shown, Turn turn, int width)
    {
        var (across, down) = turn.Swaps ? (shown.Height, shown.Width) : (shown.Width, shown.Height);
        var height = Math.Max(1, (int)Math.Round((double)down * width / across));
        using var surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb())) ?? throw Broken();
        turn.Apply(surface.Canvas, width, height);
        using var image = SKImage.FromBitmap(shown);
        surface.Canvas.DrawImage(image, turn.Swaps ? SKRect.Create(height, width) : SKRect.Create(width, height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        return surface.Snapshot();
    }

    static RefusedException Broken() =>
        new(Refusal.Invalid, "This picture cannot be read; the file is damaged or not what its beginning says. Save it anew in your picture program and try again.") { Field = "Files" };
}
