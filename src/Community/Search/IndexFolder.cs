using System.Globalization;
using Community.Store;

namespace Community.Search;

/// <summary>The index's folder as a whole.</summary>
sealed class IndexFolder(DataFolder data)
{
    const int NoSpace = 28, TooManyFilesHere = 24, TooManyFiles = 23;

    public string Path => data.Index;

    /// <summary>Puts an index that cannot be used out of the way. At most one is kept.</summary>
    public void SetAside()
    {
        foreach (var old in Directory.EnumerateFileSystemEntries(data.Path, "index.damaged-*")) Delete(old);
        var aside = data.In("index.damaged-" + DateTime.UtcNow.ToString("yyyyMMdd'T'HHmmssfff", CultureInfo.InvariantCulture));
        if (File.Exists(Path)) File.Move(Path, aside);
        else if (Directory.Exists(Path)) Directory.Move(Path, aside);
    }

    /// <summary>Whether the error says something about the machine, not about the index.</summary>
    public static bool IsPassing(Exception error) => error is IOException && error.HResult is NoSpace or TooManyFilesHere or TooManyFiles or unchecked((int)0x80070070);

    static void Delete(string path)
    {
        if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
        else File.Delete(path);
    }
}
