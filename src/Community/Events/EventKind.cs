namespace Community.Events;

/// <summary>What happened. Stored and shown to programs as the lower-case word.</summary>
public enum EventKind
{
    /// <summary>A topic was started; the subject is its opening.</summary>
    Started,
    Replied, Answered, Commented,

    /// <summary>A post got a new revision.</summary>
    Revised,

    /// <summary>A vote was cast, changed or taken back; the actor is never shown.</summary>
    Voted,
    Accepted, Unaccepted, Withdrawn, Restored,

    /// <summary>An author's name was taken off a post that has to stay.</summary>
    Unnamed,

    /// <summary>A moderator hid a post.</summary>
    Removed, Reinstated,

    /// <summary>A withdrawn text was erased for good.</summary>
    Erased,

    /// <summary>Title or tags changed; the subject is the topic.</summary>
    Retitled, Retagged, Closed, Reopened, Moved, Pinned, Unpinned, Converted,

    /// <summary>A topic came in with all its posts by an import, or, without a topic, a person; live and notifications never read it.</summary>
    Imported,

    /// <summary>A space was made; the subject is the space.</summary>
    Opened,

    /// <summary>A space's charter, stewards or units changed; the subject is the space.</summary>
    Rechartered,

    /// <summary>Somebody came into a space or left it; the subject is the person.</summary>
    Joined, Left,

    /// <summary>A person was added; the subject is the person.</summary>
    Welcomed,

    /// <summary>Name, unit, role or state of a person changed.</summary>
    PersonChanged,

    /// <summary>A tag's name, synonyms or description changed; the subject is the tag.</summary>
    TagChanged,

    /// <summary>An administrator read in a Unit space without being a member.</summary>
    Looked,

    /// <summary>The institution's name, address, zone or sign-up changed.</summary>
    InstitutionChanged,

    /// <summary>A unit was added or got another name; the subject is the unit.</summary>
    UnitChanged,

    /// <summary>Somebody chose how pages look to them; the subject is the person, and nobody else is told.</summary>
    PreferencesChanged,

    /// <summary>What happened to a term of a glossary; the subject is the term, without a space for the whole institution's.</summary>
    TermAdded, TermRevised, TermRemoved, TermRestored,

    /// <summary>A gap was taken up, given back, written, put out of sight or brought back; the subject is the gap.</summary>
    GapChanged,

    /// <summary>Something of a post went into a practice note; the subject is that post.</summary>
    Distilled,

    /// <summary>A note's block that came from a post is gone, or is back; the subject is that post.</summary>
    LineageChanged,

    /// <summary>A passage of a note went out of sight with the post that it came from, or came back with it; the subject is the note's opening.</summary>
    PassageChanged,

    /// <summary>Somebody suggested a change to a note; a steward decided on one. The subject is the note's opening.</summary>
    Suggested, SuggestionDecided,

    /// <summary>Somebody said whether a note or an answer worked, or took that back; the subject is the post.</summary>
    Reported, Unreported,

    /// <summary>A report of failure waits for those who keep the post, waits again, or does not any more; the subject is the task.</summary>
    TaskOpened, TaskEnded,

    /// <summary>A trial was started, changed, observed, decided or opened again; the subject is the trial.</summary>
    TrialChanged,

    /// <summary>A trial's end came, or another week after it, and nobody decided; the subject is the trial.</summary>
    TrialDue,

    /// <summary>A note is a variant of another one no longer; it is listed in a further space, or no longer. The subject is the note.</summary>
    Varied, Placed,

    /// <summary>Who keeps a note changed; the subject is the topic, as of all that is told of a note's care.</summary>
    NoteStewarded,

    /// <summary>A steward checked a note: it holds.</summary>
    NoteChecked,

    /// <summary>A reader says that a note is no longer true.</summary>
    NoteDoubted,

    /// <summary>A reader says that a note is still true, or is not sure; who it was is not told.</summary>
    NoteJudged,

    /// <summary>A note was marked as outdated, disputed, settled or taken into care, or its review was set.</summary>
    NoteKept,

