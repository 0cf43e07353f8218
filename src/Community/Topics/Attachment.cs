using Community.Files;

namespace Community.Topics;

/// <summary>A file that somebody uploaded for a text. What it shows to those who cannot see it stands in the text that uses it.</summary>
public sealed class Attachment
{
    Attachment()
    {
    }

    /// <param name="name">As it came; it is cleaned here.</param>
    internal Attachment(long ownerId, string name, string mediaType, ReceivedFile file, DateTime at)
    {
        OwnerId = ownerId;
        Name = FileNames.Clean(name);
        MediaType = mediaType;
        Hash = file.Hash;
        Bytes = file.Bytes;
        CreatedAt = at;
    }

    /// <param name="drawn">Its sizes, the largest last. What came is not kept.</param>
    internal Attachment(long ownerId, string name, IReadOnlyList<DrawnPicture> drawn, DateTime at)
        : this(ownerId, name, Pictures.MediaType, drawn[^1].File, at)
    {
        Name = FileNames.Clean(Path.ChangeExtension(Name, ".webp"));
        Bytes = drawn.Sum(size => size.File.Bytes);
        (Width, Height) = (drawn[^1].Width, drawn[^1].Height);
        Sizes.AddRange(drawn.Select(size => new AttachmentSize(this, size)));
    }

    public long Id { get; private set; }

    public long OwnerId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Found from the content.</summary>
    public string MediaType { get; private set; } = "";

    /// <summary>Of the file, of a picture its largest size: SHA-256, 64 small hexadecimal digits.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>As they are kept, all sizes together: what counts against the quota.</summary>
    public long Bytes { get; private set; }

    /// <summary>Of a picture's largest size; null for other files.</summary>
    public int? Width { get; private set; }

    public int? Height { get; private set; }

    public DateTime CreatedAt { get; private set; }

    /// <summary>Of a picture, the largest included; else empty.</summary>
    public List<AttachmentSize> Sizes { get; } = [];

    public string Address => AddressOf(Id, Name);

    /// <summary>Root-relative, the way texts name it.</summary>
    public static string AddressOf(long id, string name) => $"/attachments/{id}/{FileNames.InAddress(name)}";
}

/// <summary>One size of a picture.</summary>
public sealed class AttachmentSize
{
    AttachmentSize()
    {
    }

    internal AttachmentSize(Attachment attachment, DrawnPicture drawn)
    {
        Attachment = attachment;
        Width = drawn.Width;
        Height = drawn.Height;
        Hash = drawn.File.Hash;
    }

    public long AttachmentId { get; private set; }

    public Attachment Attachment { get; private set; } = null!;

    public int Width { get; private set; }

    public int Height { get; private set; }

    public string Hash { get; private set; } = "";
}

/// <summary>That a revision of a post shows or links an attachment. Every revision of a post that is in sight can be read, so none is untied by editing.</summary>
public sealed class AttachmentTie
{
    AttachmentTie()
    {
    }

    internal AttachmentTie(Revision revision, long attachmentId)
    {
        Revision = revision;
        AttachmentId = attachmentId;
    }

    public long RevisionId { get; private set; }

    public Revision Revision { get; private set; } = null!;

    public long AttachmentId { get; private set; }
}
