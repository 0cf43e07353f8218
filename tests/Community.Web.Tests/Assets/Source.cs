namespace Community.Web.Tests.Assets;

/// <summary>The source tree that the tests were built from.</summary>
public static class Source
{
    public static string Root { get; } = FindRoot();

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Community.sln")))
                return folder.FullName;
        throw new InvalidOperationException("No folder above the tests holds Community.sln.");
    }
}
