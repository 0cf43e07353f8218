using Community.Events;
using Community.Topics;

namespace Community.Reports;

/// <summary>Whether what a note or an answer says worked.</summary>
public enum ReportOutcome
{
    Worked,

    /// <summary>Worked with a change.</summary>
    Adapted,
    Failed,
}

/// <summary>"Worked here": one person says what came of doing what a note or an answer says. It is never changed; the person's newest one counts, and the earlier ones stay.</summary>
public sealed class Report : Entity
{
    public const int MaxLineLength = 300;
    public const int MaxPlaceLength = 100;

    /// <summary>Where the day begins first, it is so far ahead of UTC.</summary>
    static readonly TimeSpan EarliestZone = TimeSpan.FromHours(14);

    Report()
    {
    }

    /// <param name="place">A place or a unit, in the reporter's words; may be empty.</param>
    /// <param name="line">What happened, on one line; may be empty where it just worked.</param>
    /// <exception cref="RefusedException">The post takes no reports, the day is to come, or line or place cannot be taken.</exception>
    public Report(Post post, long personId, ReportOutcome outcome, string? place, DateOnly day, string? line, DateTime now)
    {
        if (!Takes(post)) throw new RefusedException(Refusal.Invalid, "Reports are for practice notes and answers.");
        if (post.Standing != Standing.Published) throw new RefusedException(Refusal.Conflict, "This post is out of sight; it takes no reports.");
        if (!Enum.IsDefined(outcome)) throw new RefusedException(Refusal.Invalid, "Say whether it worked, worked with a change, or did not work.") { Field = nameof(Outcome) };
        if (day > DateOnly.FromDateTime(now + EarliestZone)) throw new RefusedException(Refusal.Invalid, "The day is to come. Report when it has been tried.") { Field = nameof(Day) };

        (Post, PersonId, Outcome, Day, At) = (post, personId, outcome, day, now);
        Place = OneLine.Of(place);
        if (Place.Length > MaxPlaceLength) throw new RefusedException(Refusal.Invalid, "A place has at most {0} characters.", MaxPlaceLength) { Field = nameof(Place) };

        Line = OneLine.Of(line);
        if (Line.Length > MaxLineLength) throw new RefusedException(Refusal.Invalid, "One line of at most {0} characters is enough.", MaxLineLength) { Field = nameof(Line) };
        if (Line.Length == 0 && outcome != ReportOutcome.Worked) throw new RefusedException(Refusal.Invalid, "Say in one line what was different, or what went wrong.") { Field = nameof(Line) };

        Tell(EventKind.Reported, now, personId, post, () => post.TopicId, () => post.Topic.SpaceId);
    }

    public long PostId { get; private set; }

    public Post Post { get; private set; } = null!;

    public long PersonId { get; private set; }

    public ReportOutcome Outcome { get; private set; }

    public string Place { get; private set; } = "";

    /// <summary>When it was tried, as the reporter's calendar had it.</summary>
    public DateOnly Day { get; private set; }

    public string Line { get; private set; } = "";

    /// <summary>When it was said.</summary>
    public DateTime At { get; private set; }

    /// <summary>That it was taken back; null while it stands.</summary>
    public Retraction? Retraction { get; private set; }

    /// <summary>A note's text, and an answer.</summary>
    public static bool Takes(Post post) => post.Part == Part.Answer || post is { Part: Part.Opening, Topic.Kind: TopicKind.Note };

    /// <summary>Takes it back. Needs <see cref="Post"/> with its topic, and <see cref="Retraction"/>, loaded.</summary>
    /// <exception cref="RefusedException">It was taken back already.</exception>
    public void Retract(long actorId, DateTime now)
    {
        if (Retraction is not null) throw new RefusedException(Refusal.Conflict, "This report was taken back already.");

        Retraction = new Retraction(this, actorId, now);
        Tell(EventKind.Unreported, now, actorId, Post, () => Post.TopicId, () => Post.Topic.SpaceId);
    }
}

/// <summary>That a report was taken back: by whoever made it, or by a moderator. The report stays, out of sight.</summary>
public sealed class Retraction
{
    Retraction()
    {
    }

    internal Retraction(Report report, long byId, DateTime now) => (Report, ById, At) = (report, byId, now);

    public long ReportId { get; private set; }

    public Report Report { get; private set; } = null!;

    public long ById { get; private set; }

    public DateTime At { get; private set; }
}
