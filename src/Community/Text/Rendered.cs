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
    /// <summary>Titles of notes that the text links to itself, not those inside a quotation of a post.</summary>
    public IReadOnlyList<string> NoteTitles { get; init; } = [];
}
