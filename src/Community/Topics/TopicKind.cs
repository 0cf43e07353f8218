namespace Community.Topics;

/// <summary>What a topic is.</summary>
public enum TopicKind { Thread, Question, Note }

/// <summary>A post's part in its topic (<c>role</c> in the API).</summary>
public enum Part { Opening, Reply, Answer, Comment }

/// <summary>Where a post stands.</summary>
public enum Standing { Draft, Held, Published, Withdrawn, Removed }
