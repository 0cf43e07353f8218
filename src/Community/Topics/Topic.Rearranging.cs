using Community.Events;

namespace Community.Topics;

/// <summary>How posts go from one topic into another. Needs all <see cref="Posts"/> of both loaded.</summary>
public sealed partial class Topic
{
    /// <summary>A topic that begins with a post of another one; <see cref="Take"/> brings it there.</summary>
    /// <exception cref="RefusedException">The title cannot be taken, or the post is out of sight.</exception>
    internal static Topic Begun(TopicKind kind, long spaceId, string title, Post opening) => new()
    {
        Kind = kind != TopicKind.Note ? kind : throw new RefusedException(Refusal.Invalid, "A thread or a question begins with posts of another topic. A note is distilled."),
        SpaceId = spaceId,
        Title = TopicTitle.Clean(title),
        AuthorId = opening.AuthorId,
        CreatedAt = opening.CreatedAt,
        LastPostAt = opening.CreatedAt,
        Standing = opening.Standing == Standing.Published ? Standing.Published : throw new RefusedException(Refusal.Conflict, "The first of the posts becomes the opening, and it is out of sight. Choose another one, too, that is older."),
    };

    /// <summary>These posts and all that stands under them; first the oldest that stands under none of them.</summary>
    /// <exception cref="RefusedException">None is chosen, one stands elsewhere by now, or cannot go.</exception>
    internal IReadOnlyList<Post> WithWhatStandsUnder(IReadOnlyCollection<long> postIds)
    {
        var chosen = postIds.ToHashSet();
        var posts = Posts.Where(p => chosen.Contains(p.Id)).ToHashSet();
        if (chosen.Count == 0) throw new RefusedException(Refusal.Invalid, "Choose at least one post.") { Field = "Posts" };
        if (posts.Count < chosen.Count) throw new RefusedException(Refusal.Conflict, "One of these posts stands in another topic by now. Look at the list again.") { Field = "Posts" };
        if (posts.Any(p => p.Part == Part.Opening)) throw new RefusedException(Refusal.Invalid, "The opening stays with its topic. Where all of it belongs elsewhere, merge the topics.") { Field = "Posts" };

        for (var before = 0; before < posts.Count;)
        {
            before = posts.Count;
            posts.UnionWith(Posts.Where(p => p.ParentId is { } id && posts.Any(above => above.Id == id)).ToList());
        }

        return [.. posts.OrderBy(p => p.Parent is { } above && posts.Contains(above)).ThenBy(p => p.Id)];
    }

    /// <summary>Takes posts of another topic in; what stood under one another goes on doing so, and each gets the part that it has here.</summary>
    /// <exception cref="RefusedException">One of them has to stay where its author took the name off.</exception>
    internal void Take(IReadOnlyList<Post> posts, Topic source)
    {
        if (posts.Any(p => p.UnnamedAt is not null)) throw new RefusedException(Refusal.Conflict, "The author of one of these posts took the name off. It stays where it stands, with its topic.") { Field = "Posts" };

        var moving = posts.ToHashSet();
        var opening = Posts.Find(p => p.Part == Part.Opening) ?? posts[0];
        var wasOpening = posts.FirstOrDefault(p => p.Part == Part.Opening);
        var places = posts.Select(post => (Post: post, Place: post == opening ? (Part.Opening, null) : PlaceOf(post, source.Kind, moving, opening, wasOpening))).ToList();
        foreach (var (post, (part, under)) in places) post.GoTo(this, part, under);
        Count();
        source.Count();
    }

    /// <summary>Nothing is left of it; it leads to where its posts are.</summary>
    internal void LeaveTo(string reason, long actorId, DateTime now)
    {
        Closures.Find(c => c.ReopenedAt is null)?.End(reason, actorId, now);
        ClosedAt = null;
        Close(Outcome.Merged, reason, actorId, now);
        Standing = Standing.Merged;
    }

    internal void TellPostsMoved(long actorId, DateTime now) => TellTopic(EventKind.PostsMoved, now, actorId);

    /// <summary>A topic that was begun of another one's posts is new to lists, the promise and those who are named in it.</summary>
    internal void TellBegun(long actorId, DateTime now) => TellOf(EventKind.Started, Posts.Find(p => p.Part == Part.Opening)!, now, actorId);

    (Part, Post?) PlaceOf(Post post, TopicKind from, HashSet<Post> moving, Post opening, Post? wasOpening)
    {
        var above = post.Parent is { } parent && moving.Contains(parent) ? parent : null;
        if (Kind == TopicKind.Note) return (Part.Comment, above ?? (post == wasOpening ? opening : wasOpening ?? opening));

        if (Kind == TopicKind.Thread)
        {
            if (post.Part == Part.Comment && from == TopicKind.Thread) return above is null ? (Part.Reply, null) : (Part.Comment, above);

            // Who replied to an opening goes on replying to it.
            var under = above ?? (post == wasOpening ? null : wasOpening);
            return (Part.Reply, under == opening ? null : under);
        }

        // The same question asked again is no answer to it.
        if (post == wasOpening) return from == TopicKind.Question ? (Part.Comment, opening) : (Part.Answer, null);
        if (post.Part == Part.Comment || above is { Part: not Part.Opening }) return (Part.Comment, above ?? opening);
        return (Part.Answer, null);
    }

    void Count()
    {
        ReplyCount = Posts.Count(p => p.Part is Part.Reply or Part.Answer && p.Standing == Standing.Published);
        LastPostAt = Posts.Where(p => p.Part is Part.Reply or Part.Answer).Select(p => p.CreatedAt).Append(CreatedAt).Max();
    }
}
