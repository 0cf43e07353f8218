namespace Community.Topics;

/// <summary>That a post names a person.</summary>
public sealed class Mention
{
    Mention()
    {
    }

    internal Mention(Post post, long personId)
    {
        Post = post;
        PersonId = personId;
    }

    public long PostId { get; private set; }

    public Post Post { get; private set; } = null!;

    public long PersonId { get; private set; }
}

/// <summary>That a post quotes another.</summary>
public sealed class Quotation
{
    Quotation()
    {
    }

    internal Quotation(Post post, long quotedPostId)
    {
        Post = post;
        QuotedPostId = quotedPostId;
    }

    public long PostId { get; private set; }

    public Post Post { get; private set; } = null!;

    public long QuotedPostId { get; private set; }
}
