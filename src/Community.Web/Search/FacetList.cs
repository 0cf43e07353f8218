namespace Community.Web.Search;

/// <summary>One facet as a list of links. <paramref name="AllLink"/> is the address without a choice.</summary>
public sealed record FacetList(string Heading, string AllName, string AllLink, IReadOnlyList<FacetChoice> Choices)
{
    public bool HasChoice => Choices.Any(choice => choice.IsCurrent);

    /// <summary>Only where every topic has one value and all values are shown.</summary>
    public int? AllCount { get; init; }
}

/// <summary>One link of a facet.</summary>
public sealed record FacetChoice(string Link, string Name, int Count, bool IsCurrent);
