using System.Globalization;
using Community.Events;
using Community.Governance;
using Community.Notes;
using Community.Notes.Lineage;
using Community.People;
using Community.Questions;
using Community.Questions.Answering;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Web.Answers;
using Community.Web.Frame;
using Community.Web.Notes;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Topics;

/// <summary>Loads a topic as one reader sees it.</summary>
public sealed class TopicLoading(CommunityContext db, KnownCommunity community, KnownTopics known, LastEvent last, CurrentViewer current, PostLoading posts, AnswerOrders orders, Margins margin)
{
    public const int PageSize = 50;

    static readonly Prepared<Func<CommunityContext, long?, long, Task<ReadMark?>>> MarkOf = new(() =>
        EF.CompileAsyncQuery((CommunityContext db, long? personId, long topicId) => db.Set<ReadMark>().AsNoTracking().FirstOrDefault(m => m.PersonId == personId && m.TopicId == topicId)));

    static readonly Prepared<Func<CommunityContext, long, Task<bool>>> IsTied = new(() =>
        EF.CompileAsyncQuery((CommunityContext db, long topicId) => db.Set<TopicLink>().Any(l => l.FromTopicId == topicId || l.ToTopicId == topicId)));

    /// <summary>Null when there is no such topic for the reader.</summary>
    public async Task<Topic?> Find(long id) => await db.Topics.AsNoTracking().VisibleTo(await current.Get()).FirstOrDefaultAsync(t => t.Id == id);

    public async Task<TopicPage> Load(Topic topic, string? sort, string? after, ReplyForm? typed = null)
    {
        var viewer = await current.Get();
        var lastEventId = await last.Id();
        var head = await Head(topic);
        var bySort = topic.Kind == TopicKind.Question && sort != "time" ? "score" : "time";
        var all = db.Posts.AsNoTracking().Where(p => p.TopicId == topic.Id);

        var acceptedId = (await known.Facts(topic.Id))?.AcceptedId;
        var under = all.Where(p => p.Part == Part.Reply || p.Part == Part.Answer);
        List<long> best = bySort == "score" ? [.. AfterBest(await orders.Of(topic.Id), after).Take(PageSize + 1).Select(one => one.Id)] : [];
        // Each part is found by its own index, and all are read in one go.
        var parts = all.Where(p => p.Part == Part.Opening).Concat(bySort == "score" ? all.Where(p => best.Contains(p.Id)) : After(under, after).OrderBy(p => p.Id).Take(PageSize + 1));
        var margins = topic.Kind == TopicKind.Note ? await margin.Of(topic, viewer, head.May.Keep) : null;
        var loaded = await posts.Page(parts, topic, acceptedId, bySort == "score" ? $"score.{string.Join('.', best)}" : $"time.{after}", margins);
        var opening = loaded.FirstOrDefault(p => p.Part == Part.Opening);
        var page = loaded.Where(p => p != opening);
        List<PostView> found = bySort == "score" ? [.. page.OrderBy(p => best.IndexOf(p.Id))] : [.. page.OrderBy(p => p.Id)];
        var shown = found.Take(PageSize).ToList();

        var mark = viewer.IsSignedIn ? await MarkOf.On(db)(db, viewer.PersonId, topic.Id) : null;
        var (people, others) = await People(topic.Id);
        return new TopicPage(head, opening, shown, found.Count > PageSize ? Next(head, bySort, shown[^1]) : null,
            after is null ? null : head.Address, bySort, mark is null ? null : shown.Find(p => p.Id > mark.PostId && !p.IsOwn)?.Id, mark?.At, mark?.PostId ?? 0, lastEventId, people, others,
            typed ?? new ReplyForm { Part = topic.ReplyPart })
        { Lineage = margins?.Lineage ?? NoteLineage.None };
    }

    public async Task<TopicHead> Head(Topic topic)
    {
        var viewer = await current.Get();
        var people = db.People;
        var facts = await known.Facts(topic.Id);
        var space = (await community.Ground()).Spaces[topic.SpaceId];
        // Title and subjects are the author's words, and go with the opening.
        var isReadable = Readable.By(viewer, topic.Standing, topic.AuthorId);
        var isTied = await IsTied.On(db)(db, topic.Id);
        var unnamed = db.Posts.AsNoTracking().Where(p => p.TopicId == topic.Id && p.UnnamedAt != null);
        var closure = topic.ClosedAt is null ? null : await db.Closures.AsNoTracking().Where(c => c.TopicId == topic.Id && c.ReopenedAt == null)
            .Select(c => new TopicClosure(c.Outcome, c.Reason, unnamed.Any(p => p.AuthorId == c.ById) ? null : people.Where(p => p.Id == c.ById).Select(p => p.Name).First(), c.At)).FirstOrDefaultAsync();
        var also = topic.Kind == TopicKind.Note && viewer.IsSignedIn ? await NoteCapacity.ToRevise(db, viewer, topic) : Who.Nobody;

        return new TopicHead(topic.Id, topic.Kind, isReadable ? topic.Title : null, space.Slug, space.Name, space.Tier, isReadable && facts is not null ? facts.Tags : [], topic.CreatedAt, topic.ReplyCount,
            topic.Kind == TopicKind.Question && facts?.IsAccepted == true, facts?.IsPinned == true, closure, isTied ? await Ties(topic.Id, viewer) : [],
            PostRights.Of(viewer, topic, also))
        { IsMasked = topic.MaskedAt is not null, IsRearranged = facts?.IsRearranged == true };
    }

