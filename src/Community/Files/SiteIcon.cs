using SkiaSharp;

namespace Community.Files;

/// <summary>The site's mark as a PNG, drawn when it is first asked for: home screens take no SVG.</summary>
/// <param name="Name">The last part of its address.</param>
/// <param name="Size">In points, both ways.</param>
/// <param name="Purpose">What a manifest says of it: any, maskable, or monochrome; null where no manifest names it.</param>
public sealed record SiteIcon(string Name, int Size, string? Purpose)
{
    /// <summary>The accent in light, as in <c>tokens.css</c>.</summary>
    static readonly SKColor Accent = new(0x11, 0x5b, 0x3e), Mark = new(0xff, 0xfe, 0xfb);

    /// <summary>What of a mask's width is never cut off, and a little less: the mark stays inside.</summary>
    const float Safe = .56f;

    readonly Lock drawing = new();

    /// <summary>Every size and shape that there is.</summary>
    public static IReadOnlyList<SiteIcon> All { get; } =
    [
        new("192.png", 192, "any"), new("512.png", 512, "any"), new("maskable-192.png", 192, "maskable"), new("maskable-512.png", 512, "maskable"),
        // Of the small sign in a phone's bar only its shape counts.
        new("sign.png", 96, "monochrome"), new("apple.png", 180, null),
    ];

    public byte[] Png
    {
        get
        {
            lock (drawing)
                return field ??= Draw();
        }
    }

    byte[] Draw()
    {
        using var surface = SKSurface.Create(new SKImageInfo(Size, Size, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb()));
        var canvas = surface.Canvas;
        canvas.Clear(SKColors.Transparent);
        using var ground = new SKPaint { Color = Accent, IsAntialias = true };
        if (Purpose == "any") canvas.DrawRoundRect(SKRect.Create(Size, Size), Size * .2f, Size * .2f, ground);
        else if (Purpose != "monochrome") canvas.DrawRect(SKRect.Create(Size, Size), ground);

        // The paths of favicon.svg, which stand in a square of 24.
        var part = Purpose switch { "monochrome" => 1f, "any" => .66f, _ => Safe };
        canvas.Translate(Size * (1 - part) / 2, Size * (1 - part) / 2);
        canvas.Scale(Size * part / 24);
        Line(canvas, 3.5f, 4, 4, 4, 20);
        Line(canvas, 2, 9.5f, 5.5f, 22, 5.5f);
        Line(canvas, 2, 9.5f, 12, 22, 12);
        Line(canvas, 2, 9.5f, 18.5f, 17.5f, 18.5f);

        using var image = surface.Snapshot();
        using var encoded = image.Encode(SKEncodedImageFormat.Png, 100);
        return encoded.ToArray();
    }

    static void Line(SKCanvas canvas, float width, float fromX, float fromY, float toX, float toY)
    {
        using var paint = new SKPaint { Color = Mark, StrokeWidth = width, Style = SKPaintStyle.Stroke, StrokeCap = SKStrokeCap.Butt, IsAntialias = true };
        canvas.DrawLine(fromX, fromY, toX, toY, paint);
    }
}
