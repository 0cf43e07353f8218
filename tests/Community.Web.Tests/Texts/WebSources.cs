namespace Community.Web.Tests.Texts;

/// <summary>The sources of the web project in this checkout, by area.</summary>
static class WebSources
{
    public static string Root { get; } = Find();

    public static string Web { get; } = Path.Combine(Root, "src", "Community.Web");

    public static IReadOnlyList<string> Of(string folder, string extension) =>
    [
        .. Directory.EnumerateFiles(folder, "*" + extension, SearchOption.AllDirectories)
            .Where(path => !Path.GetRelativePath(Root, path).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules" or "Migrations")).Order(StringComparer.Ordinal),
    ];

    /// <summary>The areas, which are the folders of the web project that have a file of texts.</summary>
    public static IReadOnlyList<string> Areas { get; } = [.. Directory.EnumerateFiles(Web, "*Text.resx", SearchOption.AllDirectories).Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)).Select(path => Path.GetFileName(Path.GetDirectoryName(path)!)).Order(StringComparer.Ordinal)];

    static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Community.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("These tests run inside a checkout.");
    }
}
