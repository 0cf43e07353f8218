namespace Community.Text;

/// <summary>How one text is rendered. The defaults suit a post that mentions nobody by plain name.</summary>
public sealed record RenderOptions
{
    public static RenderOptions Post { get; } = new();

    public static RenderOptions Note { get; } = new() { Headings = HeadingLevels.Note };

    public HeadingLevels Headings { get; init; }

    /// <summary>What every element id begins with; random for each call when null. Small letters, digits and hyphens, a letter first.</summary>
    public string? Prefix { get; init; }

    /// <summary>Given at most 80 characters after an <c>@</c>, says whom they begin by naming, or null.</summary>
    public Func<string, Mention?>? ResolveMention { get; init; }

    /// <summary>Whether <c>[[title]]</c> links to a note; texts of other programs mean something else by it.</summary>
    public bool LinksNotes { get; init; }

    /// <summary>The site's own address: links below it become root-relative.</summary>
    public Uri? PublicAddress { get; init; }
}
