using Community.Events;

namespace Community.Trials;

/// <summary>Something tried out: what, where, who and until when. On its last day it is to be decided what becomes of it, and why.</summary>
public sealed class Trial : Entity
{
    /// <summary>Nothing is tried for longer: it would be how work is done.</summary>
    public const int MaxDays = 366;

    Trial()
    {
    }

    /// <exception cref="RefusedException">A field cannot be taken.</exception>
    public Trial(long spaceId, TrialText text, long ownerId, DateTime now)
    {
        (SpaceId, CreatedAt) = (spaceId, now);
        Take(text, ownerId);
        TellChanged(ownerId, now);
    }

    public long SpaceId { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>What is done otherwise; plain text, may be empty.</summary>
    public string What { get; private set; } = "";

    public string Place { get; private set; } = "";

    /// <summary>By what one sees that it has worked; may be empty.</summary>
    public string Measure { get; private set; } = "";

    /// <summary>All of it as it is looked up.</summary>
    public string TextFolded { get; private set; } = "";

    public DateOnly StartsOn { get; private set; }

    /// <summary>The last day; on it, it is to be decided.</summary>
    public DateOnly EndsOn { get; private set; }

    /// <summary>Who is asked what becomes of it.</summary>
    public long OwnerId { get; private set; }

    /// <summary>The thread, question or note that it belongs to; null for none.</summary>
    public long? TopicId { get; private set; }

    public DateTime CreatedAt { get; private set; }

    /// <summary>Who tries it, the owner among them.</summary>
    public List<Trier> Triers { get; } = [];

    public List<Observation> Observations { get; } = [];

    /// <summary>At most one of them stands.</summary>
    public List<Decision> Decisions { get; } = [];

    /// <summary>Needs <see cref="Decisions"/> loaded.</summary>
    public Decision? Decided => Decisions.Find(decision => decision.RevokedAt is null);

    /// <summary>Changes it. Needs <see cref="Triers"/> and <see cref="Decisions"/> loaded.</summary>
    /// <exception cref="RefusedException">A field cannot be taken.</exception>
    public void Revise(TrialText text, long ownerId, long actorId, DateTime now)
    {
        Take(text, ownerId);
        TellChanged(actorId, now);
    }

    /// <summary>Adds to its log.</summary>
    /// <exception cref="RefusedException">It is decided, or the line cannot be taken.</exception>
    public Observation Observe(Seen seen, string? line, DateOnly day, long authorId, DateTime now)
    {
        if (Decided is not null) throw new RefusedException(Refusal.Conflict, "This trial is decided; its log is closed.");

        var observation = new Observation(this, seen, line, day, authorId, now);
        Observations.Add(observation);
        TellChanged(authorId, now);
        return observation;
    }

    public void TakeBack(Observation observation, long actorId, DateTime now)
    {
        observation.TakeBack(actorId, now);
        TellChanged(actorId, now);
    }

    /// <exception cref="RefusedException">It is decided already, or there is no reason.</exception>
    public void Decide(TrialOutcome outcome, string? reason, long actorId, DateTime now)
    {
        if (Decided is not null) throw new RefusedException(Refusal.Conflict, "It is decided already what becomes of this trial.");

        Decisions.Add(new Decision(this, outcome, reason, actorId, now));
        TellChanged(actorId, now);
    }

    /// <summary>Says which note has it now, and in which revision.</summary>
    /// <exception cref="RefusedException">It was not adopted or adapted.</exception>
    public void BecomeNote(long noteId, int revisionNumber, long actorId, DateTime now)
    {
        if (Decided is not { Outcome: not TrialOutcome.Abandoned } decision) throw new RefusedException(Refusal.Conflict, "Only what was adopted or adapted becomes part of a note.");

        decision.BecomeNote(noteId, revisionNumber);
        TellChanged(actorId, now);
    }

    /// <summary>It is not decided any more; what was decided stays on record.</summary>
    public void Reopen(long actorId, DateTime now)
    {
        if (Decided is not { } decision) throw new RefusedException(Refusal.Conflict, "Nothing is decided about this trial.");

        decision.Revoke(actorId, now);
        TellChanged(actorId, now);
    }

    /// <summary>The owner is to be told that it is undecided.</summary>
    internal void TellDue(DateTime now) => Tell(EventKind.TrialDue, now, null, spaceId: () => SpaceId);

    void Take(TrialText text, long ownerId)
    {
        (Title, What, Place, Measure, StartsOn, EndsOn, TopicId, OwnerId) = (text.Title, text.What, text.Place, text.Measure, text.StartsOn, text.EndsOn, text.TopicId, ownerId);
        TextFolded = Folded.Of($"{Title} {What} {Place} {Measure}");
        var triers = text.PersonIds.Append(ownerId).Distinct().ToList();
        Triers.RemoveAll(trier => !triers.Contains(trier.PersonId));
        Triers.AddRange(triers.Where(id => Triers.All(trier => trier.PersonId != id)).Select(id => new Trier(this, id)));
    }

    // Without the topic: who reads that need not read the space of the trial.
    void TellChanged(long actorId, DateTime now) => Tell(EventKind.TrialChanged, now, actorId, spaceId: () => SpaceId);
}
