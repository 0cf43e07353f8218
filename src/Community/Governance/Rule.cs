using Community.Events;

namespace Community.Governance;

/// <summary>One rule of the institution, which acts of moderators cite. It is revised and retired, never deleted: acts of the past name it.</summary>
public sealed class Rule : Entity
{
    public const int MaxNameLength = 100;
    public const int MaxTextLength = 1_000;

    Rule()
    {
    }

    /// <exception cref="RefusedException">No name or text, or one too long.</exception>
    public Rule(int number, string? name, string? text, ReasonClass reason, long? actorId, DateTime now)
    {
        Number = number;
        Write(name, text, reason);
        TellOf(actorId, now);
    }

    /// <summary>As people cite it, from 1.</summary>
    public int Number { get; private set; }

    public string Name { get; private set; } = "";

    public string Text { get; private set; } = "";

    public ReasonClass Reason { get; private set; }

    /// <summary>Since when it is not cited any more.</summary>
    public DateTime? RetiredAt { get; private set; }

    /// <summary>What an act keeps of it: "4. Names of readers".</summary>
    public string Cited => $"{Number}. {Name}";

    public void Revise(string? name, string? text, ReasonClass reason, long? actorId, DateTime now)
    {
        Write(name, text, reason);
        TellOf(actorId, now);
    }

    public void Retire(bool isRetired, long? actorId, DateTime now)
    {
        if (RetiredAt is not null == isRetired) return;

        RetiredAt = isRetired ? now : null;
        TellOf(actorId, now);
    }

    void Write(string? name, string? text, ReasonClass reason)
    {
        Name = OneLine.Of(name ?? "");
        Text = (text ?? "").Trim();
        Reason = reason;
        if (Name.Length is 0 or > MaxNameLength) throw new RefusedException(Refusal.Invalid, "A rule's name has 1 to {0} characters.", MaxNameLength) { Field = nameof(Name) };
        if (Text.Length is 0 or > MaxTextLength) throw new RefusedException(Refusal.Invalid, "A rule's text has 1 to {0} characters.", MaxTextLength) { Field = nameof(Text) };
    }

    void TellOf(long? actorId, DateTime now) => Tell(EventKind.RuleChanged, now, actorId, words: () => RetiredAt is null ? $"{Cited} ({Reason}): {Text}" : $"{Cited}: retired");
}
