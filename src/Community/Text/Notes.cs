namespace Community.Text;

/// <summary>What is noted down on the way through one text.</summary>
sealed class Notes(RenderOptions options)
{
    public Func<string, Mention?>? ResolveMention { get; } = options.ResolveMention;

    public bool LinksNotes { get; } = options.LinksNotes;

    public Unique<long> Mentions { get; } = new();

    public Unique<string> MentionCandidates { get; } = new();

    public Unique<string> Tags { get; } = new();

    public Unique<long> TopicLinks { get; } = new();

    public Unique<long> PostLinks { get; } = new();

    public Unique<QuotedPost> Quotes { get; } = new();

    public Unique<long> Attachments { get; } = new();

    public Unique<string> NoteTitles { get; } = new();

    public List<Heading> Headings { get; } = [];
}
