namespace Community.Web.Topics;

/// <summary>What every form that somebody composes in brings along, hidden.</summary>
public abstract record Composed
{
    /// <summary>Random, made with the form: the same text under the same key is the same post.</summary>
    public string? Key { get; init; }

    /// <summary>The version of the draft that the form shows; empty when there was none.</summary>
    public long? DraftVersion { get; init; }
}
