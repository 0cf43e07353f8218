namespace Community.Notes.Combining;

/// <summary>What a steward begins with who merges two notes: the one text, then the other under its title.</summary>
public static class JoinedText
{
    public static string Of(string target, string sourceTitle, string source) => $"{target.TrimEnd()}\n\n## {sourceTitle}\n\n{source.Trim()}\n";
}
