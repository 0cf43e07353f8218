namespace Community.Topics;

/// <summary>What a topic is.</summary>
public enum TopicKind { Thread, Question, Note }

/// <summary>A post's part in its topic (<c>role</c> in the API).</summary>
public enum Part { Opening, Reply, Answer, Comment }

/// <summary>Where a post stands. Merged is a topic alone, of which nothing is left: its posts stand in another one, to which its address leads.</summary>
public enum Standing { Draft, Held, Published, Withdrawn, Removed, Merged }
