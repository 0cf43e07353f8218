using Community.Topics;

namespace Community.Trials;

/// <summary>What a trial is about, as it may be stored.</summary>
/// <param name="PersonIds">Who tries it, beside the owner.</param>
/// <param name="TopicId">The topic that it belongs to; null for none.</param>
public sealed record TrialText(string Title, string What, string Place, string Measure, DateOnly StartsOn, DateOnly EndsOn, IReadOnlyList<long> PersonIds, long? TopicId)
{
    public const int MaxWhatLength = 2_000;
    public const int MaxPlaceLength = 100;
    public const int MaxMeasureLength = 300;
    public const int MaxPeople = 30;

    internal IEnumerable<(string Field, string? Words)> Fields => [(nameof(Title), Title), (nameof(What), What), (nameof(Place), Place), (nameof(Measure), Measure)];

    /// <param name="starts">The first day; null for today.</param>
    /// <exception cref="RefusedException">A field is missing, too long, or the days do not fit each other.</exception>
    public static TrialText Of(string? title, string? what, string? place, string? measure, DateOnly? starts, DateOnly? ends, DateOnly today, IReadOnlyList<long> personIds, long? topicId)
    {
        var clean = OneLine.Of(title);
        if (clean.Length is 0 or > Topic.MaxTitleLength) throw new RefusedException(Refusal.Invalid, "Say in 1 to {0} characters what is tried.", Topic.MaxTitleLength) { Field = nameof(Title) };

        var (first, text) = (starts ?? today, (what ?? "").Trim());
        if (text.Length > MaxWhatLength) throw new RefusedException(Refusal.Invalid, "At most {0} characters fit here; the rest belongs into a thread.", MaxWhatLength) { Field = nameof(What) };
        if (OneLine.Of(place) is { Length: > MaxPlaceLength }) throw new RefusedException(Refusal.Invalid, "A place has at most {0} characters.", MaxPlaceLength) { Field = nameof(Place) };
        if (OneLine.Of(measure) is { Length: > MaxMeasureLength }) throw new RefusedException(Refusal.Invalid, "One line of at most {0} characters is enough.", MaxMeasureLength) { Field = nameof(Measure) };
        if (ends is not { } last) throw new RefusedException(Refusal.Invalid, "A trial has an end. Name its last day.") { Field = nameof(EndsOn) };
        if (last < first) throw new RefusedException(Refusal.Invalid, "The last day does not come before the first.") { Field = nameof(EndsOn) };
        if (last.DayNumber - first.DayNumber > Trial.MaxDays) throw new RefusedException(Refusal.Invalid, "A trial lasts {0} days at most. Begin with less, and try again.", Trial.MaxDays) { Field = nameof(EndsOn) };
        if (personIds.Count > MaxPeople) throw new RefusedException(Refusal.Invalid, "At most {0} people fit here.", MaxPeople) { Field = "People" };

        return new TrialText(clean, text, OneLine.Of(place), OneLine.Of(measure), first, last, personIds, topicId);
    }
}
