using Community.Topics;

namespace Community.Questions.Promise;

/// <summary>By which day a question needs its answer, and why. One counts at a time: a newer one ends the one before.</summary>
public sealed class Need
{
    public const int MaxReasonLength = 200;
    public const int MostDays = 90;

    Need()
    {
    }

    public Need(Topic topic, NeededBy needed, long byId, DateTime now) => (Topic, Day, Reason, ById, At) = (topic, needed.Day, needed.Reason, byId, now);

    public long Id { get; private set; }

    public long TopicId { get; private set; }

    public Topic Topic { get; private set; } = null!;

    /// <summary>A day where the space is; the answer is in time until work ends on it.</summary>
    public DateOnly Day { get; private set; }

    public string Reason { get; private set; } = "";

    public long ById { get; private set; }

    public DateTime At { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public void End(DateTime now) => EndedAt ??= now;
}

/// <summary>A day and a reason, which come together.</summary>
/// <param name="Day">Where the space is.</param>
/// <param name="Reason">At most <see cref="Need.MaxReasonLength"/> characters.</param>
public sealed record NeededBy(DateOnly Day, string Reason)
{
    /// <returns>Null where neither was typed.</returns>
    /// <exception cref="RefusedException">One without the other.</exception>
    public static NeededBy? Of(DateOnly? day, string? reason)
    {
        var clean = (reason ?? "").Trim();
        if (day is null && clean.Length == 0) return null;

        return day is { } needed && clean.Length > 0 ? new NeededBy(needed, clean) : throw new RefusedException(Refusal.Invalid, "Say both by which day it is needed and why, or leave both empty.") { Field = nameof(NeededBy) };
    }

    /// <param name="today">Where the space is.</param>
    /// <exception cref="RefusedException">A day that is over or too far away, or too long a reason.</exception>
    public void Demand(DateOnly today)
    {
        if (Day < today) throw new RefusedException(Refusal.Invalid, "That day is over. Say a day from today on by which the answer is needed.") { Field = nameof(NeededBy) };
        if (Day > today.AddDays(Need.MostDays)) throw new RefusedException(Refusal.Invalid, "Say a day within the next {0} days by which the answer is needed, or leave it empty until then.", Need.MostDays) { Field = nameof(NeededBy) };
        if (Reason.Length > Need.MaxReasonLength) throw new RefusedException(Refusal.Invalid, "Say in at most {0} characters why it is needed by then.", Need.MaxReasonLength) { Field = nameof(NeededBy) };
    }
}
