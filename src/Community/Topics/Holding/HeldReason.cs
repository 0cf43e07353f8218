namespace Community.Topics.Holding;

/// <summary>What makes a text wait.</summary>
public enum HeldKind
{
    /// <summary>Somebody speaks for others, and a second person releases it.</summary>
    Voice,

    /// <summary>A rule of approval.</summary>
    Rule,

    /// <summary>Something that is looked for was found in it.</summary>
    Check,
}

/// <summary>Why a text waits.</summary>
/// <param name="Id">Of the rule; 0 of a voice.</param>
/// <param name="Name">As it was called then.</param>
/// <param name="Why">As it was given then.</param>
public sealed record HeldReason(HeldKind Kind, long Id, string Name, string Why)
{
    public override string ToString() => $"{Kind}|{Id}|{Name.Replace('|', '/')}|{Why.ReplaceLineEndings(" ")}";

    /// <summary>As a submission keeps them.</summary>
    public static IReadOnlyList<HeldReason> Of(string lines) => [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('|', 4))
        .Select(part => new HeldReason(Enum.Parse<HeldKind>(part[0]), long.Parse(part[1], System.Globalization.CultureInfo.InvariantCulture), part[2], part[3]))];
}
