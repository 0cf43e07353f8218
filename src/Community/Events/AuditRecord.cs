using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Community.Events;

/// <summary>One act of governance on record. Rows are only ever added; each one's hash covers its content and the hash before it, so that none can be changed, taken out or put elsewhere unnoticed.</summary>
public sealed class AuditRecord
{
    public const int MaxWordsLength = 4_000;

    /// <summary>What stands before the first record.</summary>
    public static readonly string Beginning = new('0', 64);

    AuditRecord()
    {
    }

    internal AuditRecord(long id, string previous, EventKind kind, long subjectId, long? topicId, long? spaceId, long? actorId, DateTime at, string words)
    {
        (Id, Kind, SubjectId, TopicId, SpaceId, ActorId, At) = (id, kind, subjectId, topicId, spaceId, actorId, at);
        Words = words.Length > MaxWordsLength ? words[..MaxWordsLength] : words;
        Hash = HashAfter(previous);
    }

    /// <summary>From 1, without a gap.</summary>
    public long Id { get; private set; }

    public EventKind Kind { get; private set; }

    public long SubjectId { get; private set; }

    public long? TopicId { get; private set; }

    public long? SpaceId { get; private set; }

    /// <summary>Null for the program itself and its commands.</summary>
    public long? ActorId { get; private set; }

    /// <summary>UTC, whole milliseconds.</summary>
    public DateTime At { get; private set; }

    /// <summary>What the act says of itself: from which role to which, under which rule and why. Never the text of a post.</summary>
    public string Words { get; private set; } = "";

    /// <summary>SHA-256, 64 small hexadecimal digits.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>What its hash is to be behind the record before.</summary>
    public string HashAfter(string previous) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(previous + "\n" + Content())));

    /// <summary>All of it but the hash, in one order and one spelling.</summary>
    string Content() => JsonSerializer.Serialize(new object?[] { Id, Kind.ToString(), SubjectId, TopicId, SpaceId, ActorId, At.Ticks / TimeSpan.TicksPerMillisecond, Words });
}
