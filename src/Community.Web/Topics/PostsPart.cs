using Community.Topics;

namespace Community.Web.Topics;

/// <summary>Posts of a topic, one below the other.</summary>
/// <param name="NewSince">The first post that the reader has not seen.</param>
/// <param name="SeenAt">When the reader was here last.</param>
/// <param name="IsBelow">Only what stands below a text: comments and acts.</param>
public sealed record PostsPart(IEnumerable<PostView> Posts, TopicKind Kind, long? NewSince = null, DateTime? SeenAt = null, bool IsBelow = false)
{
    /// <summary>So many comments stand under a post; the others are folded.</summary>
    public const int CommentsShown = 3;
}
