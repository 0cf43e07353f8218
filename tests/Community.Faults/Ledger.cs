using System.Collections.Concurrent;

namespace Community.Faults;

/// <summary>A post as its writer knows it. Its body is unlike any other.</summary>
/// <param name="Key">The hidden key of the form it was typed into.</param>
public sealed record Sent(string Key, string Body);

/// <summary>What the writers were told: the other side of the account that the database must agree with.</summary>
public sealed class Ledger
{
    readonly ConcurrentDictionary<string, long> acknowledged = new();
    int resent, answeredDifferently;

    public IReadOnlyDictionary<string, long> Acknowledged => acknowledged.AsReadOnly();

    /// <summary>How many had no answer and were sent again.</summary>
    public int Resent => resent;

    /// <summary>How often the same post was acknowledged as two.</summary>
    public int AnsweredDifferently => answeredDifferently;

    public void Acknowledge(Sent post, long postId)
    {
        if (acknowledged.GetOrAdd(post.Body, postId) != postId) Interlocked.Increment(ref answeredDifferently);
    }

    public void SentAgain() => Interlocked.Increment(ref resent);
}
