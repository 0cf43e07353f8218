using Community.Files;
using Community.Store;
using Community.Text;
using Community.Topics;
using Community.Transfer.Archives;
using Microsoft.EntityFrameworkCore;

namespace Community.Transfer.Export;

/// <summary>The pictures and files of published posts, in the folder of each space that shows them, so that a space's folder can be handed on alone. Names and hashes are held in memory.</summary>
sealed class ExportedFiles
{
    readonly SortedDictionary<(long SpaceId, long AttachmentId), (string Name, string From)> files = [];

    public static async Task<ExportedFiles> Of(CommunityContext db, FileStore store, CancellationToken stop)
    {
        var shown = db.AttachmentTies.Where(t => t.Revision.Post.Standing == Standing.Published && t.Revision.Post.Topic.Standing != Standing.Draft && t.Revision.Post.Topic.Standing != Standing.Held)
            .Join(db.Attachments, t => t.AttachmentId, a => a.Id, (t, a) => new { t.Revision.Post.Topic.SpaceId, a.Id, a.Name, a.Hash }).Distinct();
        var exported = new ExportedFiles();
        await foreach (var file in shown.AsAsyncEnumerable().WithCancellation(stop))
            if (store.Has(file.Hash)) exported.files[(file.SpaceId, file.Id)] = (ExportedFile.Attachment(file.Id, file.Name), store.PathOf(file.Hash));
        return exported;
    }

    /// <summary>A text whose pictures and files are those of the archive, as seen from a topic of this space. What the archive does not have keeps its address on the site.</summary>
    public string Linked(long spaceId, string source) =>
        AttachmentLinks.Rewrite(source, id => files.TryGetValue((spaceId, id), out var file) ? "../" + file.Name : null);

    public async Task Write(NewArchive archive, ExportedNames names, CancellationToken stop)
    {
        foreach (var ((spaceId, _), (name, from)) in files)
        {
            // An erased text's files may be swept away meanwhile.
            if (!File.Exists(from)) continue;
            await using var file = File.OpenRead(from);
            await using var entry = archive.Add($"{ExportedFile.Space(names.Space(spaceId))}/{name}");
            await file.CopyToAsync(entry, stop);
        }
    }
}
