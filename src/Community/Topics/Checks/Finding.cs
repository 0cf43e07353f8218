namespace Community.Topics.Checks;

/// <summary>A text as it is looked at before it is posted.</summary>
/// <param name="Title">Empty where it has none of its own.</param>
/// <param name="Files">Names of the attachments that it shows or links.</param>
public sealed record GuardedText(string Body, string Title, IReadOnlyList<string> Files)
{
    /// <summary>Domains of the institution's own mail addresses.</summary>
    public IReadOnlyList<string> OwnDomains { get; init; } = [];
}

/// <summary>Something that was found in it.</summary>
/// <param name="Start">In the text as typed; -1 where it is in the title or the name of a file.</param>
/// <param name="Words">As they stand there.</param>
/// <param name="Mask">What can stand there instead; null where it can only be put in other words.</param>
/// <param name="SpaceId">Where the rule holds; null everywhere.</param>
public sealed record Finding(long RuleId, GuardKind Kind, GuardAct Act, string Name, string Why, string Protected, long? OwnerId, long? SpaceId, int Start, int Length, string Words, string? Mask);

/// <summary>The same in words beside a post.</summary>
/// <param name="Field">Where they were typed.</param>
public sealed record WordsFound(string Field, Finding What);
