namespace Community.Topics.Holding;

/// <summary>How it stands with what waits.</summary>
public enum SubmissionState
{
    /// <summary>Somebody has to look at it.</summary>
    Waiting,

    /// <summary>Its author is to mend it.</summary>
    Returned,

    /// <summary>It may be seen, from its time on.</summary>
    Released,

    /// <summary>It is seen.</summary>
    Published,

    /// <summary>It may not be seen, for good.</summary>
    Declined,

    /// <summary>Its author took it back before anybody saw it.</summary>
    Undone,

    /// <summary>It may be seen and could not be posted any more: the topic is closed, say.</summary>
    Failed,
}

/// <summary>Why a text waits, and for how long.</summary>
/// <param name="Reasons">Empty: only until its author can take it back no longer.</param>
/// <param name="NeedsVoice">See <see cref="Submission.NeedsVoice"/>.</param>
/// <param name="Within">By when somebody should look; without reasons, how long it can be taken back.</param>
sealed record HeldFor(IReadOnlyList<string> Reasons, bool NeedsVoice, TimeSpan Within);
