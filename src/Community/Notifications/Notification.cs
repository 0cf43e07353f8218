namespace Community.Notifications;

/// <summary>Why a notice came.</summary>
public enum NoticeKind
{
    Answer,
    Reply,
    Comment,
    Mention,
    Accepted,
    Enrolled,

    /// <summary>A saved search found it.</summary>
    Found,

    /// <summary>Something of a post of theirs went into a practice note: what did it miss?</summary>
    Distilled,

    /// <summary>A change was suggested to a note that they keep.</summary>
    Suggested,

    /// <summary>A change that they suggested was decided on.</summary>
    Decided,

    /// <summary>What the person keeps was said not to work.</summary>
    Failed,

    /// <summary>What the person reported was answered by a revision, or dismissed with a reason.</summary>
    Heeded,

    /// <summary>A trial of the person's waits for a decision.</summary>
    Due,

    /// <summary>A note was revised that one's own note is a variant of.</summary>
    Base,
    /// <summary>A note was given into the person's hands, or their unit's.</summary>
    Appointed,

    /// <summary>The review of a note in their hands is due.</summary>
    NoteDue,

    /// <summary>A reader says that a note in their hands is no longer true.</summary>
    NoteDoubted,

    /// <summary>A steward answered their doubt.</summary>
    DoubtAnswered,

    /// <summary>The person is asked to answer a question.</summary>
    Invited,

    /// <summary>Nobody has answered a question of a space that the person keeps, and its promise breaks soon.</summary>
    PromiseNear,

    /// <summary>A steward looked who asked the person's question, which they asked without a name.</summary>
    MaskLooked,

    /// <summary>Somebody answered a question that the person has, too.</summary>
    AlsoAnswered,

    /// <summary>An answer to a question that the person has, too, was accepted.</summary>
    AlsoAccepted,

    /// <summary>Somebody wrote in what the person watches or follows.</summary>
    Posted,

    /// <summary>A practice note that the person watches or follows was revised.</summary>
    NoteRevised,

    /// <summary>A topic was closed that the person started, watches or follows, or a question that they have, too.</summary>
    Closed,

    /// <summary>A text waits for the person to look at it before others see it.</summary>
    Held,

    /// <summary>What the person wrote was approved, returned or declined.</summary>
    Judged,

    /// <summary>A text waits longer than it should.</summary>
    JudgingLate,

    /// <summary>A step of a playbook is the person's.</summary>
    StepYours,

    /// <summary>A step of the person's is late, or all of a run that they started or own.</summary>
    RunLate,

    /// <summary>An answer waits for the person to approve it.</summary>
    ReplyProposed,

    /// <summary>What the person would answer was approved or given back.</summary>
    ReplyDecided,

    /// <summary>The time of a guest for whom the person answers is over soon.</summary>
    GuestEnding,

    /// <summary>Who answered for a guest is not here any more: will the person?</summary>
    GuestAlone,

    /// <summary>A policy is in force that the person has not said to know.</summary>
    PolicyAsks,

    /// <summary>A post of the person's was taken out of sight; they read why, and may appeal.</summary>
    TakenOut,

    /// <summary>It is back.</summary>
    BroughtBack,

    /// <summary>What the person flagged was decided on.</summary>
    FlagsDecided,

    /// <summary>Somebody who did not decide looked at it again.</summary>
    AppealJudged,

    /// <summary>The person may only read for a time; or may write again.</summary>
    Suspended,
}

/// <summary>What can be told from the kind of a notice alone.</summary>
public static class NoticeKinds
{
    extension(NoticeKind kind)
    {
        /// <summary>Of an act of those who moderate: it comes from the site and not from a person, and its post may be out of sight.</summary>
        public bool IsOfActs => kind >= NoticeKind.TakenOut;
    }
}

/// <summary>One thing that somebody should hear of.</summary>
public sealed class Notification
{
    Notification()
    {
    }

    public Notification(long personId, NoticeKind kind, long eventId, long? topicId, long? postId, long? spaceId, long? actorId, DateTime at, bool isQuiet = false)
    {
        IsQuiet = isQuiet;
        PersonId = personId;
        Kind = kind;
        EventId = eventId;
        TopicId = topicId;
        PostId = postId;
        SpaceId = spaceId;
        ActorId = actorId;
        At = at;
    }

    public long Id { get; private set; }

    public long PersonId { get; private set; }

    public NoticeKind Kind { get; private set; }

    public long EventId { get; private set; }

    public long? TopicId { get; private set; }

    public long? PostId { get; private set; }

    public long? SpaceId { get; private set; }

    public long? ActorId { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>When the person saw it.</summary>
    public DateTime? SeenAt { get; private set; }

    /// <summary>It stands in the inbox and the digest, and nothing rings: the person follows what it is about, and it does not concern them otherwise.</summary>
    public bool IsQuiet { get; private set; }

    /// <summary>When a mail told it.</summary>
    public DateTime? MailedAt { get; private set; }

    /// <summary>Until when the person put it off; <see cref="WhenSomebodyWrites"/> until there is a newer one about the same. Null: not put off.</summary>
    public DateTime? LaterAt { get; private set; }

    /// <summary>Stands for no time at all.</summary>
    public static DateTime WhenSomebodyWrites { get; } = new(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Its post stands in another topic now.</summary>
    internal void GoTo(long topicId, long spaceId) => (TopicId, SpaceId) = (topicId, spaceId);

    public void See(DateTime now) => SeenAt ??= now;
}
