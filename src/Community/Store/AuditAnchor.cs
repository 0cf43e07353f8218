using System.Security.Cryptography;
using System.Text;
using Community.Events;
using Microsoft.EntityFrameworkCore;

namespace Community.Store;

/// <summary>
/// Where the audit log ended last, kept outside of the database: a chain alone does not tell that its end was cut off. A file of one line, sealed with a key beside it. It
/// may lag behind the log, after a crash, and then the log simply reaches further; it is never ahead of it. Who can write the whole data folder can forge both: a head noted
/// elsewhere (<c>verify-audit --head</c>) is proof against that, too.
/// </summary>
public sealed class AuditAnchor(DataFolder data)
{
    readonly Lock writing = new();

    string File => data.In("audit-head");

    string KeyFile => data.In("audit-key");

    /// <summary>
    /// Moves on with the log, where what is anchored still stands in it: else whoever cut the log off would only have to wait for the next act. It is made with
    /// the first record alone; one that is missing later stays missing until somebody says otherwise.
    /// </summary>
    internal async Task Keep(AuditGrowth grown, CommunityContext db)
    {
        try
        {
            var kept = Read();
            if (kept is null ? grown.Before.Count > 0 : !kept.IsSealed || kept.Head.Count >= grown.After.Count || kept.Head != grown.Before && !await Stands(kept.Head, db)) return;

            lock (writing)
            {
                if (Read() is { Head.Count: var count } && count >= grown.After.Count) return;

                Write(grown.After);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The act is committed; the next one moves the anchor on. A full disk must not make it look refused.
        }
    }

    static Task<bool> Stands(AuditHead head, CommunityContext db) => db.AuditRecords.AnyAsync(r => r.Id == head.Count && r.Hash == head.Hash);

    /// <summary>Puts it there whatever stood there: after a restore, when somebody said so.</summary>
    public void Replace(AuditHead head)
    {
        lock (writing) Write(head);
    }

    /// <summary>Null when none was kept.</summary>
    public KeptHead? Read()
    {
        if (!System.IO.File.Exists(File)) return null;

        return System.IO.File.ReadAllText(File).Trim().Split(' ') is [var written, var seal] && AuditHead.Of(written) is { } head
            ? new KeptHead(head, CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(seal), Encoding.ASCII.GetBytes(Seal(head))))
            : new KeptHead(AuditHead.Empty, false);
    }

    void Write(AuditHead head)
    {
        var waiting = $"{File}.{Environment.ProcessId}";
        System.IO.File.WriteAllText(waiting, $"{head} {Seal(head)}\n");
        System.IO.File.Move(waiting, File, overwrite: true);
    }

    string Seal(AuditHead head) => Convert.ToHexStringLower(HMACSHA256.HashData(Key(), Encoding.ASCII.GetBytes(head.ToString())));

    byte[] Key()
    {
        if (!System.IO.File.Exists(KeyFile))
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var made = new FileStream(KeyFile, options);
            made.Write(RandomNumberGenerator.GetBytes(32));
        }

        return System.IO.File.ReadAllBytes(KeyFile);
    }
}

/// <summary>What was kept, and whether its seal holds.</summary>
public sealed record KeptHead(AuditHead Head, bool IsSealed);
