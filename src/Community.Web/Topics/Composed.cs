using System.Globalization;
using Community.Governance;
using Community.Topics.Voices;

namespace Community.Web.Topics;

/// <summary>What every form that somebody composes in brings along beside its text.</summary>
public abstract record Composed
{
    /// <summary>Random, made with the form: the same text under the same key is the same post.</summary>
    public string? Key { get; init; }

    /// <summary>The version of the draft that the form shows; empty when there was none.</summary>
    public long? DraftVersion { get; init; }

    /// <summary>In whose name: <c>institution</c>, <c>unit-7</c>, or empty for the own.</summary>
    public string? Speaks { get; init; }

    /// <summary>Speaking for others is meant.</summary>
    public bool Sure { get; init; }

    /// <summary>What sounds like the institution's word is the author's own.</summary>
    public bool Meant { get; init; }

    public string? Interest { get; init; }

    /// <summary>Why what was found may stand.</summary>
    public string? Justification { get; init; }

    public bool FalseAlarm { get; init; }

    public bool ToReviewer { get; init; }

    /// <summary>What was found is masked before it is sent.</summary>
    public bool MaskFound { get; init; }

    /// <summary>How its author wants to be heard.</summary>
    internal Speech Speech
    {
        get
        {
            var unit = Speaks?.StartsWith("unit-", StringComparison.Ordinal) == true && long.TryParse(Speaks["unit-".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : (long?)null;
            var voice = Speaks == "institution" ? Voice.Institution : Speaks?.StartsWith("unit-", StringComparison.Ordinal) == true ? Voice.Unit : Voice.Personal;
            return new Speech(voice, unit) { IsSure = Sure, IsMeant = Meant, Interest = Interest, Justification = Justification, IsFalseAlarm = FalseAlarm, IsToReviewer = ToReviewer, MasksFound = MaskFound };
        }
    }
}
