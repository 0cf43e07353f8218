namespace Community.Web.Tests.Leaks;

/// <summary>Something that answers to what is typed, with the places of <see cref="Typed"/> in its address. What begins with <c>/api</c> is called by a program.</summary>
/// <param name="Shows">Where a word stands that this answers to, for those who may read it.</param>
public sealed record Surface(string Address, Place Shows)
{
    public bool IsCall => Address.StartsWith("/api/", StringComparison.Ordinal);

    /// <summary>Holds nothing of what is read as an administrator only.</summary>
    public bool IsFeed => Address.Contains("/feed.", StringComparison.Ordinal);

    /// <summary>Answers to nobody without an account.</summary>
    public bool IsForPeople => IsCall || Address.StartsWith("/experts", StringComparison.Ordinal) || Address.Contains("/similar", StringComparison.Ordinal) || Address.Contains("/names", StringComparison.Ordinal);

    public override string ToString() => Address;

    /// <summary>Everything that stands on the index, and the lists beside it that complete and narrow.</summary>
    public static IReadOnlyList<Surface> All { get; } =
    [
        .. new[]
        {
            // Results, their counts and facets, why each is there.
            "/search?q={word}", "/search?q=marlin+{word}", "/search?q={word}&sort=new", "/search?q={word}&page=2", "/search?q=%22about+{word}%22", "/search?q=in:title+{word}", "/search?q={word}*",
            "/search?q=tag:{word}-tag", "/search?q=marlin&tag={word}-tag", "/search?q={word}&space={space}", "/search?q={word}+space:{space}", "/search?q=space:{space}",
            "/search?q={word}&kind=thread", "/search?q={word}&state=open", "/search?q={word}&year=2026", "/search?q={word}&author={authorId}", "/search?q=by:{author}", "/search?q={word}+by:{author}",
            "/api/v1/search?q={word}", "/api/v1/search?q={word}&space={space}", "/api/v1/search?q=tag:{word}-tag", "/api/v1/search?q=by:{author}", "/api/v1/topics?tag={word}-tag", "/tags/{word}-tag", "/tags/{word}-tag/feed.json", "/search/feed.json?q={word}", "/search/feed.atom?q=about+{word}",
            // What is left of a search without it, and what a search that finds nothing would find with less.
            "/search?q=marlin+-{word}", "/search?q=marlin+-tag:{word}-tag", "/search?q=marlin+-space:{space}", "/api/v1/search?q=marlin+-{word}", "/search?q={word}+kind:note", "/search?q={word}&kind=question", "/search?q={word}&tag=nowhere", "/search?q=%22{word}+nowhere%22",
            // Did you mean.
            "/search?q={misspelt}", "/search?q={misspelt}&exact=1", "/search?q={start}+{rest}", "/search?q={word}splicing", "/search?q=marlin+{misspelt}", "/api/v1/search?q={misspelt}",
            // While it is typed.
            "/search/instant?q={start}", "/search/instant?q={word}", "/search/instant?q=about+{start}", "/tags/names?q={start}",
            // Like it, more of it, and who knows about it.
            "/search/similar?title=About+{word}", "/api/v1/similar?title={word}", "/api/v1/similar?title=A+draft&body=Text+of+{word}", "/search?q={word}&topic={topicId}",
            "/experts?q={word}", "/experts?q={word}&space={space}", "/experts/few?q={word}", "/api/v1/experts?q={word}", "/api/v1/experts?q={word}&space={space}",
        }.Select(address => new Surface(address, Place.Topic)),
        .. new[]
        {
            "/glossary?q={word}", "/glossary?q={word}form", "/glossary?q={word}&space={space}", "/api/v1/glossary?q={word}", "/search/instant?q={word}f", "/search?q={word}form", "/search/instant?q={start}",
        }.Select(address => new Surface(address, Place.Term)),
        .. new[]
        {
            // What a link to a note leads to, and the titles offered for one.
            "/notes/named?title={word}", "/notes/names?q={word}", "/notes/names?q={start}", "/search?q={word}+kind:note&space={space}",
        }.Select(address => new Surface(address, Place.Note)),
    ];
}
