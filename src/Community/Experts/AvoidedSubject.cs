using Community.Events;

namespace Community.Experts;

/// <summary>A subject that somebody does not want to be asked about: a word or a few, which fit also where more is asked.</summary>
public sealed class AvoidedSubject : Entity
{
    public const int MaxLength = 100;

    /// <summary>One person's.</summary>
    public const int Most = 50;

    AvoidedSubject()
    {
    }

    /// <exception cref="RefusedException">Nothing in it, or too much.</exception>
    public AvoidedSubject(long personId, string subject, DateTime now)
    {
        PersonId = personId;
        Subject = Clean(subject);
        SubjectFolded = Folded.Of(Subject);
        At = now;
        if (Subject.Length is 0 or > MaxLength)
            throw new RefusedException(Refusal.Invalid, "A subject has 1 to {0} characters.", MaxLength) { Field = nameof(Subject) };

        TellOf(EventKind.PreferencesChanged, now, personId, personId);
    }

    public long PersonId { get; private set; }

    public string Subject { get; private set; } = "";

    public string SubjectFolded { get; private set; } = "";

    public DateTime At { get; private set; }

    /// <summary>As it is stored.</summary>
    public static string Clean(string? subject) => string.Join(' ', (subject ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>States the end; the verb removes the row.</summary>
    public void End(DateTime now) => TellOf(EventKind.PreferencesChanged, now, PersonId, PersonId);
}