    /// <summary>The day of a note's review has come, or passed by another month.</summary>
    NoteDue,

    /// <summary>A path for newcomers was made, put away or brought back, or its stations changed; the subject is the path.</summary>
    PathChanged,

    /// <summary>A space's stewards changed a template for its notes; the subject is the template.</summary>
    TemplateChanged,

    /// <summary>Somebody is asked to answer a question; the subject is the question.</summary>
    Invited,

    /// <summary>Nobody has answered, and the promise breaks soon: the stewards are asked; the subject is the question.</summary>
    PromiseNear,

    /// <summary>A question was asked without a name; the subject is the question, as of the two below.</summary>
    Masked,

    /// <summary>A steward looked who asked; who did is not told.</summary>
    MaskLooked,

    /// <summary>Who asked shows the own name.</summary>
    Unmasked,

    /// <summary>Another question was found to be the same as this one, or not any more; the subject is the one that goes on.</summary>
    MarkedDuplicate,

    /// <summary>Somebody says that an answer worked for them, too, or takes that back; who it was is not told. The subject is the answer.</summary>
    Helped, HelpTakenBack,

    /// <summary>Somebody has a question, too, or no longer; who it was is not told. The subject is the question.</summary>
    AlsoAsked, AlsoAskedNoMore,

    /// <summary>Posts came into a topic from another one, or went there; the subject is the topic, and both are told.</summary>
    PostsMoved,

    /// <summary>Somebody who was about to ask found the answer in a topic, or did not after all; who it was is not told. The subject is the topic.</summary>
    Found,

    /// <summary>Somebody said by which day a question needs its answer, or that it does not any more; the subject is the question.</summary>
    NeedSaid, NeedEnded,

    /// <summary>Somebody said that a note answers a question, or that it does not; the subject is the question, or, without an actor, the note.</summary>
    NoteAnswered,

    /// <summary>Somebody may speak for a unit or the institution, or no longer; the subject is the person.</summary>
    VoiceChanged,

    /// <summary>A text waits to be looked at before others see it, or what waits was decided on; the subject is what waits.</summary>
    Held, Judged,

    /// <summary>What waits is late; the subject is what waits.</summary>
    JudgingLate,

    /// <summary>What is looked for in texts before they are posted, what waits for approval, or what stands under posts changed; no subject.</summary>
    GuardsChanged,

    /// <summary>A guest was invited, renewed, taken over or ended; the time is over soon; who answered for them is not here any more, and a successor is asked. The subject is the guest.</summary>
    GuestChanged, GuestEnding, GuestAlone,

    /// <summary>A rule of the institution was added, revised or retired; the subject is the rule.</summary>
    RuleChanged,

    /// <summary>A case of flags was decided; the subject is the case. For those who moderate, as of the six below.</summary>
    FlagsDecided,

    /// <summary>Somebody asked for a purge, or it was called off; the subject is the purge.</summary>
    PurgeAsked,

    /// <summary>The one concerned appealed; somebody else judged. The subject is the appeal.</summary>
    Appealed, AppealJudged,

    /// <summary>Somebody may only read for a time, or may write again; the subject is the suspension.</summary>
    Suspended, SuspensionEnded,

    /// <summary>Slow mode or a lock was set or lifted; somebody who wrote there left and took the name off everything. The subject is the topic.</summary>
    Calmed, AuthorLeft,

    /// <summary>A version of a policy was released; those who do not know one are asked to read it. The subject is the policy.</summary>
    PolicyChanged, PolicyAsks,

    /// <summary>An administrator read the audit log or took it out; the subject is that person.</summary>
    AuditRead,

    /// <summary>A playbook was made, revised, retired or brought back; the subject is the playbook. In a run of it something happened, a step has its turn, something is late, an answer waits for approval, was decided on; the subject is the run. No topic: who reads the post need not know of the run.</summary>
    PlaybookChanged, RunChanged, StepOpened, RunLate, ReplyProposed, ReplyDecided,

    /// <summary>How long something is kept was changed, or a hold was set or ended; no subject but that.</summary>
    RetentionChanged,
}
