namespace Community.Web.Answers;

/// <summary>That an answer also worked for somebody, as it lies in the database, the same for every reader.</summary>
/// <param name="IsNameless">The person took the own name off in this topic.</param>
public sealed record MarkFact(long PostId, long PersonId, bool IsNameless);
