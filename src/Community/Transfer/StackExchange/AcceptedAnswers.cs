namespace Community.Transfer.StackExchange;

/// <summary>Which answers their questions name as accepted; a question often comes long before its answer.</summary>
sealed class AcceptedAnswers(ImportRun run, Scratch scratch)
{
    readonly TableReport report = run.Report[TableNames.Accepted];

    public void Note(DumpRow question, long answer) => scratch.Execute("INSERT OR REPLACE INTO Accepted VALUES ($answer, $question, $line)",
        ("$answer", answer), ("$question", question.Id), ("$line", question.Line));

    /// <summary>Whether the answer's own question accepted it.</summary>
    public bool Has(DumpRow answer) => scratch
        .Query("SELECT QuestionId FROM Accepted WHERE AnswerId = $answer", r => r.GetInt64(0), ("$answer", answer.Id))
        .Contains(answer.Number("ParentId") ?? 0);

    /// <summary>Says that the answer is done with.</summary>
    /// <returns>Whether it was an accepted one.</returns>
    public bool Forget(long answer) => scratch.Execute("DELETE FROM Accepted WHERE AnswerId = $answer", ("$answer", answer)) > 0;

    /// <summary>Reports the accepted answers that did not come in, or stand under another question.</summary>
    public void ReportLeft()
    {
        foreach (var (answer, question, line) in scratch.Query("SELECT AnswerId, QuestionId, Line FROM Accepted ORDER BY Line", r => (r.GetInt64(0), r.GetInt64(1), r.GetInt64(2))))
            report.Skip("the accepted answer is not there", FormattableString.Invariant($"Posts.xml line {line}: row {question}, answer {answer}"));
    }
}
