namespace Community.Topics;

/// <summary>How a post goes to another topic.</summary>
public sealed partial class Post
{
    /// <summary>Goes there with its id and all that hangs on it. Both topics need all their <see cref="Topic.Posts"/> loaded, and nothing else sets where a post stands: the store would take one that left a list for an orphan.</summary>
    internal void GoTo(Topic topic, Part part, Post? under)
    {
        Topic.Posts.Remove(this);
        topic.Posts.Add(this);
        Topic = topic;
        if (topic.Id > 0) TopicId = topic.Id;
        (Part, Parent, ParentId) = (part, under, under?.Id);
    }
}
