using Community.Reports;

namespace Community.Web.Reports;

/// <summary>A report as it lies in the database, the same for every reader.</summary>
/// <param name="IsNameless">Whoever reported took the own name off in this topic.</param>
/// <param name="Line">Of the newest ones of a post only.</param>
public sealed record ReportFact(long Id, long PostId, long PersonId, ReportOutcome Outcome, string Place, DateOnly Day, bool IsNameless, string? Line = null);
