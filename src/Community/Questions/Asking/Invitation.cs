using Community.Topics;

namespace Community.Questions.Asking;

/// <summary>What became of an invitation to answer.</summary>
public enum InvitationState
{
    /// <summary>Somebody was named whose quiet hours are not over yet.</summary>
    Waiting,
    Open,
    Answered,
    NotNow,
    NotMe,

    /// <summary>No word came in time; others are asked.</summary>
    Lapsed,

    /// <summary>The question was answered by somebody else, or closed.</summary>
    Over,
}

/// <summary>That somebody is asked to answer a question; once a person and question.</summary>
public sealed class Invitation
{
    /// <summary>So many are asked at a time, never more.</summary>
    public const int MostAtOnce = 2;

    Invitation()
    {
    }

    /// <param name="byId">Who named the person; null where the site chose by evidence.</param>
    /// <param name="isQuiet">The person's quiet hours are on: it waits.</param>
    public Invitation(Topic topic, long personId, long? byId, bool isReferred, bool isQuiet, DateTime now)
    {
        (Topic, PersonId, ById, IsReferred, MadeAt) = (topic, personId, byId, isReferred, now);
        if (isQuiet) State = InvitationState.Waiting;
        else Send(now);
    }

    public long Id { get; private set; }

    public long TopicId { get; private set; }

    public Topic Topic { get; private set; } = null!;

    public long PersonId { get; private set; }

    /// <summary>Who named the person; null where the site chose by evidence.</summary>
    public long? ById { get; private set; }

    /// <summary>Named by somebody who was asked before.</summary>
    public bool IsReferred { get; private set; }

    public DateTime MadeAt { get; private set; }

    /// <summary>When the person was told; null while it waits.</summary>
    public DateTime? SentAt { get; private set; }

    public InvitationState State { get; private set; }

    public DateTime? EndedAt { get; private set; }

    /// <summary>Whom the person named instead.</summary>
    public long? ReferredToId { get; private set; }

    /// <summary>Counts among those who are asked at present.</summary>
    public bool IsPending => State is InvitationState.Open or InvitationState.Waiting;

    public void Send(DateTime now) => (State, SentAt) = (InvitationState.Open, now);

    /// <exception cref="RefusedException">There is nothing to say any more.</exception>
    public void Decline(bool isForMe, long? referredToId, DateTime now)
    {
        if (!IsPending && State != InvitationState.Lapsed) throw new RefusedException(Refusal.Conflict, "This invitation is over: the question was answered, closed, or you have said so before.");

        ReferredToId = referredToId;
        End(isForMe ? InvitationState.NotNow : InvitationState.NotMe, now);
    }

    public void End(InvitationState state, DateTime now) => (State, EndedAt) = (state, now);
}
