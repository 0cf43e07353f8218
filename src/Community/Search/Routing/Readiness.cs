namespace Community.Search.Routing;

/// <summary>
/// Whether somebody answers at all at present. Who knows most is asked in vain when that one has not answered for months; after Li and King, "Routing questions to appropriate answerers in community
/// question answering", 2010, who put expertise and availability together.
/// </summary>
public static class Readiness
{
    /// <summary>After so many days an answer speaks half as much for the next one.</summary>
    public const int HalfLifeDays = 14;

    /// <summary>Older answers say nothing any more.</summary>
    public const int MostDays = 8 * HalfLifeDays;

    /// <summary>What everybody has before: one answer more or less changes little, a few of the last days do.</summary>
    const double Least = 2;

    /// <param name="ages">How long ago each answer was given to others' questions.</param>
    /// <returns>0 for who never answered; 1 for who answered once just now.</returns>
    public static double Of(IEnumerable<TimeSpan> ages) => ages.Where(age => age.TotalDays < MostDays).Sum(age => Math.Pow(2, -Math.Max(0, age.TotalDays) / HalfLifeDays));

    /// <summary>Evidence and readiness weigh the same: their geometric mean, so that neither who knows nothing nor who never answers comes first.</summary>
    public static double Likelihood(double evidence, double readiness) => Math.Sqrt(Math.Max(0, evidence) * (Least + readiness));
}
