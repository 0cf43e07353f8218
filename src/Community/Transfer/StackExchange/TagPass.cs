using Community.Store;

namespace Community.Transfer.StackExchange;

/// <summary>A tag with the description that its excerpt and wiki give; empty when they say nothing.</summary>
sealed record ReadyTag(DumpRow Row, string Word, string Description);

/// <summary>Tags and their descriptions. A tag that is described here already keeps its own words.</summary>
sealed class TagPass(ImportRun run, TagTexts texts) : Pass<ReadyTag>(run, TableNames.Tags, TableNames.Tags, TableNames.Tags)
{
    const int MaxDescription = 5_000;

    readonly HashSet<ReadyTag> described = [];
    readonly TableReport descriptions = run.Report[TableNames.TagTexts];

    protected override void Known(DumpRow row) => descriptions.CountAlreadyThere(texts.Forget(row));

    protected override Task<IReadOnlyList<ReadyTag>> Prepare(IReadOnlyList<DumpRow> rows)
    {
        var ready = new List<ReadyTag>();
        foreach (var row in rows)
        {
            var word = row["TagName"] ?? "";
            var clean = TagWords.Clean(word);
            if (clean is null) Report.Skip("its name has no letter or digit to begin with, or more than 50", row.Example(word));
            else if (clean != word) Report.Change("under a name that can stand here", row.Example($"{word} as {clean}"));
            if (clean is not null) ready.Add(new ReadyTag(row, word, Description(row)));
        }

        return Task.FromResult<IReadOnlyList<ReadyTag>>(ready);
    }

    protected override async Task Write(CommunityContext db, IReadOnlyList<ReadyTag> ready)
    {
        var tags = await TagWords.Find(db, ready.Select(tag => tag.Word));
        await db.SaveChangesAsync();

        described.Clear();
        foreach (var (tag, here) in ready.Select(tag => (tag, tags[tag.Word])))
        {
            if (tag.Description.Length == 0 || here.Description.Length > 0) continue;

            here.Describe(tag.Description, [.. here.Synonyms.Select(s => s.Name)], null, Here.Now);
            described.Add(tag);
            // One by one, so that the log has the dump's order wherever a batch ends.
            await db.SaveChangesAsync();
        }

        await Here.Keys.Insert(db, TableNames.Tags, ready.Select(tag => (tag.Row.Id, tags[tag.Word].Id)));
    }

    protected override void Written(IReadOnlyList<ReadyTag> ready)
    {
        base.Written(ready);
        foreach (var tag in ready)
        {
            var rows = texts.Forget(tag.Row);
            if (rows == 0) continue;

            if (described.Contains(tag)) descriptions.CountImported(rows);
            else descriptions.Skip(tag.Description.Length == 0 ? "it is empty" : "the tag is described here already", tag.Row.Example(tag.Word), rows);
        }
    }

    string Description(DumpRow row)
    {
        var excerpt = DumpText.FromMarkdown(texts.Find(row.Number("ExcerptPostId"))?["Body"] ?? "").Trim();
        var wiki = texts.Find(row.Number("WikiPostId"))?["Body"] is { Length: > 0 } html ? DumpText.FromHtml(html, Here.Site).Trim() : "";
        var whole = excerpt.Length == 0 || wiki.Length == 0 || wiki.StartsWith(excerpt, StringComparison.Ordinal) ? (wiki.Length > 0 ? wiki : excerpt) : excerpt + "\n\n" + wiki;
        if (whole.Length <= MaxDescription) return whole;

        descriptions.Change("cut at 5,000 characters", row.Example(row["TagName"] ?? ""));
        return DumpText.Shorten(whole, MaxDescription);
    }
}
