using System.Diagnostics;
using System.Text;
using Community.Files;
using SkiaSharp;

namespace Community.Tests.Files;

public sealed class PictureTests(Village village) : IClassFixture<Village>
{
    [Fact]
    public async Task A_picture_gets_its_widths_and_is_never_enlarged()
    {
        Assert.Equal([(480, 320), (960, 640), (1600, 1067)], await Sizes(MadeUpPictures.Jpeg(2400, 1600)));
        Assert.Equal([(480, 320), (600, 400)], await Sizes(MadeUpPictures.Png(600, 400)));
        Assert.Equal([(20, 10)], await Sizes(MadeUpPictures.Png(20, 10)));
    }

    [Theory]
    [InlineData(1, "red", "blue")]
    [InlineData(2, "blue", "red")]
    [InlineData(3, "blue", "red")]
    [InlineData(4, "red", "blue")]
    [InlineData(5, "top red", "bottom blue")]
    [InlineData(6, "top red", "bottom blue")]
    [InlineData(7, "top blue", "bottom red")]
    [InlineData(8, "top blue", "bottom red")]
    public async Task A_picture_stands_as_the_camera_saw_it(int orientation, string first, string second)
    {
        using var drawn = await Largest(MadeUpPictures.WithExif(MadeUpPictures.Jpeg(600, 400), (ushort)orientation, "place"));

        Assert.Equal(orientation > 4 ? (400, 600) : (600, 400), (drawn.Width, drawn.Height));
        var isTurned = first.StartsWith("top", StringComparison.Ordinal);
        Assert.EndsWith(ColourOf(isTurned ? drawn.GetPixel(200, 100) : drawn.GetPixel(100, 200)), first, StringComparison.Ordinal);
        Assert.EndsWith(ColourOf(isTurned ? drawn.GetPixel(200, 500) : drawn.GetPixel(500, 200)), second, StringComparison.Ordinal);
        // The strip that was on top says which way it was turned.
        var strip = orientation switch { 1 or 2 => drawn.GetPixel(300, 8), 3 or 4 => drawn.GetPixel(300, 392), 5 or 8 => drawn.GetPixel(8, 300), _ => drawn.GetPixel(392, 300) };
        Assert.Equal("lime", ColourOf(strip));
    }

    [Fact]
    public async Task Nothing_that_the_camera_wrote_is_kept()
    {
        var came = MadeUpPictures.WithExif(MadeUpPictures.Jpeg(), 1, "Strasse 12, Heron Island");
        Assert.Contains("Heron Island", Encoding.Latin1.GetString(came), StringComparison.Ordinal);

        using var waiting = await village.Get<FileStore>().Receive(new MemoryStream(came), came.Length);
        foreach (var size in await village.Get<Pictures>().Draw(waiting.Path))
            using (size)
            {
                var kept = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(size.File.Path));
                Assert.DoesNotContain("Heron Island", kept, StringComparison.Ordinal);
                Assert.DoesNotContain("Exif", kept, StringComparison.OrdinalIgnoreCase);
            }
    }

    [Fact]
    public async Task A_bomb_is_refused_from_its_header()
    {
        var bomb = MadeUpPictures.Bomb();
        Assert.InRange(bomb.Length, 50_000, 200_000);
        var (before, began) = (Process.GetCurrentProcess().PeakWorkingSet64, Stopwatch.GetTimestamp());

        var refused = await VillageActs.Refused(Refusal.Invalid, () => Sizes(bomb));

        Assert.Contains("30000", refused.Message, StringComparison.Ordinal);
        Assert.InRange(Stopwatch.GetElapsedTime(began).TotalSeconds, 0, 5);
        Assert.InRange(Process.GetCurrentProcess().PeakWorkingSet64 - before, 0, 500_000_000);
    }

    [Fact]
    public async Task A_broken_picture_is_refused_and_leaves_nothing()
    {
        var whole = MadeUpPictures.Jpeg();
        foreach (var broken in new[] { whole[..(whole.Length / 2)], [.. whole[..20], .. new byte[2000]], MadeUpPictures.GifAndScript() })
            await VillageActs.Refused(Refusal.Invalid, () => Sizes(broken));

        Assert.Empty(Directory.GetFiles(Path.Combine(village.Data.Uploads, "waiting")));
    }

    static string ColourOf(SKColor colour) => (colour.Red, colour.Green, colour.Blue) switch { ( > 180, < 90, < 90) => "red", ( < 90, < 90, > 180) => "blue", ( < 120, > 180, < 120) => "lime", var other => other.ToString() };

    async Task<List<(int, int)>> Sizes(byte[] picture)
    {
        using var waiting = await village.Get<FileStore>().Receive(new MemoryStream(picture), picture.Length);
        var drawn = await village.Get<Pictures>().Draw(waiting.Path);
        foreach (var size in drawn) size.Dispose();
        return [.. drawn.Select(size => (size.Width, size.Height))];
    }

    async Task<SKBitmap> Largest(byte[] picture)
    {
        using var waiting = await village.Get<FileStore>().Receive(new MemoryStream(picture), picture.Length);
        var drawn = await village.Get<Pictures>().Draw(waiting.Path);
        var bitmap = SKBitmap.Decode(drawn[^1].File.Path);
        foreach (var size in drawn) size.Dispose();
        return bitmap;
    }
}
