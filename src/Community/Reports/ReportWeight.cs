namespace Community.Reports;

/// <summary>
/// How much reports weigh as they age: each counts half after a year, <c>w(age) = 2^(-age / 365.25 days)</c>. Kept as forward decay (Cormode, Shkapenyuk, Srivastava and Xu, "Forward decay: a practical time decay
/// model for streaming systems", 2009): the sum of <c>value · 2^((day - landmark) / half-life)</c> never changes while time passes, and on any day the whole is scaled once. A change counts for half of
/// success, a failure as much against as a success for. The half-life is ours: a procedure at a desk changes with a term or a budget, not with a week.
/// </summary>
public static class ReportWeight
{
    const double HalfLifeDays = 365.25;

    /// <summary>Any day does; sums of reports until 2080 fit a float.</summary>
    static readonly int Landmark = new DateOnly(2020, 1, 1).DayNumber;

    /// <summary>What a report adds to the sum that is kept.</summary>
    public static double Forward(ReportOutcome outcome, DateOnly day) => Value(outcome) * Math.Pow(2, (day.DayNumber - Landmark) / HalfLifeDays);

    /// <summary>What such a sum is worth on a day: about as many as the reports that it stands for, while they are young; below 0 where failures weigh more.</summary>
    public static double On(DateOnly day, double forward) => forward * Math.Pow(2, (Landmark - day.DayNumber) / HalfLifeDays);

    static double Value(ReportOutcome outcome) => outcome switch { ReportOutcome.Worked => 1, ReportOutcome.Adapted => 0.5, _ => -1 };
}
