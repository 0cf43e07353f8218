using Community.Events;
using Community.Files;
using Community.People;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics;

/// <summary>Takes away files that no row names: of attachments and faces that went, and of a program that ended between file and row. At most 100 a run.</summary>
public sealed class SweepFiles(CommunityStore store, FileStore files) : ISweep
{
    /// <returns>How many went.</returns>
    public async Task<int> Run(CancellationToken stop = default)
    {
        files.ForgetWaiting();
        foreach (var some in files.Old().Chunk(100))
        {
            var named = await store.Read(db => Named(db, some, stop));
            var loose = some.Where(hash => !named.Contains(hash)).ToList();
            // Asked again where rows are written: somebody may have sent the same content just now.
            if (loose.Count > 0 && await store.Write(async db => loose.Except(await Named(db, loose, stop)).Count(files.Forget), stop) is var gone and > 0) return gone;
        }

        return 0;
    }

    static async Task<HashSet<string>> Named(CommunityContext db, IReadOnlyList<string> hashes, CancellationToken stop)
    {
        var named = await db.Attachments.Where(a => hashes.Contains(a.Hash)).Select(a => a.Hash)
            .Union(db.AttachmentSizes.Where(s => hashes.Contains(s.Hash)).Select(s => s.Hash))
            .Union(db.Faces.Where(f => hashes.Contains(f.Hash)).Select(f => f.Hash)).ToListAsync(stop);
        return [.. named];
    }
}
