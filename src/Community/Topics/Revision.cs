namespace Community.Topics;

/// <summary>One stored version of a post's text, whole.</summary>
public sealed class Revision
{
    public const int MaxSummaryLength = 300;

    Revision()
    {
    }

    internal Revision(Post post, int number, PostText text, long editorId, string summary, int basedOn, DateTime now)
    {
        Post = post;
        Number = number;
        Source = text.Source;
        Html = text.Html;
        EditorId = editorId;
        Summary = (summary ?? "").Trim();
        BasedOn = basedOn;
        At = now;
        if (Summary.Length > MaxSummaryLength)
            throw new RefusedException(Refusal.Invalid, "The summary has at most {0} characters.", MaxSummaryLength) { Field = nameof(Summary) };
    }

    public long Id { get; private set; }

    public long PostId { get; private set; }

    public Post Post { get; private set; } = null!;

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    /// <summary>Markdown as typed.</summary>
    public string Source { get; private set; } = "";

    /// <summary>Rendered once, safe, the same for every reader.</summary>
    public string Html { get; private set; } = "";

    public long EditorId { get; private set; }

    public string Summary { get; private set; } = "";

    /// <summary>The revision that its editor had before the eyes; 0 for the first.</summary>
    public int BasedOn { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>An import's text whose links waited for other pages; nobody was told of it yet.</summary>
    internal void Settle(PostText text)
    {
        Source = text.Source;
        Html = text.Html;
    }

    internal void Erase()
    {
        Source = "";
        Html = "";
        Summary = "";
    }
}
