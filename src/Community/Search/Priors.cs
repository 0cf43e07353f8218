using Community.Reports;
using Community.Topics;

namespace Community.Search;

/// <summary>
/// What a post is worth beyond its words: accepted, voted for, worked here, checked, young. Each is bounded, and all together lie between 0.8 and 1.35 (of a comment and of an outdated note less): a clearly better
/// text stays in front.
/// </summary>
sealed class Priors(DateTime now)
{
    const float Accepted = 1.15f;
    const float MostForVotes = 0.1f;
    const int VotesForHalf = 5;
    const float MostForReports = 0.1f;

    /// <summary>So many fresh reports of success make half of what reports can add.</summary>
    const int ReportsForHalf = 2;
    const float Least = 0.8f;
    const float Most = 1.35f;
    const float VerifiedNote = 1.1f;
    const float DoubtfulNote = 0.9f;
    const float OutdatedNote = 0.7f;
    const float LostByAge = 0.1f;
    const int HalfLifeMonths = 36;
    const long TicksAMonth = TimeSpan.TicksPerDay * 30;

    static readonly float[] ByAge = [.. Enumerable.Range(0, 400).Select(months => 1 - LostByAge * (1 - MathF.Pow(0.5f, (float)months / HalfLifeMonths)))];

    readonly long today = now.Date.Ticks;
    readonly DateOnly day = DateOnly.FromDateTime(now);

    public DateTime Now { get; } = now;

    /// <summary>Ages are counted in days, from this one on.</summary>
    public int Day { get; } = DayOf(now);

    public static int DayOf(DateTime at) => (int)(at.Ticks / TimeSpan.TicksPerDay);

    /// <summary>For evidence of what people know, where reports and age are weighed elsewhere: a comment counts less.</summary>
    public static float OfSubject(in SegmentPost post, float score, float reports) => post.Part == (byte)Part.Comment ? score * Ranking.Comment : score;

    public float Weigh(in SegmentPost post, float score, float reports) => score * Worth(post, reports);

    /// <summary>The same for all of a day.</summary>
    /// <param name="reports">What reports of it add up to, whatever the day.</param>
    public float Worth(in SegmentPost post, float reports = 0)
    {
        var worth = Math.Clamp(OfPost(post) * OfReports(reports), Least, Most);
        return post.Part == (byte)Part.Comment ? worth * Ranking.Comment : worth;
    }

    float OfReports(float reports)
    {
        if (reports == 0) return 1;

        var now = (float)ReportWeight.On(day, reports);
        return 1 + MostForReports * now / (Math.Abs(now) + ReportsForHalf);
    }

    float OfPost(in SegmentPost post)
    {
        var worth = 1f;
        if ((post.Flags & PostFlags.IsAccepted) != 0) worth *= Accepted;
        if (post.Score != 0) worth *= 1 + MostForVotes * post.Score / (Math.Abs((int)post.Score) + VotesForHalf);
        if (post.Kind == (byte)TopicKind.Note) return worth * StateBits.OfNote(post, Day) switch { StateWord.Verified => VerifiedNote, StateWord.Outdated => OutdatedNote, _ => DoubtfulNote };

        return worth * ByAge[Math.Clamp((today - post.At) / TicksAMonth, 0, ByAge.Length - 1)];
    }
}
