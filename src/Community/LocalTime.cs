namespace Community;

/// <summary>Times on the clock of a place.</summary>
public static class LocalTime
{
    /// <summary>When a clock there shows it; of one that a change of clocks leaves out, when they go on.</summary>
    public static DateTime ToUtc(DateTime local, TimeZoneInfo zone)
    {
        while (zone.IsInvalidTime(local)) local = local.AddMinutes(1);
        return TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), zone);
    }
}
