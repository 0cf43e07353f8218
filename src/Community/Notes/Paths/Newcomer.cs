namespace Community.Notes.Paths;

/// <summary>Who counts as new.</summary>
public static class Newcomer
{
    /// <summary>So long after somebody came.</summary>
    public static readonly TimeSpan For = TimeSpan.FromDays(90);

    public static bool Is(DateTime came, DateTime now) => now < came + For;
}
