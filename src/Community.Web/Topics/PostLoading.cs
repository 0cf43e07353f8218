using System.Globalization;
using Community.Governance;
using Community.People;
using Community.Questions;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Community.Web.Topics;

/// <summary>Turns posts into what one reader sees of them, with a fixed number of queries.</summary>
public sealed class PostLoading(CommunityContext db, CurrentViewer current, FramePage frame, AttachmentLoading attachments, IStringLocalizer<TopicsText> text)
{
    const int MostComments = 500;

    /// <summary>The posts of the query with the comments under them, in the query's order.</summary>
    public async Task<IReadOnlyList<PostView>> Load(IQueryable<Post> posts, Topic topic) =>
        (await Load(topic, await AcceptedIn(topic), posts))[0];

    /// <summary>The same for several parts of a page at once: comments, votes and quotations are asked for once.</summary>
    public async Task<IReadOnlyList<PostView>[]> Load(Topic topic, long? acceptedId, params IReadOnlyList<IQueryable<Post>> parts)
    {
        var viewer = await current.Get();
        var found = new List<List<Row>>();
        foreach (var part in parts) found.Add(await Rows(part.VisibleTo(viewer), viewer));
        var rows = found.SelectMany(part => part).DistinctBy(row => row.Id).ToList();
        var (comments, rootOf) = await Comments(topic.Id, rows, viewer);
        return await Views(topic, acceptedId, found, rows, comments.ToLookup(comment => rootOf[comment.Id]), viewer);
    }

    /// <summary>The posts of the query alone, comments like others.</summary>
    public async Task<IReadOnlyList<PostView>> Flat(IQueryable<Post> posts, Topic topic)
    {
        var viewer = await current.Get();
        var rows = await Rows(posts.VisibleTo(viewer), viewer);
        return (await Views(topic, await AcceptedIn(topic), [rows], rows, Array.Empty<Row>().ToLookup(row => row.Id), viewer))[0];
    }

    Task<long?> AcceptedIn(Topic topic) => db.Acceptances.Where(a => a.TopicId == topic.Id).Select(a => (long?)a.PostId).FirstOrDefaultAsync();

    async Task<IReadOnlyList<PostView>[]> Views(Topic topic, long? acceptedId, List<List<Row>> parts, List<Row> rows, ILookup<long, Row> comments, Viewer viewer)
    {
        List<Row> all = [.. rows, .. comments.SelectMany(under => under)];
        var states = await States(all);
        var extras = await Extras(all, viewer);
        var pictures = await attachments.Pictures(all.Select(row => row.Html));

        return [.. parts.Select(part => part.ConvertAll(row => View(row, [.. comments[row.Id].Select(c => View(c, []))])))];

        PostView View(Row row, IReadOnlyList<PostView> under)
        {
            var isReadable = Readable.By(viewer, row.Standing, row.AuthorId);
            var isShown = row.Standing == Standing.Published;
            var author = row.UnnamedAt is null || row.AuthorId == viewer.PersonId ? row.AuthorName ?? row.PersonName : text["Somebody, who took the name off"].Value;
            return new PostView(row.Id, row.TopicId, row.Part, row.ParentId, row.ParentPart == Part.Reply ? row.ParentAuthor : null, row.UnnamedAt is null ? row.AuthorId : null, author,
                row.UnnamedAt is null ? row.Unit : null, row.CreatedAt, row.EditedAt, row.RevisionNumber, row.Score, extras.Votes.GetValueOrDefault(row.Id),
                isReadable ? PictureHtml.Fill(QuotedHtml.Fill(row.Html, extras.Quotes, text["What was quoted here is out of sight."]), pictures, text["A picture stood here that is out of your sight."]) : null, row.Standing, isShown ? null : Tombstone(row, states, viewer),
                row.Source is null ? null : new PostSource(row.Source, row.SourceUrl!, row.Licence!), row.Id == acceptedId, extras.Bookmarks.Contains(row.Id), PostRights.Of(viewer, topic, row.Id, row.Part, row.AuthorId, row.Standing, row.UnnamedAt is not null), under);
        }
    }

    /// <summary>The comments under the posts, and comments on those: all are shown under the post that they began at.</summary>
    async Task<(List<Row>, Dictionary<long, long>)> Comments(long topicId, List<Row> posts, Viewer viewer)
    {
        var all = new List<Row>();
        var rootOf = posts.ToDictionary(row => row.Id, row => row.Id);
        for (var parents = posts; parents.Count > 0 && all.Count < MostComments;)
        {
            var ids = parents.ConvertAll(row => (long?)row.Id);
            parents = await Rows(db.Posts.AsNoTracking().VisibleTo(viewer).Where(p => p.TopicId == topicId && p.Part == Part.Comment && ids.Contains(p.ParentId)).OrderBy(p => p.Id).Take(MostComments), viewer);
            foreach (var comment in parents) rootOf[comment.Id] = rootOf[comment.ParentId!.Value];
            all.AddRange(parents);
        }

        return ([.. all.OrderBy(row => row.Id)], rootOf);
    }

    static PostTombstone Tombstone(Row row, (Dictionary<long, Removal> Removals, Dictionary<long, Withdrawal> Withdrawals) states, Viewer viewer)
    {
        if (states.Removals.TryGetValue(row.Id, out var removal)) return new PostTombstone(removal.At, removal.Reason, null);

        var withdrawal = states.Withdrawals.GetValueOrDefault(row.Id);
        return new PostTombstone(withdrawal?.At ?? row.CreatedAt, null, row.AuthorId == viewer.PersonId && withdrawal is { ErasedAt: null } ? withdrawal.At + Withdrawal.RestoreWithin : null);
    }

