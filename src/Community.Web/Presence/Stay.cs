namespace Community.Web.Presence;

/// <summary>That a live line's page shows a topic, or the editor of one of its posts. <see cref="Rooms"/> alone changes it.</summary>
/// <param name="postId">The post in the editor; 0 for none.</param>
sealed class Stay(string connectionId, long personId, long topicId, long postId)
{
    public string ConnectionId => connectionId;

    public long PersonId => personId;

    public long TopicId => topicId;

    public long PostId => postId;

    /// <summary>By the clock's own count; null while nothing is typed.</summary>
    public long? WritesUntil { get; set; }

    /// <summary>When the line went; null while it is there.</summary>
    public long? LeftAt { get; set; }

    /// <summary>What the line was told last, as one text; null before anything was.</summary>
    public string? Told { get; set; }
}

/// <summary>That somebody is in a topic, as a node says.</summary>
/// <param name="PostId">The post that is edited; 0 for none.</param>
readonly record struct Claim(long PersonId, long PostId, bool IsWriting);
