using Microsoft.Extensions.Configuration.Json;

namespace Community.Web.Running;

/// <summary>The settings that server and commands share: <c>appsettings.json</c> beside the program, then environment variables <c>Community__…</c>. Which there are says <see cref="SettingList"/>.</summary>
public static class Settings
{
    const string File = "appsettings.json";

    public static IConfigurationRoot Read() => new ConfigurationBuilder()
        .SetBasePath(AppContext.BaseDirectory)
        .AddJsonFile(File, optional: true)
        .AddEnvironmentVariables()
        .Build();

    /// <summary>Takes out the files that the framework would read and the commands would not.</summary>
    public static void KeepShared(IConfigurationBuilder builder)
    {
        foreach (var source in builder.Sources.OfType<JsonConfigurationSource>().Where(source => source.Path != File).ToList()) builder.Sources.Remove(source);
    }

    /// <summary>The value, or null where it is not set or empty.</summary>
    public static string? Given(this IConfiguration settings, string key) => settings[key] is { Length: > 0 } value ? value : null;

    /// <summary>The value, or the default that <see cref="SettingList"/> names.</summary>
    public static string Of(this IConfiguration settings, string key) => settings.Given(key) ?? SettingList.All.Single(setting => setting.Key == key).Default ?? "";

    /// <summary>The same of a whole number.</summary>
    public static int Number(this IConfiguration settings, string key) => int.Parse(settings.Of(key), System.Globalization.CultureInfo.InvariantCulture);
}
