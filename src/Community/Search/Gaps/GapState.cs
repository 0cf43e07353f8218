namespace Community.Search.Gaps;

/// <summary>What became of a gap.</summary>
public enum GapState
{
    Open,

    /// <summary>Somebody has said that they will write it.</summary>
    Claimed,

    /// <summary>It was written, or what is there is found now.</summary>
    Done,

    /// <summary>Nobody's business.</summary>
    Dismissed,
}
