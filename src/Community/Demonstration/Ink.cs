using SkiaSharp;

namespace Community.Demonstration;

/// <summary>A sheet that is drawn on with paths as SVG writes them. Letters are drawn as well, because a server may have no font.</summary>
sealed class Ink : IDisposable
{
    const int LetterHeight = 4;
    const float LetterStep = 3.1f;

    static readonly Dictionary<char, string> Letters = new()
    {
        ['A'] = "M0 4L1 0L2 4M.4 2.6H1.6",
        ['E'] = "M2 0H0V4H2M0 2H1.6",
        ['H'] = "M0 0V4M2 0V4M0 2H2",
        ['I'] = "M1 0V4",
        ['K'] = "M0 0V4M2 0L0 2L2 4",
        ['L'] = "M0 0V4H2",
        ['N'] = "M0 4V0L2 4V0",
        ['O'] = "M0 0H2V4H0Z",
        ['Q'] = "M0 0H2V4H0ZM1.2 3L2.2 4.4",
        ['S'] = "M2 0H0V2H2V4H0",
        ['T'] = "M0 0H2M1 0V4",
        ['U'] = "M0 0V4H2V0",
        ['V'] = "M0 0L1 4L2 0",
        ['Y'] = "M0 0L1 2L2 0M1 2V4",
        ['1'] = "M.4 .6L1 0V4",
        ['2'] = "M0 0H2V2H0V4H2",
        ['3'] = "M0 0H2V4H0M.4 2H2",
        ['5'] = "M2 0H0V2H2V4H0",
        ['8'] = "M0 0H2V4H0ZM0 2H2",
        ['.'] = "M.9 3.9H1",
    };

    readonly SKSurface surface;

    public Ink(int width, int height, string ground)
    {
        surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb()));
        surface.Canvas.Clear(SKColor.Parse(ground));
    }

    public Ink Fill(string colour, string path)
    {
        using var paint = new SKPaint { Color = SKColor.Parse(colour), IsAntialias = true };
        return Draw(path, paint);
    }

    public Ink Line(string colour, float width, string path)
    {
        using var paint = new SKPaint { Color = SKColor.Parse(colour), IsAntialias = true, IsStroke = true, StrokeWidth = width, StrokeCap = SKStrokeCap.Round, StrokeJoin = SKStrokeJoin.Round };
        return Draw(path, paint);
    }

    public Ink Circle(string colour, float x, float y, float radius)
    {
        using var paint = new SKPaint { Color = SKColor.Parse(colour), IsAntialias = true };
        surface.Canvas.DrawCircle(x, y, radius, paint);
        return this;
    }

    /// <param name="height">Of a letter; the strokes are an eighth of it.</param>
    public Ink Write(string colour, float x, float y, float height, string words)
    {
        var scale = height / LetterHeight;
        foreach (var (place, letter) in words.Index())
        {
            if (!Letters.TryGetValue(letter, out var path)) continue;

            surface.Canvas.Save();
            surface.Canvas.Translate(x + place * LetterStep * scale, y);
            surface.Canvas.Scale(scale);
            Line(colour, LetterHeight / 8f, path);
            surface.Canvas.Restore();
        }

        return this;
    }

    /// <summary>The sheet as a PNG.</summary>
    public Stream Dry()
    {
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return new MemoryStream(png.ToArray());
    }

    public void Dispose() => surface.Dispose();

    Ink Draw(string path, SKPaint paint)
    {
        using var shape = SKPath.ParseSvgPathData(path) ?? throw new FormatException($"{path} is no path.");
        surface.Canvas.DrawPath(shape, paint);
        return this;
    }
}
