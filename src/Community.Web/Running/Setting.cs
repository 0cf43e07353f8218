namespace Community.Web.Running;

/// <summary>One thing that can be set.</summary>
/// <param name="Key">With colons, as in a file; in the environment a colon is two underscores.</param>
/// <param name="Type">What is written there, in a few words.</param>
/// <param name="Default">What counts when it is not set; null for nothing.</param>
/// <param name="Meaning">One sentence.</param>
/// <param name="Wrong">What is wrong with a value, as the end of a sentence; null when it can be read.</param>
public sealed record Setting(string Key, string Type, string? Default, string Meaning, Func<string, string?> Wrong)
{
    /// <summary>How a value is shown; secrets are not.</summary>
    public Func<string, string> Shown { get; init; } = value => value;

    /// <summary>Whether it can also be written as a list, <c>Key:0</c>, <c>Key:1</c>, ….</summary>
    public bool IsList { get; init; }

    /// <summary>Whether a key of a file or the environment belongs to it.</summary>
    public bool IsAt(string key) => key.Equals(Key, StringComparison.OrdinalIgnoreCase)
        || IsList && key.StartsWith(Key + ":", StringComparison.OrdinalIgnoreCase) && key[(Key.Length + 1)..].All(char.IsAsciiDigit);
}
