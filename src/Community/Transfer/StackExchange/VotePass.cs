namespace Community.Transfer.StackExchange;

/// <summary>Counts votes by post, for dumps whose posts carry no score, and notes when an answer was accepted.</summary>
sealed class VotePass(ImportRun run, Scratch scratch)
{
    const int AcceptedByAsker = 1;
    const int Up = 2;
    const int Down = 3;

    public void Run()
    {
        var report = run.Report[TableNames.Votes];
        foreach (var row in run.Rows(TableNames.Votes, TableNames.Votes))
        {
            if (row.Number("PostId") is not { } post) report.Skip("it names no post", row.Example());
            else if (row.Number("VoteTypeId") is Up or Down) Count(post, row.Number("VoteTypeId") == Up ? 1 : -1);
            else if (row.Number("VoteTypeId") == AcceptedByAsker && row.Time("CreationDate") is { } at) Accepted(post, at);
        }
    }

    public static int Score(Scratch scratch, long post) =>
        scratch.Query("SELECT Score FROM Tally WHERE PostId = $post", reader => reader.GetInt32(0), ("$post", post)).FirstOrDefault();

    public static DateTime? AcceptedAt(Scratch scratch, long post) =>
        scratch.Query("SELECT AcceptedAt FROM Tally WHERE PostId = $post AND AcceptedAt IS NOT NULL", reader => (DateTime?)new DateTime(reader.GetInt64(0), DateTimeKind.Utc), ("$post", post)).FirstOrDefault();

    void Count(long post, int value) => scratch.Execute(
        "INSERT INTO Tally (PostId, Score) VALUES ($post, $value) ON CONFLICT (PostId) DO UPDATE SET Score = Score + $value", ("$post", post), ("$value", value));

    void Accepted(long post, DateTime at) => scratch.Execute(
        "INSERT INTO Tally (PostId, Score, AcceptedAt) VALUES ($post, 0, $at) ON CONFLICT (PostId) DO UPDATE SET AcceptedAt = $at", ("$post", post), ("$at", at.Ticks));
}
