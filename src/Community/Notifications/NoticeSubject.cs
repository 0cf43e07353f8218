namespace Community.Notifications;

/// <summary>What notices are about: a topic, or else a space.</summary>
public sealed record NoticeSubject(long? TopicId, long? SpaceId);
