namespace Community.Topics;

/// <summary>Revisions that one person saves one soon after the other: one line in the history.</summary>
public static class Sitting
{
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
}
