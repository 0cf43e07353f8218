using SkiaSharp;

namespace Community.Files;

/// <summary>How a picture must be turned or mirrored to stand as the camera saw it.</summary>
/// <param name="QuarterTurns">Clockwise.</param>
/// <param name="IsMirrored">Left and right are exchanged before it is turned.</param>
readonly record struct Turn(int QuarterTurns, bool IsMirrored)
{
    /// <summary>Whether width and height change places.</summary>
    public bool Swaps => QuarterTurns % 2 == 1;

    public static Turn Of(SKEncodedOrigin origin) => origin switch
    {
        SKEncodedOrigin.TopRight => new(0, true),
        SKEncodedOrigin.BottomRight => new(2, false),
        SKEncodedOrigin.BottomLeft => new(2, true),
        SKEncodedOrigin.LeftTop => new(3, true),
        SKEncodedOrigin.RightTop => new(1, false),
        SKEncodedOrigin.RightBottom => new(1, true),
        SKEncodedOrigin.LeftBottom => new(3, false),
        _ => new(0, false),
    };

    /// <summary>Sets a canvas of this size up so that what is drawn comes out turned.</summary>
    public void Apply(SKCanvas canvas, int width, int height)
    {
        canvas.Translate(width / 2f, height / 2f);
        canvas.RotateDegrees(90 * QuarterTurns);
        if (IsMirrored) canvas.Scale(-1, 1);
        var (across, down) = Swaps ? (height, width) : (width, height);
        canvas.Translate(-across / 2f, -down / 2f);
    }
}