    /// <summary>Why posts are out of sight. Asked for only where some are: few pages have any.</summary>
    async Task<(Dictionary<long, Removal> Removals, Dictionary<long, Withdrawal> Withdrawals)> States(List<Row> rows)
    {
        var removed = rows.Where(row => row.Standing == Standing.Removed).Select(row => row.Id).ToList();
        var withdrawn = rows.Where(row => row.Standing == Standing.Withdrawn).Select(row => row.Id).ToList();
        var removals = removed.Count == 0 ? [] : await db.Removals.AsNoTracking().Where(r => removed.Contains(r.PostId) && r.LiftedAt == null).OrderBy(r => r.Id).ToListAsync();
        var withdrawals = withdrawn.Count == 0 ? [] : await db.Withdrawals.AsNoTracking().Where(w => withdrawn.Contains(w.PostId)).OrderBy(w => w.Id).ToListAsync();
        return (removals.GroupBy(r => r.PostId).ToDictionary(g => g.Key, g => g.First()), withdrawals.GroupBy(w => w.PostId).ToDictionary(g => g.Key, g => g.Last()));
    }

    Task<List<Row>> Rows(IQueryable<Post> posts, Viewer viewer)
    {
        var (people, units, revisions, attributions) = (db.People, db.Units, db.Revisions, db.Attributions);
        return posts.AsNoTracking().Select(p => new Row
        {
            Id = p.Id,
            TopicId = p.TopicId,
            Part = p.Part,
            ParentId = p.ParentId,
            ParentPart = p.Parent == null ? null : p.Parent.Part,
            ParentAuthor = p.Parent == null ? null : people.Where(a => a.Id == p.Parent.AuthorId).Select(a => a.Name).First(),
            AuthorId = p.AuthorId,
            AuthorName = p.AuthorName,
            PersonName = people.Where(a => a.Id == p.AuthorId).Select(a => a.Name).First(),
            Unit = viewer.Role == null ? null : people.Where(a => a.Id == p.AuthorId).SelectMany(a => units.Where(u => u.Id == a.UnitId)).Select(u => u.Name).FirstOrDefault(),
            UnnamedAt = p.UnnamedAt,
            CreatedAt = p.CreatedAt,
            EditedAt = p.EditedAt,
            RevisionNumber = p.RevisionNumber,
            Score = p.Score,
            Standing = p.Standing,
            Html = revisions.Where(r => r.PostId == p.Id && r.Number == p.RevisionNumber).Select(r => r.Html).First(),
            Source = attributions.Where(a => a.PostId == p.Id).Select(a => a.Source).FirstOrDefault(),
            SourceUrl = attributions.Where(a => a.PostId == p.Id).Select(a => a.Url).FirstOrDefault(),
            Licence = attributions.Where(a => a.PostId == p.Id).Select(a => a.Licence).FirstOrDefault(),
        }).ToListAsync();
    }

    async Task<(Dictionary<long, int> Votes, HashSet<long> Bookmarks, Dictionary<long, QuoteSource> Quotes)> Extras(List<Row> rows, Viewer viewer)
    {
        var ids = rows.ConvertAll(row => row.Id);
        var votes = viewer.IsSignedIn ? await db.Votes.AsNoTracking().Where(v => v.PersonId == viewer.PersonId && ids.Contains(v.PostId)).ToDictionaryAsync(v => v.PostId, v => v.Value) : [];
        var kept = viewer.IsSignedIn ? await db.Bookmarks.AsNoTracking().Where(b => b.PersonId == viewer.PersonId && ids.Contains(b.PostId)).Select(b => b.PostId).ToListAsync() : [];
        return (votes, [.. kept], await Quotes(rows.SelectMany(row => QuotedHtml.Sources(row.Html)).Distinct().ToList(), viewer));
    }

    /// <summary>Who is quoted, as far as the reader may read the source.</summary>
    public async Task<Dictionary<long, QuoteSource>> Quotes(IReadOnlyList<long> ids, Viewer viewer)
    {
        if (ids.Count == 0) return [];

        var people = db.People;
        var zone = (await frame.Load()).Zone;
        var sources = await db.Posts.AsNoTracking().ListedFor(viewer).Where(p => ids.Contains(p.Id))
            .Select(p => new { p.Id, p.CreatedAt, p.UnnamedAt, Name = p.AuthorName ?? people.Where(a => a.Id == p.AuthorId).Select(a => a.Name).First() }).ToListAsync();
        return sources.ToDictionary(s => s.Id, s => new QuoteSource(s.Id,
            (s.UnnamedAt is null ? s.Name + ", " : "") + TimeZoneInfo.ConvertTimeFromUtc(s.CreatedAt, zone).ToString("d MMMM yyyy", CultureInfo.CurrentCulture)));
    }

    sealed class Row
    {
        public required long Id { get; init; }
        public required long TopicId { get; init; }
        public required Part Part { get; init; }
        public required long? ParentId { get; init; }
        public required Part? ParentPart { get; init; }
        public required string? ParentAuthor { get; init; }
        public required long AuthorId { get; init; }
        public required string? AuthorName { get; init; }
        public required string PersonName { get; init; }
        public required string? Unit { get; init; }
        public required DateTime? UnnamedAt { get; init; }
        public required DateTime CreatedAt { get; init; }
        public required DateTime? EditedAt { get; init; }
        public required int RevisionNumber { get; init; }
        public required int Score { get; init; }
        public required Standing Standing { get; init; }
        public required string Html { get; init; }
        public required string? Source { get; init; }
        public required string? SourceUrl { get; init; }
        public required string? Licence { get; init; }
    }
}
