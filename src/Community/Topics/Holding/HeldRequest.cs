using System.Text.Json;
using System.Text.Json.Serialization;

namespace Community.Topics.Holding;

/// <summary>What somebody asked for whose text waits. What it needs besides belongs to the area that carries it out (<see cref="ICarryOut"/>).</summary>
[JsonDerivedType(typeof(HeldPost), "post")]
[JsonDerivedType(typeof(HeldTopic), "topic")]
[JsonDerivedType(typeof(HeldEdit), "edit")]
public abstract record HeldRequest
{
    /// <summary>The text as typed.</summary>
    public required string Body { get; init; }

    /// <summary>Of the topic; empty where it has one already.</summary>
    public string Title { get; init; } = "";

    /// <summary>It is said in a question that its author asked without a name: who decides does not see it either.</summary>
    public bool IsMasked { get; init; }

    /// <summary>Null for a new topic.</summary>
    [JsonIgnore]
    public abstract long? InTopic { get; }

    public string ToJson() => JsonSerializer.Serialize(this);

    public static HeldRequest OfJson(string json) => JsonSerializer.Deserialize<HeldRequest>(json)!;
}

/// <summary>A reply, answer or comment.</summary>
public sealed record HeldPost(long TopicId, Part Part, long? ParentId) : HeldRequest
{
    public override long? InTopic => TopicId;
}

/// <summary>A new topic.</summary>
/// <param name="More">What a question brings besides, as its area stores it; null for none.</param>
public sealed record HeldTopic(string Space, TopicKind Kind, IReadOnlyList<string> Tags, string? More = null) : HeldRequest
{
    public override long? InTopic => null;
}

/// <summary>A new revision.</summary>
/// <param name="NewTitle">Null leaves it.</param>
/// <param name="Tags">Null leaves them.</param>
/// <param name="OfNote">It is the text of a practice note.</param>
public sealed record HeldEdit(long TopicId, long PostId, string? Summary, int? BasedOn, string? NewTitle, IReadOnlyList<string>? Tags, bool IsMinor, bool OfNote) : HeldRequest
{
    public override long? InTopic => TopicId;
}

/// <summary>Does what was asked for, once it may be seen.</summary>
public interface ICarryOut
{
    bool Takes(HeldRequest request);

    /// <summary>As its author; done twice it is done once.</summary>
    /// <returns>The post that came of it.</returns>
    /// <exception cref="RefusedException">Its author may not do it any more.</exception>
    Task<long> Run(Submission submission, HeldRequest request, CancellationToken stop);
}
