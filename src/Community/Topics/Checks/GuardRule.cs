using System.Text.RegularExpressions;
using Community.Events;

namespace Community.Topics.Checks;

/// <summary>What is looked for in a text before it is posted.</summary>
public enum GuardKind
{
    /// <summary>Numbers of payment cards, with their check digit.</summary>
    Card,

    /// <summary>Numbers of bank accounts, with their check digits.</summary>
    Iban,

    /// <summary>Passwords, keys and tokens that open something.</summary>
    Secret,

    /// <summary>Mail addresses that are not the institution's own.</summary>
    Email,
    Phone,

    /// <summary>Numbers that fit a pattern, such as a library card's, with a check digit where there is one.</summary>
    Number,

    /// <summary>"Confidential until", "embargoed until", with a day to come.</summary>
    Embargo,

    /// <summary>Markings such as "confidential" in the names of attachments.</summary>
    Marking,

    /// <summary>Words that speak for the institution, in what somebody says for themselves.</summary>
    Voice,

    /// <summary>A watched subject: a stored query.</summary>
    Subject,
}

/// <summary>How the last digit of a number is checked.</summary>
public enum CheckDigit
{
    None,

    /// <summary>ISO/IEC 7812, as on cards.</summary>
    Luhn,

    /// <summary>ISO 7064 MOD 97-10, as in bank accounts.</summary>
    Mod97,

    /// <summary>ISO 7064 MOD 11-2, as in national numbers and ORCID.</summary>
    Mod11,
}

/// <summary>What follows when it is found.</summary>
public enum GuardAct
{
    /// <summary>The author is told, and goes on.</summary>
    Inform,

    /// <summary>The author says once more that it is meant.</summary>
    Ask,

    /// <summary>The author masks or rewords it, says why it may stand, or sends it to somebody who looks.</summary>
    Justify,

    /// <summary>Somebody else looks first.</summary>
    Hold,
}

/// <summary>One thing that is looked for: why, on whose behalf, until when. It is never found in secret: every author reads its name, reason and owner.</summary>
public sealed class GuardRule : Entity
{
    public const int MaxNameLength = 80;
    public const int MaxQueryLength = 500;
    public const int MaxWhyLength = 500;
    public const int MostDaysOfSubject = 366;

    GuardRule()
    {
    }

    /// <exception cref="RefusedException">As of <see cref="Change"/>.</exception>
    public GuardRule(GuardKind kind, GuardWords words, long? byId, DateTime now)
    {
        (Kind, At, ById) = (kind, now, byId);
        Change(words, byId, now);
    }

    public GuardKind Kind { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Of numbers a regular expression, of subjects a query; else empty.</summary>
    public string Query { get; private set; } = "";

    public CheckDigit CheckDigit { get; private set; }

    public GuardAct Act { get; private set; }

    /// <summary>What harm it keeps away; every author reads it.</summary>
    public string Why { get; private set; } = "";

    /// <summary>Of a watched subject: what may be said about it all the same.</summary>
    public string Protected { get; private set; } = "";

    /// <summary>Who answers for it.</summary>
    public long? OwnerId { get; private set; }

    /// <summary>Where; null in every space.</summary>
    public long? SpaceId { get; private set; }

    /// <summary>From when it stops by itself; a watched subject always has an end.</summary>
    public DateTime? EndsAt { get; private set; }

    public long? ById { get; private set; }

    public DateTime At { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public bool HoldsOn(DateTime now) => EndedAt is null && (EndsAt is null || now < EndsAt);

    /// <exception cref="RefusedException">A part is missing, too long or cannot be read; a subject without reason, owner, end or word on protected speech.</exception>
    public void Change(GuardWords words, long? byId, DateTime now)
    {
        (Name, Query, Why, Protected) = (Text(words.Name, MaxNameLength, nameof(Name)), Text(words.Query, MaxQueryLength, nameof(Query)), Text(words.Why, MaxWhyLength, nameof(Why)), Text(words.Protected, MaxWhyLength, nameof(Protected)));
        (CheckDigit, Act, OwnerId, SpaceId, EndsAt, EndedAt) = (words.CheckDigit, words.Act, words.OwnerId, words.SpaceId, words.EndsAt, null);
        if (Name.Length == 0) throw new RefusedException(Refusal.Invalid, "Give it a name; authors read it.") { Field = nameof(Name) };
        if (Why.Length == 0) throw new RefusedException(Refusal.Invalid, "Say why it is looked for; authors read it.") { Field = nameof(Why) };
        if (EndsAt <= now) throw new RefusedException(Refusal.Invalid, "Its end is past already.") { Field = nameof(EndsAt) };
        if (Kind == GuardKind.Number) DemandPattern();
        if (Kind == GuardKind.Subject) DemandSubject(now);
        Tell(EventKind.GuardsChanged, now, byId, words: () => $"{Kind} “{Name}” ({Act}): {Why}");
    }

    public void End(long? byId, DateTime now)
    {
        if (EndedAt is not null) throw new RefusedException(Refusal.Conflict, "It has ended already.");

        EndedAt = now;
        Tell(EventKind.GuardsChanged, now, byId, words: () => $"{Kind} “{Name}” ended");
    }

    void DemandPattern()
    {
        try
        {
            _ = new Regex(Query, RegexOptions.NonBacktracking);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw new RefusedException(Refusal.Invalid, "This pattern cannot be read. Write a regular expression without look-around and back-references, such as \\b2[0-9]{{13}}\\b.") { Field = nameof(Query) };
        }

        if (Query.Length == 0 || Regex.IsMatch("", Query, RegexOptions.NonBacktracking)) throw new RefusedException(Refusal.Invalid, "This pattern fits an empty text; everything would be found. Say at least what one number looks like.") { Field = nameof(Query) };
    }

    void DemandSubject(DateTime now)
    {
        if (SubjectQuery.Of(Query).IsEmpty) throw new RefusedException(Refusal.Invalid, "Write the words that are looked for, such as strike OR \"industrial action\".") { Field = nameof(Query) };
        if (OwnerId is null) throw new RefusedException(Refusal.Invalid, "A watched subject has an owner, who answers for it.") { Field = nameof(OwnerId) };
        if (EndsAt is null || EndsAt > now.AddDays(MostDaysOfSubject)) throw new RefusedException(Refusal.Invalid, "A watched subject has an end, at most a year away.") { Field = nameof(EndsAt) };
        if (Protected.Length == 0) throw new RefusedException(Refusal.Invalid, "Say what may be said about it all the same; authors read it.") { Field = nameof(Protected) };
    }

    static string Text(string? text, int most, string field)
    {
        var clean = (text ?? "").Trim();
        return clean.Length <= most ? clean : throw new RefusedException(Refusal.Invalid, "This has at most {0} characters.", most) { Field = field };
    }
}

/// <summary>What a rule is given.</summary>
public sealed record GuardWords(string? Name, string? Query, CheckDigit CheckDigit, GuardAct Act, string? Why, string? Protected, long? OwnerId, long? SpaceId, DateTime? EndsAt);
