namespace Community.Tests.Text;

/// <summary>Files beside the checkout that other people wrote; tests that read them skip where they are absent.</summary>
static class SharedData
{
    public static string PathOf(params string[] parts)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Community.sln"))) folder = folder.Parent;
        var path = Path.GetFullPath(Path.Combine([folder?.FullName ?? ".", "..", "shared", "data", .. parts]));
        Assert.SkipUnless(Path.Exists(path), $"{path} is not here");
        return path;
    }
}
