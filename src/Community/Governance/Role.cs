namespace Community.Governance;

/// <summary>A person's rights in the whole institution. A job title is a Position, what a post is in its topic is its Part.</summary>
public enum Role { Member, Guest, Moderator, Administrator }
