using Community.Topics;
using Community.Transfer.StackExchange;

namespace Community.Transfer.Handbooks;

/// <summary>The subjects that a page names, as they can stand here.</summary>
static class PageTags
{
    public static IReadOnlyList<string> Of(PageFile page, MarkdownReport report)
    {
        var tags = new List<string>();
        foreach (var word in page.Tags)
        {
            if (TagWords.Clean(word) is { } clean) tags.Add(clean);
            else report.Remark("a tag that cannot be a subject here", $"{page.Path}: {word}");
        }

        var kept = tags.Distinct().ToList();
        if (kept.Count > Tag.MaxPerTopic) report.Remark("more tags than a topic may have; the first came in", page.Path);
        return kept.Take(Tag.MaxPerTopic).ToList();
    }
}
