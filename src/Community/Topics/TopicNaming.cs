using Community.Governance;

namespace Community.Topics;

/// <summary>As whom somebody acts in a topic. Whatever is stored or told of an act there names this one, so that a mask holds.</summary>
public static class TopicNaming
{
    extension(Viewer viewer)
    {
        /// <summary>As whom the viewer acts on a topic: who started it does so as its author, under a mask where one is worn. For what the table gives to a topic's starter and to its writers.</summary>
        public long NameIn(Topic topic) => viewer.Named(topic.AuthorId);

        /// <summary>As whom the viewer says something of their own in a topic: without a name where they asked without one, and in no voice; that one is asked for each time.</summary>
        public long OwnNameIn(Topic topic) => topic.MaskedAt is null ? viewer.PersonId!.Value : viewer.NameIn(topic);

        /// <summary>As whom the viewer acts on a post: its author as such, else as themselves.</summary>
        public long NameOn(Post post) => viewer.Named(post.AuthorId);

        long Named(long authorId)
        {
            if (authorId == viewer.PersonId || !viewer.Is(authorId)) return viewer.PersonId!.Value;

            Quietly.Go();
            return authorId;
        }
    }
}
