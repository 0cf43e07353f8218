using Community.Files;
using Community.Governance;
using Community.Spaces;
using Community.Store;

namespace Community.Topics;

/// <summary>Takes a file in: written and drawn outside the write lane, then given its row. Until a text uses it only its owner sees it.</summary>
public sealed class StoreAttachment(CommunityStore store, AttachmentFiles files, UploadLimits limits, TimeProvider clock)
{
    /// <param name="name">As the sender calls it; shown only, and never believed.</param>
    /// <param name="at">When it was made, for an import, which has no quota; null for now.</param>
    /// <exception cref="RefusedException">Too large, over the quota, empty, a picture that cannot be read, or somebody who writes nowhere.</exception>
    public async Task<StoredAttachment> Run(long personId, string? name, Stream content, DateTime? at = null, CancellationToken stop = default)
    {
        var left = at is not null ? long.MaxValue : await store.Read(db => Left(db, personId, stop));
        using var received = await files.Receive(content, Math.Min(left, limits.MaxBytes), left < limits.MaxBytes ? limits : null, stop);
        var attachment = received.ToAttachment(personId, name ?? "", at ?? clock.Now());

        files.Keep(received);
        return await store.Write(async db =>
        {
            if (at is null && await Left(db, personId, stop) < attachment.Bytes) throw AttachmentFiles.OverQuota(limits);
            if (!files.Has(received)) throw new RefusedException(Refusal.Conflict, "The file was swept away just now. Send it again.") { Field = "Files" };

            db.Attachments.Add(attachment);
            await db.SaveChangesAsync(stop);
            return new StoredAttachment(attachment.Id, attachment.Name, attachment.Bytes, attachment.Width is not null);
        }, stop);
    }

    /// <summary>Bytes that this person may still upload.</summary>
    async Task<long> Left(CommunityContext db, long personId, CancellationToken stop)
    {
        var viewer = await db.Viewer(personId, stop);
        if (!viewer.ReadableSpaceIds.Any(space => viewer.May(Act.Comment, space)))
            throw new RefusedException(Refusal.Forbidden, "You may not write in any space yet, so you cannot upload either. Ask a steward to bring you into one.") { Field = "Files" };

        return limits.QuotaBytes - await db.BytesOf(personId, stop);
    }
}

/// <summary>A file that was taken in.</summary>
/// <param name="Name">Cleaned.</param>
/// <param name="Bytes">As they are kept.</param>
public sealed record StoredAttachment(long Id, string Name, long Bytes, bool IsPicture)
{
    public string Address => Attachment.AddressOf(Id, Name);

    /// <summary>How a text shows or links it.</summary>
    /// <param name="alt">What a picture shows, for those who cannot see it; empty when it only decorates.</param>
    public string Markdown(string alt = "") => IsPicture ? $"![{Plain(alt)}]({Address})" : $"[{Plain(Name)}]({Address})";

    static string Plain(string words) => words.ReplaceLineEndings(" ").Replace("\\", "\\\\", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal);
}
