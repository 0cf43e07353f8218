using System.Security.Cryptography;
using Community.Store;

namespace Community.Files;

/// <summary>Files by their content, in the data folder: <c>uploads/ab/cdef…</c> is named by the SHA-256 of what it holds, so the same content is kept once. It knows no person; rows say who may read what.</summary>
public sealed class FileStore(DataFolder data)
{
    const int BufferBytes = 81_920;

    /// <summary>How long a file may lie without a row that names it: the row is written after the file.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    string Waiting => Path.Combine(data.Uploads, "waiting");

    /// <summary>Writes a stream to a waiting file. It is gone again unless <see cref="Keep"/> is called on it.</summary>
    /// <exception cref="RefusedException">More than <paramref name="maxBytes"/> came.</exception>
    public async Task<ReceivedFile> Receive(Stream content, long maxBytes, CancellationToken stop = default)
    {
        Directory.CreateDirectory(Waiting);
        var received = new ReceivedFile(Path.Combine(Waiting, Guid.NewGuid().ToString("n")));
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await using var file = new FileStream(received.Path, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferBytes, FileOptions.Asynchronous);
            var buffer = new byte[BufferBytes];
            while (await content.ReadAsync(buffer, stop) is var count and > 0)
            {
                received.Bytes += count;
                if (received.Bytes > maxBytes)
                    throw new RefusedException(Refusal.TooLarge, "This file is larger than {0} MB, the most that one may have. Make it smaller, or put it elsewhere and link it.", UploadLimits.Megabytes(maxBytes)) { Field = "Files" };

                hash.AppendData(buffer, 0, count);
                await file.WriteAsync(buffer.AsMemory(0, count), stop);
            }

            file.Flush(flushToDisk: true);
            received.Hash = Convert.ToHexStringLower(hash.GetHashAndReset());
            return received;
        }
        catch
        {
            received.Dispose();
            throw;
        }
    }

    /// <summary>Gives a received file its place. Content that is there already is only marked as wanted again.</summary>
    public void Keep(ReceivedFile received)
    {
        var place = PathOf(received.Hash);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        File.SetLastWriteTimeUtc(received.Path, DateTime.UtcNow);
        if (!File.Exists(place)) File.Move(received.Path, place, overwrite: true);
        else File.SetLastWriteTimeUtc(place, DateTime.UtcNow);
    }

    /// <summary>Whether the content is there.</summary>
    public bool Has(string hash) => File.Exists(PathOf(hash));

    /// <summary>Where the content lies.</summary>
    public string PathOf(string hash) => Path.Combine(data.Uploads, hash[..2], hash[2..]);

    /// <summary>The hashes of files that were last wanted before the grace began.</summary>
    public IEnumerable<string> Old() =>
        from path in Everything()
        where Path.GetDirectoryName(path) != Waiting && IsOld(path)
        select Path.GetFileName(Path.GetDirectoryName(path)) + Path.GetFileName(path);

    /// <summary>Takes a file away, unless somebody wanted it just now.</summary>
    /// <returns>Whether it went.</returns>
    public bool Forget(string hash)
    {
        var path = PathOf(hash);
        if (!File.Exists(path) || !IsOld(path)) return false;

        File.Delete(path);
        return true;
    }

    /// <summary>Takes away what an ended program was still receiving.</summary>
    public void ForgetWaiting()
    {
        foreach (var path in Everything().Where(path => Path.GetDirectoryName(path) == Waiting && IsOld(path))) File.Delete(path);
    }

    IEnumerable<string> Everything() => Directory.Exists(data.Uploads) ? Directory.EnumerateFiles(data.Uploads, "*", SearchOption.AllDirectories) : [];

    static bool IsOld(string path) => File.GetLastWriteTimeUtc(path) < DateTime.UtcNow - Grace;
}

/// <summary>Content that was written and has no place yet; disposing of it takes it away.</summary>
public sealed class ReceivedFile(string path) : IDisposable
{
    public string Path { get; } = path;

    public long Bytes { get; internal set; }

    /// <summary>SHA-256, 64 small hexadecimal digits.</summary>
    public string Hash { get; internal set; } = "";

    public void Dispose() => File.Delete(Path);
}
