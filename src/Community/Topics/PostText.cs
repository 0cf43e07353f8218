using Community.Text;
using Community.Topics.Checks;

namespace Community.Topics;

/// <summary>A text ready to be stored: as typed, and rendered once.</summary>
/// <param name="Source">Markdown as typed, 1 to 65,536 characters.</param>
/// <param name="Html">Safe HTML that depends on no reader and on no other row.</param>
/// <param name="MentionedIds">People named in it.</param>
/// <param name="QuotedPostIds">Posts it quotes.</param>
/// <param name="LinkedTopicIds">Topics it links to.</param>
public sealed record PostText(string Source, string Html, IReadOnlyList<long> MentionedIds, IReadOnlyList<long> QuotedPostIds, IReadOnlyList<long> LinkedTopicIds)
{
    public const int MaxLength = 65_536;

    /// <summary>Attachments that it shows or links itself, outside of what it quotes.</summary>
    public IReadOnlyList<long> AttachmentIds { get; init; } = [];

    /// <summary>Its blocks at the top, which together are the whole text.</summary>
    public IReadOnlyList<TextBlock> Blocks { get; init; } = [];

    /// <summary>Titles of notes that it links to itself, as typed.</summary>
    public IReadOnlyList<string> NoteTitles { get; init; } = [];

    /// <summary>What rules found in it and in its title, by those of all spaces.</summary>
    public IReadOnlyList<Finding> Found { get; init; } = [];

    /// <summary>The same, with what was found in none of the texts that it was made of.</summary>
    public PostText Beyond(params IReadOnlyList<PostText> before) =>
        this with { Found = [.. Found.Where(one => !before.Any(text => text.Found.Any(other => other.RuleId == one.RuleId && other.Words == one.Words)))] };
}
