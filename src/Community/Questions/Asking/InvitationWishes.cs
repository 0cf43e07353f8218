namespace Community.Questions.Asking;

/// <summary>How often, and when, somebody wants to be asked. Who has no row has the defaults.</summary>
public sealed class InvitationWishes
{
    public const int DefaultMostOpen = 2;
    public const int MostOpenOfAll = 10;

    /// <summary>A pause ends by itself.</summary>
    public const int MostPausedDays = 92;
    const int MinutesADay = 24 * 60;

    InvitationWishes()
    {
    }

    public InvitationWishes(long personId) => PersonId = personId;

    public static InvitationWishes Default { get; } = new(0);

    public long PersonId { get; private set; }

    /// <summary>So many invitations may be open at a time; with 0 nobody is asked but by themselves.</summary>
    public int MostOpen { get; private set; } = DefaultMostOpen;

    /// <summary>Until when no invitation comes.</summary>
    public DateTime? PausedUntil { get; private set; }

    /// <summary>Quiet hours, in minutes from midnight where the person is; over midnight where the end is the smaller one. Null without any.</summary>
    public int? QuietFrom { get; private set; }

    public int? QuietUntil { get; private set; }

    /// <exception cref="RefusedException">A limit or an hour that cannot be.</exception>
    public void Set(int mostOpen, int? quietFrom, int? quietUntil)
    {
        if (mostOpen is < 0 or > MostOpenOfAll) throw new RefusedException(Refusal.Invalid, "Between none and {0} invitations can be open at a time.", MostOpenOfAll) { Field = nameof(MostOpen) };
        if (quietFrom is null != quietUntil is null || quietFrom == quietUntil && quietFrom is not null || quietFrom is < 0 or >= MinutesADay || quietUntil is < 0 or >= MinutesADay)
            throw new RefusedException(Refusal.Invalid, "Quiet hours need a beginning and another end, for example from 17:30 to 08:30; or neither.") { Field = nameof(QuietFrom) };

        (MostOpen, QuietFrom, QuietUntil) = (mostOpen, quietFrom, quietUntil);
    }

    /// <param name="until">Null ends the pause.</param>
    /// <exception cref="RefusedException">Longer than a pause may be.</exception>
    public void Pause(DateTime? until, DateTime now)
    {
        if (until > now.AddDays(MostPausedDays)) throw new RefusedException(Refusal.Invalid, "A pause ends within {0} days. To be asked no more, allow no open invitation.", MostPausedDays) { Field = nameof(PausedUntil) };
        PausedUntil = until > now ? until : null;
    }

    public bool IsPaused(DateTime now) => PausedUntil > now;

    /// <summary>When the quiet hours end that are on; null when none are.</summary>
    public DateTime? QuietEnd(DateTime now, TimeZoneInfo zone)
    {
        if (!IsQuiet(now, zone) || QuietUntil is not { } until) return null;

        var local = TimeZoneInfo.ConvertTimeFromUtc(now, zone);
        var end = local.Date.AddMinutes(until);
        return LocalTime.ToUtc(end <= local ? end.AddDays(1) : end, zone);
    }

    /// <param name="zone">Where the person is.</param>
    public bool IsQuiet(DateTime now, TimeZoneInfo zone)
    {
        if (QuietFrom is not { } from || QuietUntil is not { } until) return false;

        var minute = (int)TimeZoneInfo.ConvertTimeFromUtc(now, zone).TimeOfDay.TotalMinutes;
        return from < until ? from <= minute && minute < until : minute >= from || minute < until;
    }
}
