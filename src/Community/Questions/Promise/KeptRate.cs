using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Questions.Promise;

/// <summary>How a space kept its promise in the last ninety days.</summary>
/// <param name="Kept">Answered in time.</param>
/// <param name="Broken">Answered late, or late and not answered at all, closed or not.</param>
/// <param name="Ended">Closed or taken back in time, without an answer; neither kept nor broken.</param>
public sealed record KeptRate(int Kept, int Broken, int Ended)
{
    public const int Days = 90;

    public int Of => Kept + Broken;
}

/// <summary>Counts clocks.</summary>
public static class KeptRates
{
    extension(CommunityContext db)
    {
        public async Task<KeptRate> KeptRateOf(long spaceId, DateTime now, CancellationToken stop = default)
        {
            var since = now.AddDays(-KeptRate.Days);
            var clocks = await db.QuestionClocks.AsNoTracking().Where(c => c.SpaceId == spaceId && c.StartedAt >= since).Select(c => new { c.DueAt, c.AnsweredAt, c.EndedAt }).ToListAsync(stop);
            var kept = clocks.Count(c => c.AnsweredAt <= c.DueAt);
            var ended = clocks.Count(c => c.AnsweredAt is null && c.EndedAt <= c.DueAt);
            var broken = clocks.Count(c => c.AnsweredAt > c.DueAt || c.AnsweredAt is null && (c.EndedAt > c.DueAt || c.EndedAt is null && c.DueAt < now));
            return new KeptRate(kept, broken, ended);
        }
    }
}
