using Community.Reports;

namespace Community.Web.Reports;

/// <summary>What reports say of a note or an answer: each person's newest.</summary>
/// <param name="Facts">The newest first.</param>
/// <param name="Names">Who reported the first <see cref="Shown"/> of them, by id; who took the name off there is missing.</param>
public sealed record PostEvidence(IReadOnlyList<ReportFact> Facts, IReadOnlyDictionary<long, string> Names)
{
    /// <summary>So many are shown under the post; all stand on a page of their own.</summary>
    public const int Shown = 4;

    const int MonthsShown = 12;

    public static PostEvidence None { get; } = new([], new Dictionary<long, string>());

    public IEnumerable<ReportFact> Newest => Facts.Take(Shown);

    public int Count(ReportOutcome outcome) => Facts.Count(fact => fact.Outcome == outcome);

    /// <summary>The last success.</summary>
    public ReportFact? LastWorked => Facts.FirstOrDefault(fact => fact.Outcome == ReportOutcome.Worked);

    /// <summary>The one place of all failures; null where there are several, or one is not named.</summary>
    public string? FailedAt => Facts.Where(fact => fact.Outcome == ReportOutcome.Failed).Select(fact => fact.Place).Distinct(StringComparer.OrdinalIgnoreCase).ToList() is [{ Length: > 0 } only] ? only : null;

    /// <summary>Where it worked, each place once, the latest first.</summary>
    public IReadOnlyList<string> WorkedAt => [.. Facts.Where(fact => fact.Outcome == ReportOutcome.Worked && fact.Place.Length > 0).Select(fact => fact.Place).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The last twelve months, this one as the last: the first day of each, and its reports, the latest first.</summary>
    public IReadOnlyList<(DateOnly Month, IReadOnlyList<ReportOutcome> Reports)> Months(DateOnly today)
    {
        var months = Facts.ToLookup(fact => new DateOnly(fact.Day.Year, fact.Day.Month, 1), fact => fact.Outcome);
        return [.. Enumerable.Range(1 - MonthsShown, MonthsShown).Select(ago => new DateOnly(today.Year, today.Month, 1).AddMonths(ago)).Select(month => (month, (IReadOnlyList<ReportOutcome>)[.. months[month]]))];
    }
}
