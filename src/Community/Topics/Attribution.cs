namespace Community.Topics;

/// <summary>Where an imported post came from, as its licence asks to be said.</summary>
public sealed class Attribution
{
    Attribution()
    {
    }

    public Attribution(Post post, string source, string url, string licence)
    {
        Post = post;
        Source = source;
        Url = url;
        Licence = licence;
    }

    public long PostId { get; private set; }

    public Post Post { get; private set; } = null!;

    /// <summary>The site's name.</summary>
    public string Source { get; private set; } = "";

    public string Url { get; private set; } = "";

    public string Licence { get; private set; } = "";
}
