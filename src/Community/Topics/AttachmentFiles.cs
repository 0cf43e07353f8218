using Community.Files;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics;

/// <summary>What comes in becomes what is kept: pictures are drawn anew, other files stay as they are.</summary>
public sealed class AttachmentFiles(FileStore files, Pictures pictures)
{
    /// <param name="quota">Set when it is the quota that leaves no more than <paramref name="maxBytes"/>.</param>
    /// <exception cref="RefusedException">Too large, empty, or a picture that cannot be read.</exception>
    public async Task<ReceivedAttachment> Receive(Stream content, long maxBytes, UploadLimits? quota, CancellationToken stop)
    {
        if (quota is not null && maxBytes <= 0) throw OverQuota(quota);

        var came = await Received(content, maxBytes, quota, stop);
        try
        {
            if (came.Bytes == 0) throw new RefusedException(Refusal.Invalid, "This file is empty. Choose another one.") { Field = "Files" };

            var type = await MediaTypes.Of(came.Path, stop);
            if (!MediaTypes.IsPicture(type)) return new ReceivedAttachment(came, type, []);

            var drawn = await pictures.Draw(came.Path, stop);
            came.Dispose();
            return new ReceivedAttachment(null, Pictures.MediaType, drawn);
        }
        catch
        {
            came.Dispose();
            throw;
        }
    }

    /// <summary>Gives the files their places. The row must follow within the grace.</summary>
    public void Keep(ReceivedAttachment received)
    {
        foreach (var file in received.Files) files.Keep(file);
    }

    public bool Has(ReceivedAttachment received) => received.Files.All(file => files.Has(file.Hash));

    public static RefusedException OverQuota(UploadLimits limits) =>
        new(Refusal.TooLarge, "Your files would be more than {0} MB together, the most that one person may keep. Put this one elsewhere and link it.", UploadLimits.Megabytes(limits.QuotaBytes)) { Field = "Files" };

    async Task<ReceivedFile> Received(Stream content, long maxBytes, UploadLimits? quota, CancellationToken stop)
    {
        try
        {
            return await files.Receive(content, maxBytes, stop);
        }
        catch (RefusedException refused) when (quota is not null && refused.Kind == Refusal.TooLarge)
        {
            throw OverQuota(quota);
        }
    }
}

/// <summary>A file that came and was made ready; disposing of it takes away what got no place.</summary>
/// <param name="File">Null for a picture.</param>
/// <param name="Drawn">A picture's sizes, the largest last.</param>
public sealed record ReceivedAttachment(ReceivedFile? File, string MediaType, IReadOnlyList<DrawnPicture> Drawn) : IDisposable
{
    internal IEnumerable<ReceivedFile> Files => File is not null ? [File] : Drawn.Select(size => size.File);

    internal Attachment ToAttachment(long ownerId, string name, DateTime at) =>
        File is not null ? new Attachment(ownerId, name, MediaType, File, at) : new Attachment(ownerId, name, Drawn, at);

    public void Dispose()
    {
        foreach (var file in Files) file.Dispose();
    }
}

/// <summary>How much somebody keeps.</summary>
public static class AttachmentUse
{
    extension(CommunityContext db)
    {
        /// <summary>Bytes of all attachments of one person.</summary>
        public Task<long> BytesOf(long personId, CancellationToken stop = default) => db.Attachments.Where(a => a.OwnerId == personId).SumAsync(a => a.Bytes, stop);
    }
}
