using System.ComponentModel.DataAnnotations;
using Community.Governance;
using Community.Topics;
using Community.Topics.Voices;

namespace Community.Web.Api;

/// <summary>A topic to be started.</summary>
/// <param name="Space">The slug of the space.</param>
/// <param name="Title">1 to 200 characters.</param>
/// <param name="Body">Markdown, 1 to 65,536 characters.</param>
/// <param name="Tags">At most 8 subjects.</param>
/// <param name="Masked">Of a question, in a space that takes such: without your name.</param>
/// <param name="NeededBy">Of a question: the day by which it needs an answer, within 90 days; it comes with a reason.</param>
/// <param name="NeedReason">Why it is needed by then, at most 200 characters.</param>
public sealed record NewTopic(string Space, string Title, string Body, IReadOnlyList<string>? Tags = null, bool? Masked = null, DateOnly? NeededBy = null, string? NeedReason = null) : Spoken
{
    TopicKind? kind;

    [Required]
    public TopicKind Kind { get => Missing.Demand(kind, nameof(Kind)); init => kind = value; }
}

/// <summary>In whose name something is said. A text that people would be asked about waits for somebody to look instead: 202.</summary>
public abstract record Spoken
{
    /// <summary>personal, unit or institution; a unit's and the institution's need a grant.</summary>
    public Voice? Voice { get; init; }

    /// <summary>Of a unit's voice.</summary>
    public long? UnitId { get; init; }

    /// <summary>Speaking for others is meant; without it 422.</summary>
    public bool? Sure { get; init; }

    /// <summary>What interest its author declares in the matter, at most 200 characters.</summary>
    public string? Interest { get; init; }

    /// <summary>Why what the site looks for in texts may stand all the same.</summary>
    public string? Justification { get; init; }

    internal Speech Speech => new(Voice ?? Governance.Voice.Personal, UnitId) { IsSure = Sure == true, Interest = Interest, Justification = Justification, IsByProgram = true };

    /// <summary>What makes it another request than the same text in the own voice.</summary>
    internal IEnumerable<string?> SpeechParts => this is { Voice: null, Interest: null, Justification: null } ? [] : [$"{Voice} {UnitId} {Sure}", Interest, Justification];
}

/// <summary>A post to be added to a topic.</summary>
/// <param name="Body">Markdown, 1 to 65,536 characters.</param>
/// <param name="ParentId">What it stands under; without it the opening.</param>
public sealed record NewPost(string Body, long? ParentId = null) : Spoken
{
    Part? role;

    /// <summary>A thread takes replies and comments, a question answers and comments, a note comments.</summary>
    [Required]
    public Part Role { get => Missing.Demand(role, nameof(Role)); init => role = value; }
}

/// <summary>A post's new text.</summary>
/// <param name="Body">Markdown, 1 to 65,536 characters.</param>
/// <param name="Summary">What was changed and why, at most 300 characters.</param>
/// <param name="BaseRevision">The revision that the text began from; without it the newest is replaced, whatever it is.</param>
public sealed record NewText(string Body, string? Summary = null, int? BaseRevision = null);

/// <summary>A vote: 1, 0 or -1.</summary>
public sealed record NewVote
{
    int? value;

    [Required, Range(-1, 1)]
    public int Value { get => Missing.Demand(value, nameof(Value)); init => this.value = value; }
}

/// <summary>Which answer helped.</summary>
public sealed record NewAcceptance
{
    bool isGiven;
    long? postId;

    /// <summary>Null for none.</summary>
    [Required]
    public long? PostId
    {
        get => isGiven ? postId : throw Missing.Field(nameof(PostId));
        init => (postId, isGiven) = (value, true);
    }
}
