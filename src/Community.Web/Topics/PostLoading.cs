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
    public async Task<IReadOnlyList<PostView>> Load(IQueryable<Post> posts, Topic topic)
    {
        var viewer = await current.Get();
        var rows = await Rows(posts.VisibleTo(viewer), viewer);
        var (comments, rootOf) = await Comments(topic.Id, rows, viewer);
        return await Views(rows, comments, rootOf, topic, viewer);
    }

    /// <summary>The posts of the query alone, comments like others.</summary>
    public async Task<IReadOnlyList<PostView>> Flat(IQueryable<Post> posts, Topic topic)
    {
        var viewer = await current.Get();
        return await Views(await Rows(posts.VisibleTo(viewer), viewer), [], [], topic, viewer);
    }

    async Task<IReadOnlyList<PostView>> Views(List<Row> rows, List<Row> comments, Dictionary<long, long> rootOf, Topic topic, Viewer viewer)
    {
        var acceptedId = await db.Acceptances.Where(a => a.TopicId == topic.Id).Select(a => (long?)a.PostId).FirstOrDefaultAsync();
        var all = rows.Concat(comments).ToList();
        var extras = await Extras(all, viewer);
        var pictures = await attachments.Pictures(all.Select(row => row.Html));

        return rows.ConvertAll(row => View(row, [.. comments.Where(c => rootOf[c.Id] == row.Id).Select(c => View(c, []))]));

        PostView View(Row row, IReadOnlyList<PostView> under)
        {
            var isReadable = Readable.By(viewer, row.Standing, row.AuthorId);
            var isShown = row.Standing == Standing.Published;
            var author = row.UnnamedAt is null || row.AuthorId == viewer.PersonId ? row.AuthorName ?? row.PersonName : text["Somebody, who took the name off"].Value;
            return new PostView(row.Id, row.TopicId, row.Part, row.ParentId, row.ParentPart == Part.Reply ? row.ParentAuthor : null, row.UnnamedAt is null ? row.AuthorId : null, author,
                row.UnnamedAt is null ? row.Unit : null, row.CreatedAt, row.EditedAt, row.RevisionNumber, row.Score, extras.Votes.GetValueOrDefault(row.Id),
                isReadable ? PictureHtml.Fill(QuotedHtml.Fill(row.Html, extras.Quotes, text["What was quoted here is out of sight."]), pictures, text["A picture stood here that is out of your sight."]) : null, row.Standing, isShown ? null : Tombstone(row, viewer),
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

    static PostTombstone Tombstone(Row row, Viewer viewer) => row.Removal is { } removal
        ? new PostTombstone(removal.At, removal.Reason, null)
        : new PostTombstone(row.Withdrawal?.At ?? row.CreatedAt, null, row.AuthorId == viewer.PersonId && row.Withdrawal is { ErasedAt: null } withdrawal ? withdrawal.At + Withdrawal.RestoreWithin : null);

    Task<List<Row>> Rows(IQueryable<Post> posts, Viewer viewer)
    {
        var (people, units, revisions, attributions, removals, withdrawals) = (db.People, db.Units, db.Revisions, db.Attributions, db.Removals, db.Withdrawals);
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
            Removal = p.Standing == Standing.Removed ? removals.Where(r => r.PostId == p.Id && r.LiftedAt == null).FirstOrDefault() : null,
            Withdrawal = p.Standing == Standing.Withdrawn ? withdrawals.Where(w => w.PostId == p.Id).OrderByDescending(w => w.Id).FirstOrDefault() : null,
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
        public required Removal? Removal { get; init; }
        public required Withdrawal? Withdrawal { get; init; }
    }
}
