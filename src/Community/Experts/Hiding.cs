using Community.Events;

namespace Community.Experts;

/// <summary>That somebody is not named to others as one who knows.</summary>
public sealed class Hiding : Entity
{
    Hiding()
    {
    }

    public Hiding(long personId, DateTime now)
    {
        PersonId = personId;
        At = now;
        TellOf(EventKind.PreferencesChanged, now, personId, personId);
    }

    public long PersonId { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>States the end; the verb removes the row.</summary>
    public void End(DateTime now) => TellOf(EventKind.PreferencesChanged, now, PersonId, PersonId);
}