    /// <summary>The address of the page that holds a post; of a comment that may be folded there, so that it is not.</summary>
    public async Task<string> PageOf(Topic topic, Post post)
    {
        var page = await PageHolding(topic, post);
        var isFolded = post.Part == Part.Comment && await db.Posts.CountAsync(p => p.TopicId == topic.Id && p.Part == Part.Comment && p.Id < post.Id) >= PostsPart.CommentsShown;
        return !isFolded ? page : $"{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}shown={Written(post.Id)}";
    }

    async Task<string> PageHolding(Topic topic, Post post)
    {
        var head = TopicAddress.Of(topic.Kind, topic.Id, Readable.By(await current.Get(), topic.Standing, topic.AuthorId) ? topic.Title : null);
        var top = await Root(post);
        // A note that was merged leads on; what stands under it is read where it stands.
        if (topic is { Kind: TopicKind.Note, IsClosed: true }) return head + "?kept=true";
        if (top.Part is Part.Opening or Part.Comment) return head;

        var before = db.Posts.AsNoTracking().Where(p => p.TopicId == topic.Id && (p.Part == Part.Reply || p.Part == Part.Answer) && p.Id < top.Id).OrderBy(p => p.Id);
        var best = topic.Kind == TopicKind.Question ? await orders.Of(topic.Id) : null;
        var place = best?.TakeWhile(one => one.Id != top.Id).Count() ?? await before.CountAsync();
        if (place < PageSize || place == best?.Count) return head;

        var last = place / PageSize * PageSize - 1;
        return head + "?after=" + Written(best?[last].Id ?? await before.Skip(last).Select(p => p.Id).FirstAsync());
    }

    /// <summary>The post that a comment is shown under; any other post is its own.</summary>
    public async Task<Post> Root(Post post)
    {
        while (post is { Part: Part.Comment, ParentId: { } parentId }) post = await db.Posts.AsNoTracking().FirstAsync(p => p.Id == parentId);
        return post;
    }

    async Task<IReadOnlyList<TopicTie>> Ties(long topicId, Viewer viewer)
    {
        var links = db.TopicLinks;
        var from = await db.Topics.AsNoTracking().ListedFor(viewer).SelectMany(t => links.Where(l => l.FromTopicId == topicId && l.ToTopicId == t.Id), (t, l) => new TopicTie(t.Id, t.Kind, t.Title, l.Kind, true, t.ReplyCount > 0)).Take(20).ToListAsync();
        var to = await db.Topics.AsNoTracking().ListedFor(viewer).SelectMany(t => links.Where(l => l.ToTopicId == topicId && l.FromTopicId == t.Id), (t, l) => new TopicTie(t.Id, t.Kind, t.Title, l.Kind, false, t.ReplyCount > 0)).Take(20).ToListAsync();
        return [.. from.Concat(to).OrderByDescending(tie => tie.Link == LinkKind.Duplicate).DistinctBy(tie => tie.Id)];
    }

    async Task<(IReadOnlyList<Named>, int)> People(long topicId)
    {
        if (await known.Facts(topicId) is not { } facts) return ([], 0);

        var names = await community.Names(facts.FirstAuthors);
        return ([.. facts.FirstAuthors.Where(names.ContainsKey).Select(id => new Named(id, names[id].Name, names[id].IsMask))], facts.AuthorCount - facts.FirstAuthors.Count);
    }

    static string Next(TopicHead head, string sort, PostView last) =>
        head.Address + (head.Kind == TopicKind.Question && sort == "time" ? "?sort=time&" : "?") + "after=" + Written(last.Id);

    static string Written(long id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>The post that the page before ended with. Older addresses name its score in front.</summary>
    static long? Last(string? after) => long.TryParse(after?.Split('.')[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    static IQueryable<Post> After(IQueryable<Post> posts, string? after) => Last(after) is { } id ? posts.Where(p => p.Id > id) : posts;

    /// <summary>Where the order changed meanwhile, it goes on behind the same answer; behind one that is gone it begins again.</summary>
    static IEnumerable<PlacedAnswer> AfterBest(IReadOnlyList<PlacedAnswer> best, string? after)
    {
        var place = Last(after) is { } id ? best.TakeWhile(one => one.Id != id).Count() : best.Count;
        return place < best.Count ? best.Skip(place + 1) : best;
    }
}
