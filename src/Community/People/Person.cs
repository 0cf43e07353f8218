using Community.Events;
using Community.Governance;

namespace Community.People;

/// <summary>Somebody who can be named as an author. Most have an account; people who came in by an import have none until it is handed over.</summary>
public sealed class Person : Entity
{
    public const int MaxNameLength = 100;

    Person()
    {
    }

    public Person(string name, Role role, DateTime now)
    {
        Name = CleanName(name);
        NameFolded = Folded.Of(Name);
        Role = role;
        CreatedAt = now;
        Tell(EventKind.Welcomed, now, null);
    }

    public string Name { get; private set; } = "";

    public string NameFolded { get; private set; } = "";

    public Role Role { get; private set; }

    public long? UnitId { get; private set; }

    /// <summary>The job title.</summary>
    public string Position { get; private set; } = "";

    /// <summary>Subjects the person likes to be asked about, one a line, at most 20.</summary>
    public string AskMeAbout { get; private set; } = "";

    /// <summary>IANA zone; null follows the browser, then the institution.</summary>
    public string? Zone { get; private set; }

    /// <summary>Single-key shortcuts switched off.</summary>
    public bool IsKeysOff { get; private set; }

    /// <summary>Shows in topics that they are here, and sees there who else shows it.</summary>
    public bool ShowsPresence { get; private set; }

    public DateTime CreatedAt { get; private set; }

    /// <summary>When the account was closed; posts stay.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>From when on somebody invited as a guest has no access, whether the account was closed yet or not; null for everybody else. It follows from the sponsorship.</summary>
    public DateTime? AccessUntil { get; private set; }

    /// <summary>Came in by an import and nobody signs in as them yet.</summary>
    public bool IsImported { get; private set; }

    /// <summary>Stands for somebody who asked without a name; see <see cref="Mask"/>. In no list of people.</summary>
    public bool IsMask { get; private set; }

    /// <summary>A voice is called as the unit or institution is that it speaks for.</summary>
    internal void Call(string name) => (Name, NameFolded) = (Short(name), Folded.Of(Short(name)));

    static string Short(string name) => CleanName(name.Length > MaxNameLength ? name[..MaxNameLength] : name);

    /// <summary>Nobody, for the place of a name. Closed from the first moment: nobody signs in, names, invites or tells it, and no event says that it came.</summary>
    internal static Person Masking(string name, DateTime now) => new() { Name = CleanName(name), NameFolded = Folded.Of(CleanName(name)), Role = Role.Member, CreatedAt = now, ClosedAt = now, IsMask = true };

    /// <summary>Somebody as another program knew them; nobody signs in as them until they are handed over.</summary>
    public static Person Imported(string name, DateTime joinedAt, DateTime now)
    {
        var person = new Person
        {
            Name = CleanName(name),
            NameFolded = Folded.Of(CleanName(name)),
            Role = Role.Member,
            CreatedAt = joinedAt,
            IsImported = true,
        };
        person.Tell(EventKind.Imported, now, null);
        return person;
    }

    public void Describe(string name, string position, string askMeAbout, long? actorId, DateTime now)
    {
        Name = CleanName(name);
        NameFolded = Folded.Of(Name);
        Position = Limited(position, 120, nameof(Position));
        AskMeAbout = Limited(askMeAbout, 1_000, nameof(AskMeAbout));
        Tell(EventKind.PersonChanged, now, actorId);
    }

    public void Prefer(string? zone, bool keysOff, bool showsPresence, DateTime now)
    {
        if (zone is not null && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            throw new RefusedException(Refusal.Invalid, "This time zone is not known. Choose one from the list.") { Field = nameof(Zone) };

        Zone = zone;
        IsKeysOff = keysOff;
        ShowsPresence = showsPresence;
        Tell(EventKind.PreferencesChanged, now, Id);
    }

    public void PlaceIn(long? unitId, long? actorId, DateTime now)
    {
        if (UnitId == unitId) return;

        UnitId = unitId;
        Tell(EventKind.PersonChanged, now, actorId);
    }

    public void GiveRole(Role role, long? actorId, DateTime now)
    {
        if (Role == role) return;

        var before = Role;
        Role = role;
        Tell(EventKind.PersonChanged, now, actorId, words: () => $"role {before} → {role}");
    }

    public void Close(long? actorId, DateTime now)
    {
        if (ClosedAt is not null) return;

        ClosedAt = now;
        Tell(EventKind.PersonChanged, now, actorId, words: () => "account closed");
    }

    public void Reopen(long? actorId, DateTime now)
    {
        if (ClosedAt is null) return;

        ClosedAt = null;
        Tell(EventKind.PersonChanged, now, actorId, words: () => "account opened again");
    }

    internal void HaveAccess(DateTime? until, long? actorId, DateTime now)
    {
        if (AccessUntil == until) return;

        AccessUntil = until;
        Tell(EventKind.PersonChanged, now, actorId);
    }

    /// <summary>Whoever leaves and wants the own name gone: what was written stays under another one, and nothing else of them.</summary>
    internal void BeForgotten(string name, DateTime now)
    {
        (Name, NameFolded) = (CleanName(name), Folded.Of(CleanName(name)));
        (Position, AskMeAbout, UnitId, Zone, ShowsPresence) = ("", "", null, null, false);
        Tell(EventKind.PersonChanged, now, null);
    }

    /// <summary>An imported person becomes one who signs in.</summary>
    public void HandOver(long? actorId, DateTime now)
    {
        IsImported = false;
        Tell(EventKind.PersonChanged, now, actorId);
    }

    internal void TellAuditRead(string what, DateTime now) => Tell(EventKind.AuditRead, now, Id, words: () => what);

    static string CleanName(string name)
    {
        var clean = string.Join(' ', (name ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (clean.Length is 0 or > MaxNameLength || clean.Any(char.IsControl))
            throw new RefusedException(Refusal.Invalid, "A name has 1 to {0} characters.", MaxNameLength) { Field = nameof(Name) };

        return clean;
    }

    static string Limited(string? text, int max, string field) =>
        (text ?? "").Trim() is { } clean && clean.Length <= max
            ? clean
            : throw new RefusedException(Refusal.Invalid, "This has more than {0} characters. Shorten it.", max) { Field = field };
}
