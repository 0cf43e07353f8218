using Community.People;

namespace Community.Notifications.Mailing;

/// <summary>How soon something is mailed.</summary>
public enum MailPace
{
    AtOnce,
    Daily,
    Weekly,
    Never,
}

/// <summary>What is mailed at one pace.</summary>
public enum MailGroup
{
    /// <summary>Somebody speaks to the person, or waits for them.</summary>
    ToYou,

    /// <summary>What becomes of notes, posts and trials in the person's hands.</summary>
    Kept,

    /// <summary>What is new in what the person watches or follows, and what saved searches find.</summary>
    Followed,

    /// <summary>What was started in the spaces that the person has joined.</summary>
    Spaces,
}

/// <summary>What somebody wants by mail, and when. Who has no row has the defaults.</summary>
public sealed class MailWishes
{
    const int MinutesADay = 24 * 60;

    MailWishes()
    {
    }

    public MailWishes(long personId)
    {
        PersonId = personId;
        OffSecret = Secret.New();
    }

    public long PersonId { get; private set; }

    public MailPace ToYou { get; private set; } = MailPace.AtOnce;

    public MailPace Kept { get; private set; } = MailPace.Daily;

    public MailPace Followed { get; private set; } = MailPace.Daily;

    public MailPace Spaces { get; private set; } = MailPace.Weekly;

    /// <summary>When the digest is made, in minutes from midnight where the person is. On days on which the institution works.</summary>
    public int DigestMinute { get; private set; } = 8 * 60 + 45;

    /// <summary>The day of what comes weekly.</summary>
    public DayOfWeek DigestDay { get; private set; } = DayOfWeek.Monday;

    /// <summary>Whoever has it may switch mails off, and nothing else: it stands in their foot.</summary>
    public string OffSecret { get; private set; } = "";

    /// <summary>When the next digest is due; null before the first was planned.</summary>
    public DateTime? NextDigestAt { get; private set; }

    /// <summary>When the last one went out that had the weekly part.</summary>
    public DateTime? WeeklyAt { get; private set; }

    /// <summary>Since when nothing is sent any more, because letters came back; null while they arrive.</summary>
    public DateTime? CameBackAt { get; private set; }

    /// <summary>What the other server said.</summary>
    public string? CameBackSays { get; private set; }

    public MailPace Pace(MailGroup group) => group switch { MailGroup.ToYou => ToYou, MailGroup.Kept => Kept, MailGroup.Followed => Followed, _ => Spaces };

    public void Choose(MailGroup group, MailPace pace)
    {
        if (!Enum.IsDefined(pace) || group == MailGroup.Spaces && pace == MailPace.AtOnce) throw new RefusedException(Refusal.Invalid, "Choose one of the paces offered.") { Field = group.ToString() };

        switch (group)
        {
            case MailGroup.ToYou: ToYou = pace; break;
            case MailGroup.Kept: Kept = pace; break;
            case MailGroup.Followed: Followed = pace; break;
            default: Spaces = pace; break;
        }
    }

    /// <exception cref="RefusedException">No time of day, or no day.</exception>
    public void Time(int minute, DayOfWeek day)
    {
        if (minute is < 0 or >= MinutesADay) throw new RefusedException(Refusal.Invalid, "Choose a time of day, for example 08:45.") { Field = nameof(DigestMinute) };
        if (!Enum.IsDefined(day)) throw new RefusedException(Refusal.Invalid, "Choose a day of the week.") { Field = nameof(DigestDay) };
        (DigestMinute, DigestDay) = (minute, day);
    }

    public bool WantsDigest => Enum.GetValues<MailGroup>().Any(group => Pace(group) is MailPace.Daily or MailPace.Weekly);

    /// <summary>Whether a digest of this day has the weekly part: its day is here or was left out by holidays.</summary>
    public bool IsWeekly(DateTime now, TimeZoneInfo zone)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(now, zone));
        var day = today.AddDays(-(((int)today.DayOfWeek - (int)DigestDay + 7) % 7));
        return WeeklyAt is not { } last ? day == today : DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(last, zone)) < day;
    }

    /// <summary>Plans the next digest: at its time on the next day of work.</summary>
    /// <param name="isFree">Whether nobody works there on a day.</param>
    public void Plan(DateTime now, TimeZoneInfo zone, Func<DateOnly, bool> isFree)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(now, zone));
        for (var days = 0; days < 60; days++, day = day.AddDays(1))
        {
            if (isFree(day)) continue;

            var at = LocalTime.ToUtc(day.ToDateTime(TimeOnly.MinValue).AddMinutes(DigestMinute), zone);
            if (at <= now) continue;

            NextDigestAt = at;
            return;
        }

        NextDigestAt = now.AddDays(60);
    }

    public void CameBack(string says, DateTime now) => (CameBackAt, CameBackSays) = (CameBackAt ?? now, says.Length <= 300 ? says : says[..300]);

    public void TryAgain() => (CameBackAt, CameBackSays) = (null, null);

    public void SentWeekly(DateTime now) => WeeklyAt = now;
}
