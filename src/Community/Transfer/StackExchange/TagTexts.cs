namespace Community.Transfer.StackExchange;

/// <summary>Where in <c>Posts.xml</c> the short and the long description of each tag lie.</summary>
sealed class TagTexts(ImportRun run, Scratch scratch) : IDisposable
{
    readonly RowsInPlace rows = new(run.Folder.Find(TableNames.Posts)!);

    public void Note(DumpRow row) => scratch.Execute("INSERT OR REPLACE INTO TagText VALUES ($id, $line, $offset, $length)",
        ("$id", row.Id), ("$line", row.Line), ("$offset", row.Offset), ("$length", row.Length));

    public DumpRow? Find(long? post) => post is null ? null : scratch
        .Query("SELECT Line, Offset, Length FROM TagText WHERE PostId = $id", r => rows.Read(post.Value, r.GetInt64(0), r.GetInt64(1), r.GetInt32(2)), ("$id", post)).FirstOrDefault();

    /// <returns>How many texts the tag has.</returns>
    public int Forget(DumpRow tag) => scratch.Execute("DELETE FROM TagText WHERE PostId IN ($excerpt, $wiki)", ("$excerpt", tag.Number("ExcerptPostId")), ("$wiki", tag.Number("WikiPostId")));

    /// <summary>Reports the texts that no tag names.</summary>
    public void ReportLeft()
    {
        foreach (var (id, line) in scratch.Query("SELECT PostId, Line FROM TagText ORDER BY Line", r => (r.GetInt64(0), r.GetInt64(1))))
            run.Report[TableNames.TagTexts].Skip("no tag names it", FormattableString.Invariant($"{rows.Name} line {line}: row {id}"));
    }

    public void Dispose() => rows.Dispose();
}
