namespace Community.Web.Api;

/// <summary>Words that rows are looked up by.</summary>
static class Clean
{
    /// <summary>Null for nothing. PostgreSQL takes no U+0000.</summary>
    public static string? Of(string? word) => string.IsNullOrWhiteSpace(word) ? null : word.Trim().Replace('\0', '\uFFFD');
}
