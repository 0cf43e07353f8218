using Community.Topics;
using Community.Web.Frame;

namespace Community.Web.Topics;

/// <summary>Where a topic and its posts stand.</summary>
public static class TopicAddress
{
    /// <summary><c>/questions/17/why-does-it</c>; of a title that must not be shown only <c>/questions/17/-</c>.</summary>
    public static string Of(TopicKind kind, long id, string? title) => $"/{Folder(kind)}/{id}/{(title is null ? "-" : Slug.Of(title))}";

    /// <summary>The first part of the address: threads, questions or notes.</summary>
    public static string Folder(TopicKind kind) => kind switch
    {
        TopicKind.Question => "questions",
        TopicKind.Note => "notes",
        _ => "threads",
    };

    public static string Permalink(long postId) => $"/posts/{postId}";
}
