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

    /// <summary>Who took it in, where its editor suggested it; else null.</summary>
    public long? TakenInById { get; private set; }

    public string Summary { get; private set; } = "";

    /// <summary>Spelling or layout, as its editor says: those are not told who hear of a change.</summary>
    public bool IsMinor { get; private set; }

    /// <summary>The revision that its editor had before the eyes; 0 for the first.</summary>
    public int BasedOn { get; private set; }

    public DateTime At { get; private set; }

    internal void TakeIn(long personId) => TakenInById = personId;

    internal void MarkMinor() => IsMinor = true;

    /// <summary>Puts other words in the place of some that may not be shown any more, or those back.</summary>
    internal void Replace(int start, int length, string source, int htmlStart, int htmlLength, string html)
    {
        Source = string.Concat(Source.AsSpan(0, start), source, Source.AsSpan(start + length));
        Html = string.Concat(Html.AsSpan(0, htmlStart), html, Html.AsSpan(htmlStart + htmlLength));
    }

    /// <summary>An import's text whose links waited for other pages; nobody was told of it yet.</summary>
    internal void Settle(PostText text)
    {
        Source = text.Source;
        Html = text.Html;
    }

    /// <summary>Words of another post in it must be gone; the texts are as long as before.</summary>
    internal void Blacken(string source, string html) => (Source, Html) = (source, html);

    internal void Erase()
    {
        Source = "";
        Html = "";
        Summary = "";
    }
}
