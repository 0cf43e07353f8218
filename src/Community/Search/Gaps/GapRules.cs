using Microsoft.Extensions.Configuration;

namespace Community.Search.Gaps;

/// <summary>When something that is searched for becomes a gap that others read.</summary>
/// <param name="FewestSearches">So many times it was searched for and nothing opened, each by another person or on another day. Not less than 2: what one person looks for once is that person's own.</param>
public sealed record GapRules(int FewestSearches = 2)
{
    public const string FewestSetting = "Community:Gaps:FewestSearches";

    public const int LeastFewest = 2;

    /// <summary>What the setting says, else the default.</summary>
    public static GapRules Of(IConfiguration? settings) => int.TryParse(settings?[FewestSetting], out var set) && set >= LeastFewest ? new GapRules(set) : new GapRules();
}
