using Microsoft.Data.Sqlite;

namespace Community.Store;

/// <summary>The one folder that holds everything: database, index, uploads, keys.</summary>
public sealed class DataFolder
{
    /// <param name="path">Made when missing.</param>
    /// <exception cref="DataFolderException">It cannot be made or written.</exception>
    public DataFolder(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(Path);
            var probe = In(".write-probe-" + Environment.ProcessId);
            File.WriteAllText(probe, "");
            File.Delete(probe);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DataFolderException($"The data folder {Path} cannot be written: {error.Message}", error);
        }
    }

    public string Path { get; }

    public string Database => In("community.db");

    public string Index => In("index");

    public string Keys => In("keys");

    /// <summary>Attachments and faces, each file named by the SHA-256 of its content.</summary>
    public string Uploads => In("uploads");

    /// <summary>Where a backup is unpacked and checked; there only while one is restored, or after a restore was interrupted.</summary>
    public string Restoring => In("restoring");

    public string SetupToken => In("setup-token");

    public string ConnectionString => new SqliteConnectionStringBuilder
    {
        DataSource = Database,
        DefaultTimeout = 5,
        Cache = SqliteCacheMode.Private,
    }.ToString();

    public string In(string name) => System.IO.Path.Combine(Path, name);
}

/// <summary>The data folder or the database in it cannot be used; the message is one sentence that says why.</summary>
public sealed class DataFolderException(string message, Exception? cause = null) : Exception(message, cause);
