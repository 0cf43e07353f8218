using Community.Topics;

namespace Community.Glossary;

/// <summary>That a term was taken out of its glossary, and perhaps brought back. The term and its revisions stay.</summary>
public sealed class TermRemoval
{
    TermRemoval()
    {
    }

    internal TermRemoval(Term term, string reason, long actorId, DateTime now)
    {
        Term = term;
        Reason = Reasons.Clean(reason);
        ById = actorId;
        At = now;
    }

    public long Id { get; private set; }

    public long TermId { get; private set; }

    public Term Term { get; private set; } = null!;

    public string Reason { get; private set; } = "";

    public long ById { get; private set; }

    public DateTime At { get; private set; }

    public DateTime? LiftedAt { get; private set; }

    public long? LiftedById { get; private set; }

    internal void Lift(long actorId, DateTime now) => (LiftedById, LiftedAt) = (actorId, now);
}
