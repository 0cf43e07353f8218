namespace Community.Text;

/// <summary>Which addresses may be written, and what they lead to inside the site.</summary>
sealed class Links(Uri? publicAddress, Notes notes, Headings headings)
{
    static readonly string[] Schemes = ["http://", "https://", "mailto:"];

    readonly string? own = publicAddress?.GetLeftPart(UriPartial.Authority);

    public static bool IsExternal(string href) => href.StartsWith("http", StringComparison.OrdinalIgnoreCase);

    /// <summary>The words for a picture without any.</summary>
    public static string Host(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host.Length > 0 ? uri.Host : address ?? "";

    /// <summary>The address to write: root-relative inside the site, a fragment, http, https or mailto; else null.</summary>
    public string? Resolve(string? address)
    {
        if (address is null || address.Any(c => c < ' ' || c == '\\' || c == '\u007f')) return null;
        var href = RootRelative(address.Trim());
        if (href.StartsWith('#')) return headings.Find(href[1..]) is { } id ? "#" + id : href;
        if (href.StartsWith("//", StringComparison.Ordinal)) return "https:" + href;
        if (!href.StartsWith('/')) return Schemes.Any(scheme => href.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) ? href : null;

        Note(href);
        return href;
    }

    string RootRelative(string href)
    {
        if (own is null || !href.StartsWith(own, StringComparison.OrdinalIgnoreCase)) return href;
        var path = href[own.Length..];
        return path switch
        {
            "" => "/",
            ['/', '/', ..] => href,
            ['/', ..] => path,
            ['?' or '#', ..] => "/" + path,
            _ => href,
        };
    }

    void Note(string href)
    {
        if (SitePath.Parse(href) is not { } path) return;
        if (path.IsPost) notes.PostLinks.Add(path.Id);
        else notes.TopicLinks.Add(path.Id);
        if (SitePath.Anchor(href) is { } post) notes.PostLinks.Add(post);
    }
}
