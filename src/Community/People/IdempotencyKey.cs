namespace Community.People;

/// <summary>What a request with a key did. A person's request with the same key is the same request: it is answered again and not done again.</summary>
public sealed class IdempotencyKey
{
    public const int MaxLength = 200;

    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(48);

    IdempotencyKey()
    {
    }

    public IdempotencyKey(long personId, Once once, int statusCode, DateTime now)
    {
        PersonId = personId;
        Key = once.Key;
        RequestHash = once.RequestHash;
        StatusCode = statusCode;
        At = now;
    }

    public long PersonId { get; private set; }

    public string Key { get; private set; } = "";

    /// <summary>SHA-256 of what was asked for, in hexadecimal.</summary>
    public string RequestHash { get; private set; } = "";

    /// <summary>What was made; the answer is built again from it, through the gate.</summary>
    public long SubjectId { get; private set; }

    public int StatusCode { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }

    internal void Made(long subjectId) => SubjectId = subjectId;
}
