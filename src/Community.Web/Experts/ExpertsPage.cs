using Community.Experts;
using Community.Web.Topics;

namespace Community.Web.Experts;

/// <summary>Who knows about a subject.</summary>
/// <param name="Text">What was asked; empty while nothing is.</param>
/// <param name="Space">The chosen space's slug.</param>
/// <param name="People">Of this page.</param>
/// <param name="Tabs">Anywhere, and the spaces that most of them wrote in.</param>
/// <param name="Subjects">Tags of the topics that show it, the most frequent first.</param>
/// <param name="Self">Who looks.</param>
public sealed record ExpertsPage(string Text, string? Space, int Total, IReadOnlyList<RankedPerson> People, IReadOnlyList<Filter> Tabs, IReadOnlyList<string> Subjects, RankedPerson? Self)
{
    public const int PageSize = 20;

    public int Page { get; init; } = 1;

    public long ViewerId { get; init; }

    public bool HasMore => Page * PageSize < Total;

    /// <summary>Also what somebody is told who is not told to others.</summary>
    public int Told => Self is { IsHidden: true } ? Total - 1 : Total;

    /// <summary>The place to ask it, with the text as the title.</summary>
    public string Ask => "/new/question?title=" + Uri.EscapeDataString(Text.Length <= Community.Topics.Topic.MaxTitleLength ? Text : Text[..Community.Topics.Topic.MaxTitleLength]) + (Space is null ? "" : "&space=" + Uri.EscapeDataString(Space));

    public string Link(int page) => Address(Text, Space) + (page > 1 ? FormattableString.Invariant($"&page={page}") : "");

    public static string Address(string text, string? space = null) => "/experts?q=" + Uri.EscapeDataString(text) + (space is null ? "" : "&space=" + Uri.EscapeDataString(space));
}

/// <summary>A few people who know, at the side of another page.</summary>
/// <param name="Text">The subject.</param>
public sealed record KnowersPart(string Text, IReadOnlyList<RankedPerson> People);

/// <summary>What somebody chose for being named as one who knows.</summary>
/// <param name="Avoided">Subjects not to be asked about, in the order of the alphabet.</param>
public sealed record KnowingPart(bool IsHidden, IReadOnlyList<AvoidedRow> Avoided)
{
    /// <summary>A subject as it was typed, where it could not be taken.</summary>
    public string? Typed { get; init; }
}

/// <summary>A subject not to be asked about.</summary>
public sealed record AvoidedRow(long Id, string Subject, DateTime At);
