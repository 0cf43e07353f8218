using Community.Events;
using Community.Governance;

namespace Community.Topics.Holding;

/// <summary>What has to be looked at before others see it. Every condition that is set must fit; one that sets none holds everything.</summary>
public sealed class ApprovalRule : Entity
{
    public const int MaxNameLength = 80;
    public const int MaxWhyLength = 500;
    public const int MostHours = 24 * 14;
    public const int MostFirstPosts = 100;

    ApprovalRule()
    {
    }

    /// <exception cref="RefusedException">As of <see cref="Change"/>.</exception>
    public ApprovalRule(ApprovalTerms terms, long? byId, DateTime now)
    {
        (At, ById) = (now, byId);
        Change(terms, byId, now);
    }

    public string Name { get; private set; } = "";

    /// <summary>Authors read it.</summary>
    public string Why { get; private set; } = "";

    public Voice? Voice { get; private set; }

    public long? SpaceId { get; private set; }

    public Tier? Tier { get; private set; }

    /// <summary>As long as the author has fewer posts in sight than this.</summary>
    public int? FirstPosts { get; private set; }

    public bool HasAttachment { get; private set; }

    /// <summary>Openings alone, no replies, answers and comments.</summary>
    public bool OpeningsOnly { get; private set; }

    /// <summary>What is changed in a text that stands already goes back, too.</summary>
    public bool AlsoEdits { get; private set; }

    /// <summary>Within how many hours somebody should have looked; then moderators and administrators are told.</summary>
    public int Hours { get; private set; }

    public DateTime? EndsAt { get; private set; }

    public long? ById { get; private set; }

    public DateTime At { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public bool HoldsOn(DateTime now) => EndedAt is null && (EndsAt is null || now < EndsAt);

    /// <exception cref="RefusedException">A part is missing or cannot be taken.</exception>
    public void Change(ApprovalTerms terms, long? byId, DateTime now)
    {
        (Name, Why) = ((terms.Name ?? "").Trim(), (terms.Why ?? "").Trim());
        (Voice, SpaceId, Tier, FirstPosts, HasAttachment, OpeningsOnly, AlsoEdits, Hours, EndsAt, EndedAt) = (terms.Voice, terms.SpaceId, terms.Tier, terms.FirstPosts, terms.HasAttachment, terms.OpeningsOnly, terms.AlsoEdits, terms.Hours, terms.EndsAt, null);
        if (Name.Length is 0 or > MaxNameLength) throw new RefusedException(Refusal.Invalid, "Give it a name; authors read it.") { Field = nameof(Name) };
        if (Why.Length is 0 or > MaxWhyLength) throw new RefusedException(Refusal.Invalid, "Say why, in at most {0} characters: the author reads it.", MaxWhyLength) { Field = nameof(Why) };
        if (Hours is < 1 or > MostHours) throw new RefusedException(Refusal.Invalid, "Somebody looks within {0} to {1} hours.", 1, MostHours) { Field = nameof(Hours) };
        if (FirstPosts is < 1 or > MostFirstPosts) throw new RefusedException(Refusal.Invalid, "Say how many posts: {0} to {1}, or leave it empty.", 1, MostFirstPosts) { Field = nameof(FirstPosts) };
        if (EndsAt <= now) throw new RefusedException(Refusal.Invalid, "Its end is past already.") { Field = nameof(EndsAt) };

        Tell(EventKind.GuardsChanged, now, byId, words: () => $"approval “{Name}”: {Why}");
    }

    public void End(long? byId, DateTime now)
    {
        if (EndedAt is not null) throw new RefusedException(Refusal.Conflict, "It has ended already.");

        EndedAt = now;
        Tell(EventKind.GuardsChanged, now, byId, words: () => $"approval “{Name}” ended");
    }
}

/// <summary>What a rule is given.</summary>
public sealed record ApprovalTerms(string? Name, string? Why, Voice? Voice, long? SpaceId, Tier? Tier, int? FirstPosts, bool HasAttachment, bool OpeningsOnly, bool AlsoEdits, int Hours, DateTime? EndsAt);

/// <summary>A sentence that whoever decides may begin with.</summary>
public sealed class ReasonTemplate
{
    public const int MaxLength = 500;

    ReasonTemplate()
    {
    }

    /// <exception cref="RefusedException">It is empty or too long.</exception>
    public ReasonTemplate(string? text, long? byId, DateTime now)
    {
        (Text, ById, At) = ((text ?? "").Trim(), byId, now);
        if (Text.Length is 0 or > MaxLength) throw new RefusedException(Refusal.Invalid, "A reason to choose from has 1 to {0} characters.", MaxLength) { Field = nameof(Text) };
    }

    public long Id { get; private set; }

    public string Text { get; private set; } = "";

    public long? ById { get; private set; }

    public DateTime At { get; private set; }
}
