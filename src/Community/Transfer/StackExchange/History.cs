namespace Community.Transfer.StackExchange;

/// <summary>The histories of posts: an index is made in one reading of <c>PostHistory.xml</c>, each post's rows are then read where they lie.</summary>
sealed class History(ImportRun run, Scratch scratch) : IDisposable
{
    const int Closed = 10;

    readonly TableReport report = run.Report[TableNames.History];
    readonly RowsInPlace? rows = run.Folder.Find(TableNames.History) is { } path ? new RowsInPlace(path) : null;

    public void Index()
    {
        foreach (var row in run.Rows(TableNames.History, TableNames.History))
        {
            var type = row.Number("PostHistoryTypeId");
            // 2, 5 and 8: the first text, an edit, a return to an earlier text.
            if (type is not (2 or 5 or 8 or Closed)) continue;

            if (row.Number("PostId") is not { } post) report.Skip("it names no post", row.Example());
            else if (type == Closed) Close(row, post);
            else if (string.IsNullOrWhiteSpace(row["Text"])) report.Skip("it has no text", row.Example());
            else scratch.Execute("INSERT OR REPLACE INTO History VALUES ($post, $id, $line, $offset, $length)",
                ("$post", post), ("$id", row.Id), ("$line", row.Line), ("$offset", row.Offset), ("$length", row.Length));
        }
    }

    /// <summary>The rows of one post, oldest first.</summary>
    public IReadOnlyList<DumpRow> Of(long post) => rows is null ? [] : [.. scratch
        .Query("SELECT Id, Line, Offset, Length FROM History WHERE PostId = $post ORDER BY Id", r => rows.Read(r.GetInt64(0), r.GetInt64(1), r.GetInt64(2), r.GetInt32(3)), ("$post", post))
        .OfType<DumpRow>()];

    /// <summary>Says that the post is done with, so that what is left at the end had no post.</summary>
    /// <returns>How many rows it has.</returns>
    public int Forget(long post) => scratch.Execute("DELETE FROM History WHERE PostId = $post", ("$post", post));

    /// <summary>Leaves out what is the history of a tag's description.</summary>
    public void Leave(DumpRow post)
    {
        if (Forget(post.Id) is var texts and > 0) report.Skip("earlier texts of a tag's description are not kept", post.Example(), texts);
    }

    /// <summary>Counts the history of a post that came in.</summary>
    public void Done(ReadyPost post)
    {
        var (rows, kept) = (Forget(post.Row.Id), post.Texts.Count(text => text.From is not null));
        report.CountImported(kept);
        if (rows > kept) report.Skip(Draft.TooLong, post.Row.Example(), rows - kept);
    }

    /// <summary>Reports the rows of posts that did not come in.</summary>
    public void ReportLeft()
    {
        foreach (var (id, post, line) in scratch.Query("SELECT Id, PostId, Line FROM History ORDER BY Line", r => (r.GetInt64(0), r.GetInt64(1), r.GetInt64(2))))
            report.Skip("its post did not come in", FormattableString.Invariant($"{rows!.Name} line {line}: row {id}, post {post}"));
    }

    /// <summary>Who closed a post last, and the number of the reason.</summary>
    public (string Reason, long? UserId) Closing(long post) => scratch.Query("SELECT Reason, UserId FROM Closing WHERE PostId = $post",
        r => (r.GetString(0), r.IsDBNull(1) ? (long?)null : r.GetInt64(1)), ("$post", post)).FirstOrDefault(("", null));

    public void Dispose() => rows?.Dispose();

    void Close(DumpRow row, long post) => scratch.Execute("INSERT OR REPLACE INTO Closing VALUES ($post, $reason, $user)",
        ("$post", post), ("$reason", row["Comment"] ?? ""), ("$user", row.Number("UserId")));
}
