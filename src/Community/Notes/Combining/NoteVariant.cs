using Community.Topics;

namespace Community.Notes.Combining;

/// <summary>That a note says for some what another note says for all: how it is done in one branch, or with another system.</summary>
public sealed class NoteVariant
{
    public const int MaxWordsLength = 100;

    NoteVariant()
    {
    }

    /// <param name="unitId">The unit that it is for; null where <paramref name="forWhom"/> says it.</param>
    /// <exception cref="RefusedException">Nobody is named, or in too many words.</exception>
    internal NoteVariant(Topic note, long baseId, long? unitId, string? forWhom)
    {
        Note = note;
        BaseId = baseId;
        UnitId = unitId;
        ForWhom = unitId is not null ? "" : (forWhom ?? "").Trim();
        if (unitId is null && ForWhom.Length is 0 or > MaxWordsLength)
            throw new RefusedException(Refusal.Invalid, "Say for whom this variant is: choose a unit, or write it in at most {0} characters.", MaxWordsLength) { Field = nameof(ForWhom) };
    }

    public long NoteId { get; private set; }

    public Topic Note { get; private set; } = null!;

    public long BaseId { get; private set; }

    public long? UnitId { get; private set; }

    /// <summary>Empty where a unit is named.</summary>
    public string ForWhom { get; private set; } = "";
}
