using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Transfer.Handbooks;

/// <summary>Brings pictures and other files of the folder in, each content once.</summary>
sealed class PageAttachments(CommunityStore store, StoreAttachment storing, PageKeys keys, long authorId, TimeProvider clock, MarkdownReport report, string root)
{
    readonly Dictionary<string, string?> known = [];

    /// <returns>Its address here; null when it cannot be kept.</returns>
    public async Task<string?> Of(string file, string where)
    {
        if (known.TryGetValue(file, out var address)) return address;

        await using var content = File.OpenRead(file);
        var key = PageKeys.Of(Path.GetRelativePath(root, file).Replace('\\', '/') + "\n" + await PageKeys.Of(content));
        content.Position = 0;
        return known[file] = await Known(key) ?? await Stored(key, Path.GetFileName(file), content, where);
    }

    async Task<string?> Known(long key) => (await keys.Find(PageKeys.Files, [key])).TryGetValue(key, out var id)
        ? await store.Read(db => db.Attachments.AsNoTracking().Where(a => a.Id == id).Select(a => new { a.Id, a.Name }).FirstOrDefaultAsync()) is { } found ? Attachment.AddressOf(found.Id, found.Name) : null
        : null;

    async Task<string?> Stored(long key, string name, Stream content, string where)
    {
        try
        {
            var stored = await storing.Run(authorId, name, content, clock.Now());
            await store.Write(db => keys.Set(db, PageKeys.Files, key, stored.Id));
            report.Files++;
            return stored.Address;
        }
        catch (RefusedException refused)
        {
            report.Remark("a file that cannot be kept", $"{where}: {refused.Message}");
            return null;
        }
    }
}
