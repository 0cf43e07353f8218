using Community.Topics;

namespace Community.Transfer.StackExchange;

/// <summary>A row with its texts rendered, before anybody is looked up.</summary>
/// <param name="Texts">Oldest first, each with the row of the history that it comes from, if any.</param>
/// <param name="Refused">Why it cannot come in; null when it can.</param>
/// <param name="HasPlain">A text could not be rendered and is shown as it was typed.</param>
sealed record Draft(DumpRow Row, IReadOnlyList<(PostText Text, DumpRow? From)> Texts, string? Refused = null, bool HasPlain = false)
{
    public const string NoText = "it has no text";
    public const string TooLong = "its text has more than 65,536 characters";

    public static Draft OfComment(DumpRow row)
    {
        var source = DumpText.FromComment(row["Text"] ?? "");
        if (Problem(source) is { } problem) return new Draft(row, [], problem);

        var (text, isPlain) = DumpText.Render(source);
        return new Draft(row, [(text, null)], null, isPlain);
    }

    /// <summary>The newest text shows what the row's body shows: the history's own words where they do, else the body turned into Markdown.</summary>
    public static Draft OfPost(DumpRow row, IReadOnlyList<DumpRow> history, Site site)
    {
        var html = row["Body"] ?? "";
        var texts = history.Select(past => (Source: DumpText.FromMarkdown(past["Text"] ?? ""), From: past)).Where(past => Problem(past.Source) is null)
            .Select(past => (Rendered: DumpText.Render(past.Source), From: (DumpRow?)past.From)).ToList();
        if (texts.Count == 0 || texts[^1].From != history[^1] || texts[^1].Rendered.IsPlain || !Likeness.Alike(html, texts[^1].Rendered.Text.Html, site.Resolve))
        {
            var source = DumpText.FromHtml(html, site);
            if (Problem(source) is { } problem) return new Draft(row, [], problem);

            var newest = (DumpText.Render(source), history.Count > 0 ? history[^1] : null);
            if (texts.Count > 0 && texts[^1].From == history[^1]) texts[^1] = newest;
            else texts.Add(newest);
        }

        return new Draft(row, [.. texts.Select(text => (text.Rendered.Text, text.From))], null, texts[^1].Rendered.IsPlain);
    }

    static string? Problem(string source) => string.IsNullOrWhiteSpace(source) ? NoText : source.Length > PostText.MaxLength ? TooLong : null;
}
