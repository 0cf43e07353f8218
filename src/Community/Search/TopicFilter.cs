using Community.Notes.Care;
using Community.Topics;

namespace Community.Search;

/// <summary>What a reader may see, what was typed to narrow the search, and what was chosen of the facets. Null and empty mean that there is no limit.</summary>
/// <param name="Spaces">The gate.</param>
sealed record TopicFilter(IReadOnlySet<long> Spaces)
{
    public IReadOnlySet<long>? WantedSpaces { get; init; }

    public IReadOnlySet<long> UnwantedSpaces { get; init; } = new HashSet<long>();

    public IReadOnlySet<TopicKind>? WantedKinds { get; init; }

    public IReadOnlySet<TopicKind> UnwantedKinds { get; init; } = new HashSet<TopicKind>();

    public IReadOnlySet<string>? WantedTags { get; init; }

    public IReadOnlySet<string> UnwantedTags { get; init; } = new HashSet<string>();

    /// <summary>All of these; by <see cref="StateBits"/>.</summary>
    public int WantedStates { get; init; }

    /// <summary>None of these.</summary>
    public int UnwantedStates { get; init; }

    /// <summary>Posts from this tick on, and before that one.</summary>
    public (long From, long Until) Written { get; init; } = (long.MinValue, long.MaxValue);

    /// <summary>Posts by this person alone; 0 for nobody's.</summary>
    public long? By { get; init; }

    /// <summary>No posts by this person.</summary>
    public long? NotBy { get; init; }

    public Choices Chosen { get; init; } = new();

    /// <summary>Whether single posts of a topic may be out.</summary>
    public bool LimitsPosts => By is not null || NotBy is not null || Written != (long.MinValue, long.MaxValue);

    public bool Takes(in SegmentPost post) =>
        post.At >= Written.From && post.At < Written.Until && (By is null || post.AuthorId == By) && (NotBy is null || post.AuthorId != NotBy);

    /// <summary>Those of some documents that it takes.</summary>
    public (int[] Docs, float[] Scores) Taken(SegmentPost[] rows, ReadOnlySpan<int> docs, ReadOnlySpan<float> scores)
    {
        var (taken, theirs) = (new List<int>(), new List<float>());
        for (var i = 0; i < docs.Length; i++)
        {
            if (!Takes(rows[docs[i]])) continue;

            taken.Add(docs[i]);
            theirs.Add(scores[i]);
        }

        return ([.. taken], [.. theirs]);
    }

    /// <summary>One value of each facet.</summary>
    /// <param name="Author">Whose post is the topic's best.</param>
    /// <param name="Year">In which the topic began.</param>
    public sealed record Choices(TopicKind? Kind = null, long? Space = null, string? Tag = null, StateWord? State = null, long? Author = null, int? Year = null);
}

/// <summary>States of a topic as bits, since they overlap.</summary>
static class StateBits
{
    public static readonly IReadOnlyList<StateWord> All = Enum.GetValues<StateWord>();

    public const int Count = 8;

    public static int Of(StateWord state) => 1 << (int)state;

    public static int Of(IEnumerable<StateWord> states) => states.Aggregate(0, (bits, state) => bits | Of(state));

    /// <param name="today">The day, counted from year 1.</param>
    public static int Of(in SegmentPost post, int today)
    {
        var bits = 0;
        if ((post.Flags & PostFlags.Closed) != 0) bits |= Of(StateWord.Closed);
        if ((post.Flags & PostFlags.Answered) != 0) bits |= Of(StateWord.Answered);
        if (bits == 0) bits |= Of(StateWord.Open);
        if (post.Kind == (byte)TopicKind.Question && (post.Flags & (PostFlags.HasAnswers | PostFlags.Closed)) == 0) bits |= Of(StateWord.Unanswered);
        if (post.Kind == (byte)TopicKind.Note) bits |= Of(OfNote(post, today));
        return bits;
    }

    /// <summary>As <see cref="NoteStanding.On"/> says it: a review is due from the beginning of its day.</summary>
    public static StateWord OfNote(in SegmentPost post, int today) =>
        (post.Flags & PostFlags.Outdated) != 0 ? StateWord.Outdated
        : (post.Flags & PostFlags.Disputed) != 0 ? StateWord.Disputed
        : post.Due <= today ? StateWord.Due
        : StateWord.Verified;
}
