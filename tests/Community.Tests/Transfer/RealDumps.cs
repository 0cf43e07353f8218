namespace Community.Tests.Transfer;

/// <summary>The dumps of real sites that may lie beside the project.</summary>
public static class RealDumps
{
    /// <summary>The site's folder; the test is skipped where it is absent.</summary>
    public static string Folder(string site)
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Community.sln"))) at = at.Parent;
        var folder = Path.Combine(at?.Parent?.FullName ?? "/", "shared", "data", "stackexchange", site);
        Assert.SkipUnless(Directory.Exists(folder), $"The dump of {site} is not beside the project.");
        return folder;
    }
}
