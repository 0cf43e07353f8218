namespace Community.Web.Search;

/// <summary>Another spelling of what was typed; <paramref name="IsShown"/> when the page shows what it finds.</summary>
public sealed record Meant(string Text, bool IsShown)
{
    public static Meant? Of(string? text) => text is null ? null : new Meant(text, false);
}
