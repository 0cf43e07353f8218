using Community.Governance;
using Community.Topics.Voices;

namespace Community.Topics;

/// <summary>In whose name a post speaks.</summary>
public sealed partial class Post
{
    public const int MaxInterestLength = 200;

    public Voice Voice { get; private set; }

    /// <summary>What interest its author declares in the matter; null for none.</summary>
    public string? Interest { get; private set; }

    /// <exception cref="RefusedException">The declared interest is too long.</exception>
    internal void Speak(Speech speech)
    {
        var interest = (speech.Interest ?? "").Trim();
        if (interest.Length > MaxInterestLength) throw new RefusedException(Refusal.Invalid, "Say your interest in at most {0} characters.", MaxInterestLength) { Field = nameof(Interest) };

        (Voice, Interest) = (speech.Voice, interest.Length > 0 ? interest : null);
    }
}
