using Community.Governance;
using Community.Store;
using Community.Text;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Spaces;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Api;

/// <summary>Finds posts behind the gate and turns them into what the API says of them.</summary>
sealed class PostAnswers(CommunityContext db, CurrentViewer current, PostLoading posts, Looks looks)
{
    /// <summary>With its topic; an administrator's look into a Unit space is put on record.</summary>
    /// <exception cref="RefusedException">There is none for the caller.</exception>
    public async Task<Post> Find(long id)
    {
        var viewer = await current.Get();
        var post = await db.Posts.AsNoTracking().VisibleTo(viewer).Include(p => p.Topic).FirstOrDefaultAsync(p => p.Id == id)
            ?? throw new RefusedException(Refusal.NotFound, "There is no such post, or it is not for you.");
        await looks.Record(post.Topic.SpaceId);
        return post;
    }

    public async Task<PostAnswer> One(long id)
    {
        var post = await Find(id);
        return (await Load(db.Posts.AsNoTracking().Where(p => p.Id == id), post.Topic))[0];
    }

    /// <summary>The opening first, then by id; one more than <paramref name="count"/> where there is more.</summary>
    /// <param name="after">The post before; 0 for the opening, null to begin with it.</param>
    public async Task<List<PostAnswer>> Page(Topic topic, long? after, int count)
    {
        var viewer = await current.Get();
        var all = db.Posts.AsNoTracking().VisibleTo(viewer).Where(p => p.TopicId == topic.Id);
        if (after is not null) all = all.Where(p => p.Part != Part.Opening && p.Id > after);
        var page = await Load(all.OrderBy(p => p.Part == Part.Opening ? 0 : 1).ThenBy(p => p.Id).Take(count + 1), topic);
        return [.. page.OrderBy(post => post.Role == Part.Opening ? 0 : 1).ThenBy(post => post.Id)];
    }

    public async Task<int> Count(Topic topic)
    {
        var viewer = await current.Get();
        return await db.Posts.VisibleTo(viewer).CountAsync(p => p.TopicId == topic.Id);
    }

    /// <summary>Texts without what they quote from posts that the caller may not read; authors get their own as typed.</summary>
    public async Task<List<string>> Readable(IReadOnlyList<(string Source, bool IsOwn)> texts)
    {
        var viewer = await current.Get();
        var readable = (await posts.Quotes([.. QuotedSource.Ids(texts.Where(text => !text.IsOwn).Select(text => text.Source))], viewer)).Keys.ToHashSet();
        return [.. texts.Select(text => text.IsOwn ? text.Source : QuotedSource.Mask(text.Source, readable))];
    }

    async Task<List<PostAnswer>> Load(IQueryable<Post> query, Topic topic)
    {
        var viewer = await current.Get();
        var views = await posts.Flat(query, topic);
        var (ids, all) = (views.Where(view => view.Standing == Standing.Published).Select(view => view.Id).ToList(), db.Posts);
        var sources = await db.Revisions.AsNoTracking().Where(r => ids.Contains(r.PostId) && all.Any(p => p.Id == r.PostId && p.RevisionNumber == r.Number)).ToDictionaryAsync(r => r.PostId, r => r.Source);
        var shown = views.Where(view => sources.ContainsKey(view.Id)).ToList();
        var bodies = shown.Zip(await Readable(shown.ConvertAll(view => (sources[view.Id], view.IsOwn)))).ToDictionary(pair => pair.First.Id, pair => pair.Second);

        return [.. views.Select(view => new PostAnswer(view.Id, view.TopicId, view.Part, view.ParentId,
            view is { Standing: Standing.Published, AuthorId: { } authorId } ? new Author(authorId, view.AuthorName) : null,
            bodies.GetValueOrDefault(view.Id), bodies.ContainsKey(view.Id) ? view.Html : null, view.CreatedAt, view.EditedAt, view.Score, view.Standing, TopicAddress.Permalink(view.Id), view.RevisionNumber) { IsGuest = view is { Standing: Standing.Published, IsGuest: true }, Voice = view.Voice, SpeaksFor = view.Voice == Voice.Personal || view.Standing != Standing.Published ? null : view.AuthorName, WrittenBy = view is { Standing: Standing.Published, Writer: { } writer } ? new Author(writer.Id, writer.Name) : null, Disclaimer = view.Disclaimer, Interest = view.Interest, HelpfulMarks = view.Helped?.Count, IsMarkedHelpful = view.Helped?.IsMine, AlsoAsking = view.AlsoAsking?.Count, IsAlsoMine = view.AlsoAsking?.IsMine, Tombstone = view.Tombstone is { Kind: { } kind } tomb ? new TombstoneAnswer(kind, tomb.ReasonClass, tomb.Rule.Length > 0 ? tomb.Rule : null, tomb.Reason ?? "", tomb.At) : null })];
    }
}
