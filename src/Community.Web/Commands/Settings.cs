namespace Community.Web.Commands;

/// <summary>The settings that server and commands share: <c>appsettings.json</c> beside the program, then environment variables <c>Community__…</c>.</summary>
public static class Settings
{
    public static IConfigurationRoot Read() => new ConfigurationBuilder()
        .SetBasePath(AppContext.BaseDirectory)
        .AddJsonFile("appsettings.json", optional: true)
        .AddEnvironmentVariables()
        .Build();
}
