namespace Community.Governance;

/// <summary>What can be done in a space by somebody who can read it.</summary>
public enum Act
{
    StartTopic,
    Reply,
    Comment,
    Vote,
    MakeTag,

    /// <summary>Add a term to a glossary, and revise one.</summary>
    KeepTerms,

    /// <summary>Take a term out of its glossary and bring it back.</summary>
    RemoveTerm,

    /// <summary>Give a post a new revision.</summary>
    Revise,

    /// <summary>Give a practice note a new revision; others suggest.</summary>
    ReviseNote,

    /// <summary>Change a topic's title or tags.</summary>
    Retitle,
    Withdraw,
    Accept,
    Close,
    Convert,
    Pin,

    /// <summary>Hide a post and bring it back.</summary>
    Remove,
    Move,

    /// <summary>Come into a space oneself, and leave it.</summary>
    Join,

    /// <summary>Bring others in, and take them out.</summary>
    Enrol,

    /// <summary>Change a space's name, purpose, tier and stewards.</summary>
    Charter,

    /// <summary>Take up what is searched for and not found. It stands in no space: who may do it in one may.</summary>
    ClaimGap,

    /// <summary>Put such a gap out of sight and bring it back.</summary>
    DismissGap,

    /// <summary>Say whether a note or an answer worked.</summary>
    Report,

    /// <summary>Take such a report back.</summary>
    Unreport,

    /// <summary>Answer what was reported to have failed, or dismiss it.</summary>
    AnswerTask,

    /// <summary>Start a trial, and write down what was seen in one.</summary>
    Try,

    /// <summary>Change a trial and decide what becomes of it; its author is its owner.</summary>
    KeepTrial,

    /// <summary>Check a note, mark it, set its review, and choose who keeps it.</summary>
    KeepNote,

    /// <summary>Say whether a note is still true.</summary>
    SayStillTrue,

    /// <summary>Begin a path for newcomers.</summary>
    MakePath,

    /// <summary>Change a path and its stations.</summary>
    KeepPath,

    /// <summary>Give a space templates for its notes.</summary>
    KeepTemplates,

    /// <summary>See who asked a question without a name; each look is on record.</summary>
    LookBehindMask,

    /// <summary>Say that a question was asked before, and where.</summary>
    MarkDuplicate,

    /// <summary>Say that somebody else's answer worked, too.</summary>
    MarkHelpful,

    /// <summary>Say that one has a question, too.</summary>
    HaveQuestion,

    /// <summary>Bring posts into another topic: in the spaces of both.</summary>
    Rearrange,

    /// <summary>Say by which day a question needs its answer, and that it does not any more.</summary>
    SayNeed,

    /// <summary>Say that a note answers a question, and that it does not; who keeps the note may.</summary>
    AnswerWithNote,

    /// <summary>Decide whether what waits may be seen by others; never of the own words.</summary>
    Approve,
    /// <summary>Tell those who moderate that something is wrong with a post.</summary>
    Flag,

    /// <summary>Work flags, hide a post until it is decided, slow a topic down and lock a post.</summary>
    Moderate,

    /// <summary>Have a post erased for good: one asks, another confirms.</summary>
    Purge,

    /// <summary>Invite a guest from outside into the space, and answer for them; for staff alone.</summary>
    InviteGuest,

    /// <summary>Make, change and retire playbooks. They stand in no space: who may do it by role may.</summary>
    KeepPlaybooks,
}
