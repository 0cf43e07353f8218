namespace Community.Web.Tests.Leaks;

/// <summary>Where a word stands that not everybody may read.</summary>
public enum Place
{
    /// <summary>Title, text and subject of a topic.</summary>
    Topic,

    /// <summary>The title of a practice note.</summary>
    Note,

    /// <summary>A reply under a title without it.</summary>
    Reply,

    /// <summary>Typed into the form of a reply, and not sent.</summary>
    Draft,

    /// <summary>A topic that waits for somebody's approval.</summary>
    Held,
    WithdrawnReply,
    WithdrawnTopic,

    /// <summary>A topic that was sent and waits, because a subject in it is watched: there is no post of it.</summary>
    Waiting,

    /// <summary>A reply that a moderator removed.</summary>
    Removed,

    /// <summary>A reply that is hidden until it is decided what becomes of it.</summary>
    Hidden,

    /// <summary>A reply that two people erased.</summary>
    Purged,

    /// <summary>What was edited away from a text.</summary>
    OldText,

    /// <summary>A title and a subject that the topic has no more.</summary>
    OldTitle,

    /// <summary>A passage of a hidden post, quoted in one that is in sight.</summary>
    Quoted,

    /// <summary>A word of the glossary, with its meaning and another form.</summary>
    Term,

    /// <summary>A name that a word of the glossary has no more.</summary>
    OldTerm,
    RemovedTerm,
}
