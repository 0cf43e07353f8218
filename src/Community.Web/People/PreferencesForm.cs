namespace Community.Web.People;

/// <summary>How somebody likes pages to be.</summary>
public sealed record PreferencesForm
{
    /// <summary>IANA name; empty follows the browser.</summary>
    public string? Zone { get; init; }

    /// <summary>Single keys do something.</summary>
    public bool Keys { get; init; }

    /// <summary>Shows in topics that they are here, and sees who else does.</summary>
    public bool Presence { get; init; }
}
