namespace Community;

/// <summary>Text that is to stand on one line.</summary>
static class OneLine
{
    /// <summary>Without line ends and other runs of white space.</summary>
    public static string Of(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
