namespace Community.Benchmarks;

/// <summary>The checkout that this program was built in.</summary>
static class Checkout
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory)) ?? Directory.GetCurrentDirectory();

    static string? Find(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Community.sln"))) folder = folder.Parent;
        return folder?.FullName;
    }
}
