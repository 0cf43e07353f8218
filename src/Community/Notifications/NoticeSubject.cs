namespace Community.Notifications;

/// <summary>What notices are about: a topic, or else a space; the space 0 stands for the own account.</summary>
public sealed record NoticeSubject(long? TopicId, long? SpaceId);

/// <summary>Notices about one thing.</summary>
static class NoticesAbout
{
    /// <param name="about">Null for all.</param>
    public static IQueryable<Notification> About(this IQueryable<Notification> notices, long personId, NoticeSubject? about) => about switch
    {
        { TopicId: { } topicId } => notices.Where(n => n.PersonId == personId && n.TopicId == topicId),
        { SpaceId: 0 } => notices.Where(n => n.PersonId == personId && n.TopicId == null && n.SpaceId == null),
        { SpaceId: { } spaceId } => notices.Where(n => n.PersonId == personId && n.TopicId == null && n.SpaceId == spaceId),
        _ => notices.Where(n => n.PersonId == personId),
    };
}
