using Community.Benchmarks.Making;

namespace Community.Benchmarks.Parts;

/// <summary>One page, what stands beside it as its limit, and what others need for it (processor time a request of NodeBB 4.11 with as many posts).</summary>
/// <param name="Site">Address on the site.</param>
/// <param name="Limit">Address on the limit, without its padding.</param>
sealed record MeasuredPage(string Name, string Site, string Limit, string Peer = "")
{
    public static IReadOnlyList<MeasuredPage> SignedIn(GeneratedCommunity community) =>
    [
        new("thread of 20 posts", $"/threads/{community.ThreadId}", $"/topic?id={community.ThreadId}", "10 to 12 ms, 0.27 ms"),
        new("home", "/", $"/home?person={community.ReaderId}"),
        new("topic list", "/questions", "/list?", "5.4 ms"),
        new("question", $"/questions/{community.QuestionId}", $"/topic?id={community.QuestionId}"),
        new("search, two common words", $"/search?q={Uri.EscapeDataString(GeneratedCommunity.Search)}", $"/found?q={Uri.EscapeDataString(GeneratedCommunity.Search)}", "34 ms"),
        new("thread of 5,000 replies", $"/threads/{community.LongThreadId}", $"/topic?id={community.LongThreadId}"),
    ];
}
