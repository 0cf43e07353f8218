using Community.Governance;

namespace Community.Topics;

/// <summary>The gate for topics and posts: every read passes it.</summary>
public static class TopicGate
{
    extension(IQueryable<Topic> topics)
    {
        /// <summary>Topics that the viewer may open. One whose opening was taken back is still there, as a tombstone with its replies.</summary>
        public IQueryable<Topic> VisibleTo(Viewer viewer) => topics.Where(t =>
            viewer.ReadableSpaceIds.Contains(t.SpaceId) && t.Standing != Standing.Merged
            && (t.Standing != Standing.Draft && t.Standing != Standing.Held || viewer.OwnIds.Contains(t.AuthorId)));

        /// <summary>Topics that belong in a list: the viewer may open them and their opening is in sight.</summary>
        public IQueryable<Topic> ListedFor(Viewer viewer) => topics.Where(t =>
            viewer.ReadableSpaceIds.Contains(t.SpaceId) && t.Standing == Standing.Published);
    }

    extension(IQueryable<Post> posts)
    {
        /// <summary>Posts whose place the viewer may see; a withdrawn or removed one as a tombstone.</summary>
        public IQueryable<Post> VisibleTo(Viewer viewer) => posts.Where(p =>
            viewer.ReadableSpaceIds.Contains(p.Topic.SpaceId)
            && (p.Standing != Standing.Draft && p.Standing != Standing.Held || viewer.OwnIds.Contains(p.AuthorId))
            && (p.Topic.Standing != Standing.Draft && p.Topic.Standing != Standing.Held || viewer.OwnIds.Contains(p.Topic.AuthorId)));

        /// <summary>Posts whose text the viewer may read in lists, search and feeds: published only.</summary>
        public IQueryable<Post> ListedFor(Viewer viewer) => posts.Where(p =>
            viewer.ReadableSpaceIds.Contains(p.Topic.SpaceId) && p.Standing == Standing.Published && p.Topic.Standing != Standing.Draft && p.Topic.Standing != Standing.Held);
    }

    extension(Post post)
    {
        /// <summary>Whether this viewer may read the text: a withdrawn one only its author, a removed one its author and those who moderate.</summary>
        public bool IsReadableBy(Viewer viewer) => Readable.By(viewer, post.Standing, post.AuthorId);
    }
}

/// <summary>Whose eyes a text is for, by its standing.</summary>
public static class Readable
{
    public static bool By(Viewer viewer, Standing standing, long authorId) => standing switch
    {
        Standing.Published => true,
        Standing.Removed => viewer.Is(authorId) || viewer.IsModerator,
        _ => viewer.Is(authorId),
    };
}
