namespace Community.Text;

/// <summary>
/// A text as it is stored beside its source. <paramref name="Html"/> holds only the tags of the allow-list and depends on no other row;
/// <paramref name="PlainText"/> is the same without markup and with folded white space; <paramref name="MentionCandidates"/> are the up to
/// 60 characters after each <c>@</c> that named nobody yet; <paramref name="Tags"/> are lower case. <paramref name="Attachments"/> are those that the text shows or
/// links itself, not those inside a quotation of a post. Lists hold each entry once, in order.
/// </summary>
public sealed record Rendered(
    string Html,
    string PlainText,
    IReadOnlyList<Heading> Headings,
    IReadOnlyList<long> Mentions,
    IReadOnlyList<string> MentionCandidates,
    IReadOnlyList<string> Tags,
    IReadOnlyList<long> TopicLinks,
    IReadOnlyList<long> PostLinks,
    IReadOnlyList<QuotedPost> Quotes,
    IReadOnlyList<long> Attachments)
{
    /// <summary>The blocks at the top, in order. Together their sources are the whole text; their HTML is all of it but the footnotes.</summary>
    public IReadOnlyList<TextBlock> Blocks { get; init; } = [];

    /// <summary>Titles of notes that the text links to itself, not those inside a quotation of a post.</summary>
    public IReadOnlyList<string> NoteTitles { get; init; } = [];
}

/// <summary>A block of a text, such as a paragraph, a heading or a list, with the empty lines behind it.</summary>
/// <param name="Start">Where it begins in the source.</param>
/// <param name="Length">To where the next one begins.</param>
/// <param name="HtmlStart">Where it begins in the HTML.</param>
public readonly record struct TextBlock(int Start, int Length, int HtmlStart, int HtmlLength);
