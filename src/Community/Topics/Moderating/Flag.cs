using Community.Governance;

namespace Community.Topics.Moderating;

/// <summary>That somebody says that something is wrong with a post: of what kind, and in a word. Who it was is known to those who moderate alone.</summary>
public sealed class Flag
{
    public const int MaxWordLength = 500;

    /// <summary>So many a person within a day; who sees more should talk to a moderator.</summary>
    public const int MostADay = 20;

    Flag()
    {
    }

    internal Flag(FlagCase of, long personId, ReasonClass kind, string? word, DateTime now)
    {
        (Case, PersonId, Kind, Word, At) = (of, personId, kind, OneLine.Of(word), now);
        if (!Enum.IsDefined(kind)) throw new RefusedException(Refusal.Invalid, "Choose what is wrong with it.") { Field = nameof(Kind) };
        if (Word.Length is 0 or > MaxWordLength) throw new RefusedException(Refusal.Invalid, "Say in a word what is wrong; at most {0} characters.", MaxWordLength) { Field = nameof(Word) };
    }

    public long Id { get; private set; }

    public long CaseId { get; private set; }

    public FlagCase Case { get; private set; } = null!;

    public long PersonId { get; private set; }

    public ReasonClass Kind { get; private set; }

    public string Word { get; private set; } = "";

    public DateTime At { get; private set; }
}
