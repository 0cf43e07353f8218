using Community.Governance;

namespace Community.Topics.Voices;

/// <summary>How somebody wants to be heard.</summary>
/// <param name="UnitId">Of a unit's voice.</param>
public sealed record Speech(Voice Voice = Voice.Personal, long? UnitId = null)
{
    /// <summary>For oneself, by a program or a letter, that cannot be asked back.</summary>
    public static readonly Speech Unasked = new() { IsByProgram = true };

    /// <summary>What sounds like the institution's word is meant as the author's own, as that one says.</summary>
    public bool IsMeant { get; init; }

    /// <summary>Who speaks for others has said once more that they mean it.</summary>
    public bool IsSure { get; init; }

    /// <summary>What interest the author declares in the matter; empty for none.</summary>
    public string? Interest { get; init; }

    /// <summary>Why something that the site looks for in texts may stand all the same.</summary>
    public string? Justification { get; init; }

    /// <summary>What was found is not what is looked for, as the author says.</summary>
    public bool IsFalseAlarm { get; init; }

    /// <summary>What was found and can be masked is masked before it is stored.</summary>
    public bool MasksFound { get; init; }

    /// <summary>The author would rather have somebody look first.</summary>
    public bool IsToReviewer { get; init; }

    /// <summary>It was asked for by a program, which cannot be asked back: what people would be asked about waits instead.</summary>
    public bool IsByProgram { get; init; }

    /// <summary>What waited and may be seen now; only the program says so.</summary>
    internal long? SubmissionId { get; init; }
}
