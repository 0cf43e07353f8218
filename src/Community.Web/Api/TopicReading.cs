using Community.Store;
using Community.Topics;
using Community.Web.Spaces;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Api;

/// <summary>Reads a topic with its posts; an administrator's look into a Unit space is put on record.</summary>
sealed class TopicReading(CommunityContext db, TopicLoading topics, TopicAnswers answers, PostAnswers posts, Looks looks)
{
    /// <exception cref="RefusedException">There is none for the caller.</exception>
    public async Task<Topic> Find(long id)
    {
        var topic = await topics.Find(id) ?? throw new RefusedException(Refusal.NotFound, "There is no such topic, or it is not for you.");
        await looks.Record(topic.SpaceId);
        return topic;
    }

    /// <exception cref="RefusedException">There is none for the caller.</exception>
    public async Task<TopicAnswer> One(long id, CancellationToken stop)
    {
        var topic = await Find(id);
        var listed = (await answers.Load(db.Topics.AsNoTracking().Where(t => t.Id == id), stop))[0];
        // The opening does not count.
        var rows = await posts.Page(topic, null, Paging.MaxLimit + 1);
        var shown = rows.Take(Paging.MaxLimit + 1).ToList();
        return TopicAnswer.Of(listed, shown, rows.Count > shown.Count ? new Position(Paging.MaxLimit, [], []).After(PlaceOf(shown[^1])) : null);
    }

    public async Task<Page<PostAnswer>> Posts(long id, Paging paging)
    {
        var topic = await Find(id);
        var position = paging.From(1);
        var rows = await posts.Page(topic, position.IsStart ? null : position.Place[0], position.Limit);
        return position.Page(rows, await posts.Count(topic), row => [PlaceOf(row)]);
    }

    static long PlaceOf(PostAnswer post) => post.Role == Part.Opening ? 0 : post.Id;
}
