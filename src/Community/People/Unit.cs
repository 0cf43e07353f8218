using Community.Events;

namespace Community.People;

/// <summary>A department or branch that people work in.</summary>
public sealed class Unit : Entity
{
    Unit()
    {
    }

    public Unit(string name, long? actorId, DateTime now) => Rename(name, actorId, now);

    public string Name { get; private set; } = "";

    public string NameFolded { get; private set; } = "";

    public void Rename(string name, long? actorId, DateTime now)
    {
        Name = (name ?? "").Trim();
        if (Name.Length is 0 or > 100)
            throw new RefusedException(Refusal.Invalid, "A unit's name has 1 to {0} characters.", 100) { Field = nameof(Name) };

        NameFolded = Folded.Of(Name);
        Tell(EventKind.UnitChanged, now, actorId);
    }
}
