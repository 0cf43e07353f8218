namespace Community.Tests.Architecture;

/// <summary>The sources of this checkout, without what tools wrote.</summary>
static class SourceFiles
{
    public static string Root { get; } = Find();

    /// <param name="project">Community or Community.Web.</param>
    public static IReadOnlyList<string> Of(string project, string extension = ".cs") =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, "src", project), "*" + extension, SearchOption.AllDirectories)
            .Where(path => !Path.GetRelativePath(Root, path).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "Migrations" or "node_modules")).Order(StringComparer.Ordinal),
    ];

    /// <summary>The folder below the project that a file stands in; empty for the project's own.</summary>
    public static string AreaOf(string project, string path) =>
        Path.GetRelativePath(Path.Combine(Root, "src", project), path).Split(Path.DirectorySeparatorChar) is [var area, _, ..] ? area : "";

    static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Community.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("These tests run inside a checkout.");
    }
}
