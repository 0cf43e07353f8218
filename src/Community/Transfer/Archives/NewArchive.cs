using System.IO.Compression;

namespace Community.Transfer.Archives;

/// <summary>A zip file in the making. It has its name only when it is whole and on the disk; until then it is <c>NAME.partial</c>. Only its owner may read it.</summary>
sealed class NewArchive : IDisposable
{
    readonly string path;
    readonly FileStream file;
    readonly DateTimeOffset at;

    /// <exception cref="ArchiveException">Something of this name is there already.</exception>
    public NewArchive(string path, DateTime at)
    {
        this.path = Path.GetFullPath(path);
        this.at = at;
        if (File.Exists(this.path) || Directory.Exists(this.path)) throw new ArchiveException($"{this.path} is there already. Choose another name, or move it away.");
        if (!Directory.Exists(Path.GetDirectoryName(this.path))) throw new ArchiveException($"There is no folder {Path.GetDirectoryName(this.path)}. Make it first.");

        file = OwnFile.Create(Partial);
        Zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
    }

    public ZipArchive Zip { get; }

    string Partial => path + ".partial";

    /// <summary>A path beside the archive for what has to lie on the disk meanwhile; gone at the end.</summary>
    public string Beside => path + ".database";

    public Stream Add(string name, CompressionLevel level = CompressionLevel.Optimal)
    {
        var entry = Zip.CreateEntry(name, level);
        entry.LastWriteTime = at;
        return entry.Open();
    }

    public TextWriter AddText(string name) => new StreamWriter(Add(name)) { NewLine = "\n" };

    /// <summary>Closes it and gives it its name.</summary>
    public void Finish()
    {
        Zip.Dispose();
        file.Flush(flushToDisk: true);
        file.Dispose();
        File.Move(Partial, path);
    }

    public void Dispose()
    {
        try
        {
            Zip.Dispose();
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            // The disk is full, or it was finished.
        }

        file.Dispose();
        File.Delete(Partial);
        File.Delete(Beside);
    }
}

/// <summary>Files that nobody but their owner reads.</summary>
static class OwnFile
{
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }
}
