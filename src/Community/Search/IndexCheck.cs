using System.Globalization;

namespace Community.Search;

/// <summary>What a comparison of index and database found.</summary>
/// <param name="Documents">Posts in the index.</param>
/// <param name="Missing">Posts and people that should be in the index and are not.</param>
/// <param name="Extra">What is in the index and should not be, or is there twice.</param>
/// <param name="Stale">What is there as it was before a change.</param>
public sealed record IndexCheck(long Documents, long Missing, long Extra, long Stale)
{
    public bool IsRight => Missing + Extra + Stale == 0;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"documents {Documents}, missing {Missing}, extra {Extra}, stale {Stale}");
}
