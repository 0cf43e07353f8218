namespace Community.Governance;

/// <summary>In what capacity somebody comes: to a space, to a topic and to a post.</summary>
[Flags]
public enum Who
{
    Nobody = 0,
    Anybody = 1,

    /// <summary>Member, moderator or administrator of the institution; not a guest.</summary>
    Staff = 2,

    /// <summary>Member of the space: as a person, through a unit, or as a guest invited to it.</summary>
    Member = 4,

    /// <summary>Steward of the space.</summary>
    Steward = 8,
    Moderator = 16,
    Administrator = 32,

    /// <summary>Wrote the post.</summary>
    Author = 64,

    /// <summary>Started the topic.</summary>
    Starter = 128,

    /// <summary>Steward of the note.</summary>
    NoteSteward = 256,
}
