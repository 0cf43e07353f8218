using Community.Reports;
using Community.Web.Topics;

namespace Community.Web.Reports;

/// <summary>A report as it is typed.</summary>
public sealed record ReportForm
{
    public ReportOutcome? Outcome { get; init; }

    public string? Place { get; init; }

    public DateOnly? Day { get; init; }

    public string? Line { get; init; }

    /// <summary>Random, made with the form: the same report under the same key is one.</summary>
    public string? Key { get; init; }
}

/// <summary>Reports on a post, the latest day first.</summary>
/// <param name="Total">How many there are, on all pages.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record ReportRows(IReadOnlyList<ReportRow> Rows, int Total, string? Next);

/// <summary>One report.</summary>
/// <param name="By">Null where the reporter took the own name off in this topic.</param>
/// <param name="IsEarlier">The same person reported again, and that one counts.</param>
/// <param name="AnsweredIn">The revision that answers it.</param>
public sealed record ReportRow(long Id, ReportOutcome Outcome, string Place, DateOnly Day, string Line, DateTime At, Named? By, bool IsEarlier, int? AnsweredIn, bool MayTakeBack);

/// <summary>All reports on a post, with a form for one more.</summary>
/// <param name="Next">Address of the next page; null on the last.</param>
public sealed record ReportsPage(PostView Post, TopicHead Head, ReportRows Reports, ReportForm Form, string? Next);

/// <summary>The form in which a post is reported on.</summary>
/// <param name="Places">To choose from.</param>
public sealed record ReportFormPart(long PostId, bool IsNote, ReportForm Form, IEnumerable<string> Places);
