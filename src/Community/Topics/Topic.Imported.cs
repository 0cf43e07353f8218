using Community.Events;

namespace Community.Topics;

/// <summary>How a topic comes in from another program.</summary>
public sealed partial class Topic
{
    /// <summary>A topic as another program had it; its posts are added with <see cref="AddImported"/>.</summary>
    public static Topic Imported(TopicKind kind, long spaceId, string title, long authorId, DateTime at, DateTime? closedAt) => new()
    {
        Kind = kind,
        SpaceId = spaceId,
        Title = title.Length <= MaxTitleLength ? title : title[..(MaxTitleLength - 1)] + "…",
        AuthorId = authorId,
        CreatedAt = at,
        LastPostAt = at,
        ClosedAt = closedAt,
        Standing = Standing.Published,
    };

    /// <summary>Adds a post as another program had it, without an event.</summary>
    public Post AddImported(Part part, Post? parent, long authorId, string? authorName, int score, DateTime at, IEnumerable<ImportedText> history)
    {
        var post = Post.Imported(this, part, parent, authorId, authorName, score, at, history);
        Posts.Add(post);
        if (part is Part.Reply or Part.Answer) ReplyCount++;
        if (part is Part.Reply or Part.Answer && at > LastPostAt) LastPostAt = at;
        return post;
    }

    /// <summary>States that the import is complete.</summary>
    public void TellImported(DateTime now) => TellTopic(EventKind.Imported, now, null);
}
