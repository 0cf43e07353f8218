namespace Community.Experts;

/// <summary>Somebody who wrote about what was asked, with the posts that show it.</summary>
/// <param name="Score">The sum of the posts' relevance.</param>
/// <param name="Evidence">The most relevant first, at most <see cref="WhoKnows.MostEvidence"/>.</param>
public sealed record RankedPerson(long Id, string Name, string? Unit, double Score, IReadOnlyList<Evidence> Evidence);

/// <summary>A post that shows what somebody knows.</summary>
/// <param name="Why">In a few plain words, such as <c>answer, accepted</c>.</param>
public sealed record Evidence(long TopicId, long PostId, string Title, string Why, DateTime At);

/// <summary>A post that fits what was asked.</summary>
public sealed record RelevantPost(long PostId, double Score);
