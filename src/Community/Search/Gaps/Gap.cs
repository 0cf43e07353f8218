using Community.Events;

namespace Community.Search.Gaps;

/// <summary>
/// Something that staff search for and do not find: the same words however they are typed. It is made of <see cref="Asked.AskedSearch"/>es alone, of words that people typed and of whether they opened
/// anything, and never looks at what is written; so it can tell nobody of a post. Who searched is not known.
/// </summary>
public sealed class Gap : Entity
{
    Gap()
    {
    }

    public Gap(string group) => Group = group;

    public string Group { get; private set; } = "";

    /// <summary>How it is typed most.</summary>
    public string Words { get; private set; } = "";

    public GapState State { get; private set; }

    /// <summary>Times it was searched for, each by another person or on another day; since it was done, if it was.</summary>
    public int Searches { get; private set; }

    /// <summary>Of these, how often nothing was opened.</summary>
    public int Missed { get; private set; }

    /// <summary>Often enough missed to be shown, and in more than half of its searches.</summary>
    public bool IsMissed { get; private set; }

    public DateTime LastDay { get; private set; }

    /// <summary>What was before is not counted: it was done then.</summary>
    public DateTime? CountedFrom { get; private set; }

    public List<GapClaim> Claims { get; } = [];

    public List<GapDismissal> Dismissals { get; } = [];

    public GapClaim? Claimed => Claims.Find(claim => claim.EndedAt is null);

    /// <summary>New figures. One that was done is open again when it is missed anew.</summary>
    internal void Count(GapFigures figures, GapRules rules)
    {
        (Words, Searches, Missed, LastDay) = (figures.Words, figures.Searches, figures.Missed, figures.LastDay);
        IsMissed = Missed >= rules.FewestSearches && Missed * 2 > Searches;
        if (State == GapState.Done && IsMissed) State = GapState.Open;
    }

    /// <exception cref="RefusedException">It is not open.</exception>
    public void Claim(long personId, DateTime now)
    {
        if (State == GapState.Claimed) throw new RefusedException(Refusal.Conflict, "Somebody has taken this up already.");
        if (State != GapState.Open) throw new RefusedException(Refusal.Conflict, "This gap is not open any more.");

        Claims.Add(new GapClaim(personId, now));
        Become(GapState.Claimed, personId, now);
    }

    /// <summary>Open again.</summary>
    public void GiveBack(long actorId, DateTime now) => End(GapEnding.GivenBack, null, GapState.Open, actorId, now);

    /// <param name="topicId">Where it is written now.</param>
    public void Finish(long topicId, long actorId, DateTime now)
    {
        End(GapEnding.Written, topicId, GapState.Done, actorId, now);
        CountedFrom = now.Date.AddDays(1);
    }

    /// <summary>The same words find now what is opened.</summary>
    internal void CloseAsFound(DateTime now)
    {
        End(GapEnding.Found, null, GapState.Done, null, now);
        CountedFrom = now.Date.AddDays(1);
    }

    /// <exception cref="RefusedException">No reason, or it is dismissed already.</exception>
    public void Dismiss(string reason, long actorId, DateTime now)
    {
        if (State == GapState.Dismissed) throw new RefusedException(Refusal.Conflict, "This gap is out of sight already.");

        Dismissals.Add(new GapDismissal(reason, actorId, now));
        Claimed?.End(GapEnding.GivenBack, null, now);
        Become(GapState.Dismissed, actorId, now);
    }

    public void Restore(long actorId, DateTime now)
    {
        if (State != GapState.Dismissed) throw new RefusedException(Refusal.Conflict, "This gap is in sight already.");

        Dismissals.Find(dismissal => dismissal.RestoredAt is null)?.Restore(actorId, now);
        Become(GapState.Open, actorId, now);
    }

    void End(GapEnding ending, long? topicId, GapState then, long? actorId, DateTime now)
    {
        if (Claimed is not { } claim) throw new RefusedException(Refusal.Conflict, "Nobody has taken this up.");

        claim.End(ending, topicId, now);
        Become(then, actorId, now);
    }

    void Become(GapState state, long? actorId, DateTime now)
    {
        State = state;
        Tell(EventKind.GapChanged, now, actorId);
    }
}

/// <summary>What the searches of a gap add up to.</summary>
sealed record GapFigures(string Words, int Searches, int Missed, DateTime LastDay);
