namespace Community.Topics;

/// <summary>Topics of a certain sort, wherever they are listed.</summary>
public static class TopicNarrowing
{
    extension(IQueryable<Topic> topics)
    {
        /// <summary>Open questions without an answer that is in sight.</summary>
        public IQueryable<Topic> Unanswered() => topics.Where(t => t.Kind == TopicKind.Question && t.ClosedAt == null && t.ReplyCount == 0);
    }
}
