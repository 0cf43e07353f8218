using Community.Store;

namespace Community.Search;

/// <summary>
/// The right to write the index of a data folder. Lucene's own lock does not keep a second process out on Linux; this one does, and is free again after a
/// kill.
/// </summary>
public sealed class IndexLock : IDisposable
{
    readonly FileStream file;

    IndexLock(FileStream file) => this.file = file;

    /// <summary>Null while somebody else holds it.</summary>
    public static IndexLock? TryTake(DataFolder data)
    {
        try
        {
            return new IndexLock(new FileStream(data.In("index.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => file.Dispose();
}
