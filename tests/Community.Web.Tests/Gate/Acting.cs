using Community.Web.Tests.Api;

namespace Community.Web.Tests.Gate;

/// <summary>One act, as the form of a page sends it and as a program calls it.</summary>
/// <param name="Path">Where the form goes.</param>
/// <param name="Fields">What the form brings.</param>
/// <param name="Call">The same in the API; null where programs cannot do it.</param>
public sealed record Acting(string Path, IReadOnlyList<(string Name, string Value)> Fields, (string Method, string Path, object? Body)? Call = null)
{
    /// <summary>What a page's acts are called in the tables.</summary>
    /// <param name="topicId">The topic that is acted on.</param>
    /// <param name="postId">The post that is acted on.</param>
    /// <param name="space">Where a topic is started or moved to.</param>
    public static Acting Of(string act, long topicId, long postId, string space) => act switch
    {
        "start" => new("/new/thread", [("Space", space), ("Title", "Started"), ("Body", "Text.")], ("POST", "topics", new { space, kind = "thread", title = "Started", body = "Text." })),
        "reply" => new($"/topics/{topicId}/posts", [("Part", "Reply"), ("Body", "Text.")], ("POST", $"topics/{topicId}/posts", new { role = "reply", body = "Text." })),
        "answer" => new($"/topics/{topicId}/posts", [("Part", "Answer"), ("Body", "Text.")], ("POST", $"topics/{topicId}/posts", new { role = "answer", body = "Text." })),
        "comment" => new($"/topics/{topicId}/posts", [("Part", "Comment"), ("ParentId", $"{postId}"), ("Body", "Text.")], ("POST", $"topics/{topicId}/posts", new { role = "comment", parentId = postId, body = "Text." })),
        "report" => new($"/posts/{postId}/reports", [("Outcome", "Worked")], ("POST", $"posts/{postId}/reports", new { outcome = "worked" })),
        "try" => new("/trials/new", [("Space", space), ("Title", "Tried"), ("StartsOn", "2099-01-01"), ("EndsOn", "2099-01-02")]),
        "revise" => new($"/posts/{postId}/edit", [("Body", "Another text."), ("Title", "Another title")], ("PUT", $"posts/{postId}", new { body = "Another text." })),
        "bring back an old text" => new($"/posts/{postId}/history/1/restore", [("summary", "Again.")]),
        "withdraw" => new($"/posts/{postId}/withdraw", [], ("DELETE", $"posts/{postId}", null)),
        "vote" => new($"/posts/{postId}/vote", [("value", "1")], ("PUT", $"posts/{postId}/vote", new { value = 1 })),
        "mark helpful" or "take a mark back" => new($"/posts/{postId}/helpful", [("helped", act == "mark helpful" ? "true" : "false")], (act == "mark helpful" ? "PUT" : "DELETE", $"posts/{postId}/helpful", new { })),
        "have the question" or "have it no longer" => new($"/topics/{topicId}/same", [("also", act == "have the question" ? "true" : "false")], (act == "have the question" ? "PUT" : "DELETE", $"questions/{topicId}/same", new { })),
        "accept" => new($"/topics/{topicId}/accept", [("postId", $"{postId}")], ("PUT", $"questions/{topicId}/accepted", new { postId })),
        "accept nothing" => new($"/topics/{topicId}/accept", [], ("PUT", $"questions/{topicId}/accepted", new { postId = (long?)null })),
        "remove" or "reinstate" => new($"/posts/{postId}/{act}", [("reason", "A reason.")]),
        "restore" or "unname" => new($"/posts/{postId}/{act}", []),
        "bookmark" => new($"/posts/{postId}/bookmark", [("kept", "true")]),
        "close" => new($"/topics/{topicId}/close", [("outcome", "Nothing"), ("reason", "A reason.")]),
        "split" => new($"/topics/{topicId}/rearrange", [("What", "Split"), ("Posts", $"{postId}"), ("Kind", "Thread"), ("Title", "Of its own"), ("Space", space), ("Reason", "A reason.")]),
        "mark as asked before" => new($"/topics/{topicId}/duplicates", [("Of", $"{postId}"), ("Reason", "A reason.")], ("PUT", $"topics/{topicId}/duplicate", new { of = postId, reason = "A reason." })),
        "say when it is needed" => new($"/questions/{topicId}/need", [("NeededBy", Soon), ("NeedReason", "A reason.")], ("PUT", $"questions/{topicId}/need", new { neededBy = Soon, needReason = "A reason." })),
        "need it by no day" => new($"/questions/{topicId}/need/end", [], ("DELETE", $"questions/{topicId}/need", null)),
        "say that a note answers" => new($"/questions/{topicId}/notes", [("Note", $"{postId}")], ("PUT", $"questions/{topicId}/notes/{postId}", null)),
        "say that no note answers" => new($"/questions/{topicId}/notes/{postId}/end", [], ("DELETE", $"questions/{topicId}/notes/{postId}", null)),
        "find" => new("/new/question/found", [("Title", "To be asked"), ("found", $"{topicId}")], ("POST", $"topics/{topicId}/finds", new { words = "To be asked" })),
        "reopen" => new($"/topics/{topicId}/reopen", [("reason", "A reason.")]),
        "convert" => new($"/topics/{topicId}/convert", [("kind", "Thread")]),
        "pin" => new($"/topics/{topicId}/pin", [("pinned", "true")]),
        "move" => new($"/topics/{topicId}/move", [("space", space)]),
        "keep" => new($"/topics/{topicId}/stewards", [("steward", "1"), ("appointed", "true")]),
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, "No such act."),
    };

    static string Soon => DateTime.UtcNow.AddDays(20).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public async Task<int> OnPage(HttpClient browser, string token) => (int)(await browser.PostBare(Path, [.. Fields, ("__RequestVerificationToken", token)])).StatusCode;

    public async Task<int> ByApi(HttpClient program) => (await program.Call(Call!.Value.Method, Call.Value.Path, Call.Value.Body)).Status;
}
