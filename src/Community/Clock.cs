namespace Community;

/// <summary>The one way to ask for the time.</summary>
public static class Clock
{
    extension(TimeProvider clock)
    {
        /// <summary>UTC now, whole milliseconds, so that both stores give back exactly what was written.</summary>
        public DateTime Now()
        {
            var now = clock.GetUtcNow().UtcDateTime;
            return new DateTime(now.Ticks - now.Ticks % TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);
        }
    }
}
