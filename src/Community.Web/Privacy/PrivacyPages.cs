using Community.People.Retention;

namespace Community.Web.Privacy;

/// <summary>What is stored, in plain words.</summary>
public sealed record PrivacyPage(IReadOnlyList<DataClass> Classes, bool IsSignedIn);

/// <summary>Leaving, as it is typed.</summary>
public sealed record LeavingForm
{
    public string? Password { get; init; }

    /// <summary>The name goes off everything.</summary>
    public bool NameGone { get; init; }

    /// <summary>Who gets the notes.</summary>
    public string? Heir { get; init; }
}

/// <summary>Leaving, and what it concerns.</summary>
/// <param name="Notes">Practice notes in the reader's hands.</param>
/// <param name="Guests">For whom the reader answers.</param>
public sealed record LeavingPage(LeavingForm Form, int Posts, int Notes, int Guests, bool IsHeld);

/// <summary>How long things are kept, and what is held.</summary>
/// <param name="Held">Holds that stand.</param>
/// <param name="Ended">The last that do not any more.</param>
public sealed record RetentionPage(IReadOnlyList<RetentionRow> Rules, IReadOnlyList<HoldRow> Held, IReadOnlyList<HoldRow> Ended, HoldForm Form);

/// <summary>How long one kind is kept.</summary>
/// <param name="Days">Null: it is kept.</param>
/// <param name="By">Who said so; null while nobody did.</param>
public sealed record RetentionRow(RetentionKind Kind, string What, string Typed, int? Days, int? Usual, string? By, DateTime? At);

/// <summary>A hold.</summary>
/// <param name="What">Whom or what it holds.</param>
public sealed record HoldRow(long Id, string What, string Address, string Reason, string By, DateTime At, DateTime? Until, DateTime? EndedAt);

/// <summary>A hold as it is typed.</summary>
public sealed record HoldForm
{
    /// <summary>Person, topic or space.</summary>
    public string? Kind { get; init; }

    /// <summary>A name, the number or address of a topic, or the last part of a space's address.</summary>
    public string? What { get; init; }

    public string? Until { get; init; }

    public string? Reason { get; init; }
}
