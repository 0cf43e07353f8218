using Community.Events;
using Community.Store;
using Community.Topics;

namespace Community.Benchmarks.Making;

/// <summary>The rows of topics that were imported.</summary>
sealed class TopicRows(CommunityContext db) : IDisposable
{
    readonly Inserts topics = new(db, "Topics", "Id", "Kind", "SpaceId", "Title", "AuthorId", "Standing", "CreatedAt", "LastPostAt", "ReplyCount");
    readonly Inserts tags = new(db, "TopicTags", "TopicId", "TagId");
    readonly Inserts posts = new(db, "Posts", "Id", "TopicId", "Part", "ParentId", "AuthorId", "Standing", "CreatedAt", "RevisionNumber", "ImportedScore", "Score");
    readonly Inserts revisions = new(db, "Revisions", "PostId", "Number", "Source", "Html", "EditorId", "Summary", "BasedOn", "At");
    readonly Inserts acceptances = new(db, "Acceptances", "TopicId", "PostId", "At");
    readonly Inserts events = new(db, "Events", "Kind", "SubjectId", "TopicId", "SpaceId", "At");

    /// <param name="last">The id of the post before the topic's first.</param>
    public void Add(long id, long last, Topic topic, TopicDraft draft, IReadOnlyList<long> tagIds)
    {
        topics.Add(id, topic.Kind, topic.SpaceId, topic.Title, topic.AuthorId, topic.Standing, topic.CreatedAt, topic.LastPostAt, topic.ReplyCount);
        foreach (var tag in tagIds) tags.Add(id, tag);
        for (var i = 0; i < topic.Posts.Count; i++)
        {
            var (post, text) = (topic.Posts[i], topic.Posts[i].Revisions[0]);
            posts.Add(last + i + 1, id, post.Part, draft.Posts[i].Parent is { } parent ? last + parent + 1 : null, post.AuthorId, post.Standing, post.CreatedAt, post.RevisionNumber, post.ImportedScore, post.Score);
            revisions.Add(last + i + 1, text.Number, text.Source, text.Html, text.EditorId, text.Summary, text.BasedOn, text.At);
        }

        if (draft.IsAccepted) acceptances.Add(id, last + topic.Posts.FindIndex(post => post.Part == Part.Answer) + 1, draft.At);
        events.Add(EventKind.Imported, id, id, topic.SpaceId, draft.At);
    }

    public void Dispose()
    {
        foreach (var rows in (Inserts[])[topics, tags, posts, revisions, acceptances, events]) rows.Dispose();
    }
}
