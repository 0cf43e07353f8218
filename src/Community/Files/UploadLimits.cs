using Microsoft.Extensions.Configuration;

namespace Community.Files;

/// <summary>How much may be uploaded. Settings <c>Community:Uploads:MaxBytes</c>, <c>QuotaBytes</c> and <c>FilesPerPost</c>.</summary>
/// <param name="MaxBytes">Of one file.</param>
/// <param name="QuotaBytes">Of all files of one person, as they are kept.</param>
/// <param name="FilesPerPost">Different files that one text may show or link.</param>
public sealed record UploadLimits(long MaxBytes = 20_000_000, long QuotaBytes = 500_000_000, int FilesPerPost = 20)
{
    /// <summary>What the settings say, and the defaults for the rest.</summary>
    public static UploadLimits Of(IConfiguration? settings)
    {
        var usual = new UploadLimits();
        var own = settings?.GetSection("Community:Uploads");
        return new UploadLimits(Number(own, nameof(MaxBytes), usual.MaxBytes), Number(own, nameof(QuotaBytes), usual.QuotaBytes), (int)Number(own, nameof(FilesPerPost), usual.FilesPerPost));
    }

    /// <summary>Megabytes as people read them: 4.1, 20.</summary>
    public static decimal Megabytes(long bytes) => Math.Round(bytes / 1_000_000m, 1) switch
    {
        0m when bytes > 0 => 0.1m,
        var megabytes when megabytes == Math.Floor(megabytes) => Math.Floor(megabytes),
        var megabytes => megabytes,
    };

    static long Number(IConfigurationSection? own, string name, long usual) => long.TryParse(own?[name], out var set) && set > 0 ? set : usual;
}
