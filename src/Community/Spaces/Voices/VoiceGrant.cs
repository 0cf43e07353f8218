using Community.Events;
using Community.Governance;
using Community.People;

namespace Community.Spaces.Voices;

/// <summary>That somebody may speak for a unit or the whole institution: where, until when, and whether a second person looks first.</summary>
public sealed class VoiceGrant : Entity
{
    public const int MaxWhyLength = 300;

    /// <summary>Nobody speaks for others without somebody having thought about it lately.</summary>
    public const int MostDays = 731;

    VoiceGrant()
    {
    }

    /// <param name="spaceId">Null for every space.</param>
    /// <param name="until">The first moment at which it holds no longer.</param>
    /// <exception cref="RefusedException">The end is past or too far away, or there is no reason.</exception>
    public VoiceGrant(Mask mask, long? spaceId, DateTime until, bool needsSecond, string? why, long? byId, DateTime now)
    {
        if (until <= now || until > now.AddDays(MostDays)) throw new RefusedException(Refusal.Invalid, "Say until when: a day to come, at most two years away.") { Field = nameof(Until) };

        (Mask, PersonId, Voice, UnitId, SpaceId, Until, NeedsSecond, ById, At) = (mask, mask.PersonId, mask.Voice, mask.UnitId, spaceId, until, needsSecond, byId, now);
        Why = (why ?? "").Trim();
        if (Why.Length is 0 or > MaxWhyLength) throw new RefusedException(Refusal.Invalid, "Say why, in at most {0} characters.", MaxWhyLength) { Field = nameof(Why) };

        TellOf(EventKind.VoiceChanged, now, byId, PersonId, words: () => FormattableString.Invariant($"{Voice} {UnitId} until {Until:yyyy-MM-dd}: {Why}"));
    }

    public long PersonId { get; private set; }

    /// <summary>Under which name it is said.</summary>
    public long MaskId { get; private set; }

    public Mask Mask { get; private set; } = null!;

    /// <summary>Unit or Institution.</summary>
    public Voice Voice { get; private set; }

    public long? UnitId { get; private set; }

    /// <summary>Where; null in every space.</summary>
    public long? SpaceId { get; private set; }

    public DateTime Until { get; private set; }

    /// <summary>Somebody else who has this voice, or keeps the space, releases what is said with it.</summary>
    public bool NeedsSecond { get; private set; }

    public string Why { get; private set; } = "";

    /// <summary>Null for the program itself.</summary>
    public long? ById { get; private set; }

    public DateTime At { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public long? EndedById { get; private set; }

    public bool HoldsOn(DateTime now) => EndedAt is null && now < Until;

    /// <exception cref="RefusedException">It has ended already.</exception>
    public void End(long? byId, DateTime now)
    {
        if (!HoldsOn(now)) throw new RefusedException(Refusal.Conflict, "This grant has ended already.");

        (EndedAt, EndedById) = (now, byId);
        TellOf(EventKind.VoiceChanged, now, byId, PersonId, words: () => $"{Voice} ended");
    }
}
