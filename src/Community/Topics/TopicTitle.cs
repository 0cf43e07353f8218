namespace Community.Topics;

/// <summary>The rule for titles.</summary>
static class TopicTitle
{
    public static string Clean(string title)
    {
        var clean = string.Join(' ', (title ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (clean.Length is 0 or > Topic.MaxTitleLength)
            throw new RefusedException(Refusal.Invalid, "A title has 1 to {0} characters.", Topic.MaxTitleLength) { Field = nameof(Topic.Title) };

        return clean;
    }
}
