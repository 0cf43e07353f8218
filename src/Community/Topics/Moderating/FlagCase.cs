using Community.Events;
using Community.Governance;

namespace Community.Topics.Moderating;

/// <summary>What became of the flags of a post.</summary>
public enum CaseOutcome
{
    /// <summary>Nothing is wrong with it, or nothing that an act would better.</summary>
    Kept,
    Hidden,
    Removed,

    /// <summary>It went out of sight another way before anybody decided.</summary>
    Gone,
}

/// <summary>All flags of one post until somebody decides on them; later ones make a new case.</summary>
public sealed class FlagCase : Entity
{
    /// <summary>After that somebody else may take a case that was claimed and not decided.</summary>
    public static readonly TimeSpan ClaimedFor = TimeSpan.FromHours(1);

    FlagCase()
    {
    }

    internal FlagCase(Post post, DateTime now)
    {
        PostId = post.Id;
        OpenedAt = now;
    }

    public long PostId { get; private set; }

    public Post Post { get; private set; } = null!;

    public DateTime OpenedAt { get; private set; }

    /// <summary>Who is judging it.</summary>
    public long? ClaimedById { get; private set; }

    public DateTime? ClaimedAt { get; private set; }

    public long? DecidedById { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public CaseOutcome? Outcome { get; private set; }

    /// <summary>What the flaggers read.</summary>
    public string Reason { get; private set; } = "";

    public List<Flag> Flags { get; } = [];

    /// <summary>Needs this person's flags loaded.</summary>
    internal void Add(long personId, ReasonClass kind, string? word, DateTime now)
    {
        if (Flags.Exists(flag => flag.PersonId == personId)) throw new RefusedException(Refusal.Conflict, "You have flagged this post already; you will hear what comes of it.");

        Flags.Add(new Flag(this, personId, kind, word, now));
    }

    /// <exception cref="RefusedException">It was decided, or somebody else is at it.</exception>
    public void Claim(long personId, DateTime now)
    {
        DemandOpen();
        if (IsClaimedByOther(personId, now)) throw new RefusedException(Refusal.Conflict, "Somebody else is judging this case. Take another one.");

        (ClaimedById, ClaimedAt) = (personId, now);
    }

    public void GiveBack(long personId)
    {
        DemandOpen();
        if (ClaimedById == personId) (ClaimedById, ClaimedAt) = (null, null);
    }

    public bool IsClaimedByOther(long personId, DateTime now) => ClaimedById is { } by && by != personId && ClaimedAt > now - ClaimedFor;

    internal void Decide(CaseOutcome outcome, string? reason, long personId, DateTime now)
    {
        Claim(personId, now);
        (Outcome, Reason, DecidedById, DecidedAt) = (outcome, Reasons.Clean(reason), personId, now);
        Tell(EventKind.FlagsDecided, now, personId, words: () => FormattableString.Invariant($"post {PostId}, {Flags.Count} flags: {outcome}, {Reason}"));
    }

    void DemandOpen()
    {
        if (DecidedAt is not null) throw new RefusedException(Refusal.Conflict, "Somebody else decided this case already.");
    }
}
