namespace Community.Topics;

/// <summary>How a post comes in from another program.</summary>
public sealed partial class Post
{
    internal static Post Imported(Topic topic, Part part, Post? parent, long authorId, string? authorName, int score, DateTime at, IEnumerable<ImportedText> history)
    {
        var post = new Post
        {
            Topic = topic,
            Part = part,
            Parent = parent,
            AuthorId = authorId,
            AuthorName = authorName,
            CreatedAt = at,
            Standing = Standing.Published,
            ImportedScore = score,
            Score = score,
        };
        foreach (var text in history) post.AddRevision(text.Text, text.EditorId, text.Summary, post.RevisionNumber, text.At);
        post.EditedAt = post.RevisionNumber > 1 ? post.Revisions[^1].At : null;
        return post;
    }
}

/// <summary>One stored text of an imported post.</summary>
public sealed record ImportedText(PostText Text, long EditorId, string Summary, DateTime At);
