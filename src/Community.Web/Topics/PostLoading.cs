using System.Globalization;
using Community.Glossary;
using Community.Governance;
using Community.Notes.Lineage;
using Community.People;
using Community.Questions;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Topics.Voices;
using Community.Web.Answers;
using Community.Web.Frame;
using Community.Web.Glossary;
using Community.Web.NoteLinks;
using Community.Web.Notes;
using Community.Web.Reports;
using Community.Web.Voices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Community.Web.Topics;

/// <summary>Turns posts into what one reader sees of them, with a fixed number of queries.</summary>
public sealed class PostLoading(CommunityContext db, KnownCommunity community, KnownPosts known, CurrentViewer current, FramePage frame, AttachmentLoading attachments, EvidenceLoading evidence, AnswerLoading answers, NoteLinkLoading noteLinks, KnownGlossary glossary, KnownDisclaimers disclaimers, LineageLoading lineage, IStringLocalizer<TopicsText> text)
{
    const int MostComments = 500;

    static readonly Prepared<Func<CommunityContext, long?, List<long>, IAsyncEnumerable<Vote>>> VotesOf = new(() =>
        EF.CompileAsyncQuery((CommunityContext db, long? personId, List<long> ids) => db.Set<Vote>().AsNoTracking().Where(v => v.PersonId == personId && ids.Contains(v.PostId))));

    static readonly Prepared<Func<CommunityContext, long?, List<long>, IAsyncEnumerable<long>>> BookmarksOf = new(() =>
        EF.CompileAsyncQuery((CommunityContext db, long? personId, List<long> ids) => db.Set<Bookmark>().Where(b => b.PersonId == personId && ids.Contains(b.PostId)).Select(b => b.PostId)));

    /// <summary>The posts of the query with the comments under them, in the query's order.</summary>
    public async Task<IReadOnlyList<PostView>> Load(IQueryable<Post> posts, Topic topic)
    {
        var viewer = await current.Get();
        return await Views(topic, await AcceptedIn(topic), await Read(topic, posts, viewer), viewer, await glossary.For(viewer));
    }

    /// <summary>The same for a page of a topic, from memory while nothing happens in it.</summary>
    /// <param name="page">Which page: sort and cursor.</param>
    /// <param name="margins">Of a note: what stands beside its blocks.</param>
    public async Task<IReadOnlyList<PostView>> Page(IQueryable<Post> posts, Topic topic, long? acceptedId, string page, MarginHtml? margins = null)
    {
        var viewer = await current.Get();
        var isForAll = topic.Standing is not (Standing.Draft or Standing.Held);
        var kept = isForAll ? await known.Page(topic.Id, page, () => ReadForAll(topic, posts, viewer)) : null;
        return await Views(topic, acceptedId, kept ?? await Read(topic, posts, viewer), viewer, await glossary.For(viewer), margins);
    }

    /// <summary>Null where a reader may see more than others: a post that is not published yet.</summary>
    async Task<PostPage?> ReadForAll(Topic topic, IQueryable<Post> posts, Viewer viewer)
    {
        // Looked at after the reading: what comes meanwhile must not be kept for others.
        var page = await Read(topic, posts, viewer);
        return await db.Posts.AnyAsync(p => p.TopicId == topic.Id && (p.Standing == Standing.Draft || p.Standing == Standing.Held)) ? null : page;
    }

    async Task<PostPage> Read(Topic topic, IQueryable<Post> posts, Viewer viewer)
    {
        var rows = await Rows(posts.VisibleTo(viewer));
        var (comments, rootOf) = await Comments(topic.Id, rows, viewer);
        return new PostPage(rows, comments, rootOf, await evidence.Facts(ReportedAmong(rows, topic))) { Into = await lineage.Into([.. rows.Concat(comments).Select(row => row.Id)]), Words = await answers.Words(rows, topic) };
    }

    /// <summary>The posts of the query alone, comments like others, with no word of the glossary marked: as programs get them.</summary>
    public async Task<IReadOnlyList<PostView>> Flat(IQueryable<Post> posts, Topic topic)
    {
        var viewer = await current.Get();
        var rows = await Rows(posts.VisibleTo(viewer));
        return await Views(topic, await AcceptedIn(topic), new PostPage(rows, [], new Dictionary<long, long>(), []) { Words = await answers.Words(rows, topic) }, viewer, Lexicon.Empty);
    }

    static List<long> ReportedAmong(List<PostRow> rows, Topic topic) => [.. rows.Where(row => IsReported(row, topic)).Select(row => row.Id)];

    static bool IsReported(PostRow row, Topic topic) => row.Part == Part.Answer || topic.Kind == TopicKind.Note && row.Part == Part.Opening;

    Task<long?> AcceptedIn(Topic topic) => db.Acceptances.Where(a => a.TopicId == topic.Id).Select(a => (long?)a.PostId).FirstOrDefaultAsync();

    async Task<IReadOnlyList<PostView>> Views(Topic topic, long? acceptedId, PostPage page, Viewer viewer, Lexicon lexicon, MarginHtml? margins = null)
    {
        var comments = page.Comments.ToLookup(comment => page.RootOf[comment.Id]);
        List<PostRow> all = [.. page.Posts, .. page.Comments];
        var states = await db.Unseen(all);
        var names = await community.Names(all.Select(row => row.AuthorId).Concat(all.Select(row => row.ParentAuthorId).OfType<long>()).Distinct());
        var (ground, units) = (await community.Ground(), (await community.Ground()).Units);
        var isOpen = ground.Spaces.TryGetValue(topic.SpaceId, out var space) && space.Tier is Tier.Partners or Tier.Public;
        var disclaimer = isOpen ? await disclaimers.Versions() : null;
        var writers = await db.WritersOf([.. all.Where(row => row.Voice != Voice.Personal).Select(row => row.AuthorId).Distinct()], viewer);
        var quotes = await Quotes(all.SelectMany(row => QuotedHtml.Sources(row.Html)).Distinct().ToList(), viewer);
        var pictures = await attachments.Pictures(all.Select(row => row.Html));
        var linked = await noteLinks.For(all.Select(row => (row.Id, row.Html)), topic.SpaceId);
        var notes = await Notes(page.Into.SelectMany(post => post.Select(into => into.NoteId)).Distinct().ToList(), viewer);
        var reports = await evidence.Of(page.Reports);
        var beside = await answers.Beside(page, topic, viewer);
        var (votes, kept) = viewer.IsSignedIn ? await Own(all.ConvertAll(row => row.Id), viewer) : ([], []);
        return [.. page.Posts.Select(row => View(row, [.. comments[row.Id].Select(c => View(c, []))]))];

        PostView View(PostRow row, IReadOnlyList<PostView> under)
        {
            var isReadable = Readable.By(viewer, row.Standing, row.AuthorId);
            var isShown = row.Standing == Standing.Published;
            var isOwn = viewer.Is(row.AuthorId);
            var isMasked = topic.MaskedAt is not null && row.AuthorId == topic.AuthorId;
            var author = isMasked ? isOwn ? text["You, without your name"].Value : text["Somebody who asked without a name"].Value
                : row.UnnamedAt is null || isOwn ? row.AuthorName ?? names[row.AuthorId].Name : text["Somebody, who took the name off"].Value;
            return new PostView(row.Id, row.TopicId, row.Part, row.ParentId, row is { ParentPart: Part.Reply, ParentAuthorId: { } parent } ? names[parent].Name : null, row.UnnamedAt is null && row.Voice == Voice.Personal ? row.AuthorId : null, author,
                row.UnnamedAt is null && viewer.IsSignedIn && names[row.AuthorId].UnitId is { } unit ? units.GetValueOrDefault(unit) : null, row.CreatedAt, row.EditedAt, row.RevisionNumber, row.Score, votes.GetValueOrDefault(row.Id),
                isReadable ? Html(row.Id, margins is null || row.Part != Part.Opening ? row.Html : margins.Beside(row.Html)) : null, row.Standing, isShown ? null : states.Tombstone(row, viewer),
                row.Source, row.Id == acceptedId, kept.Contains(row.Id), PostRights.Of(viewer, topic, row.Id, row.Part, row.AuthorId, row.Standing, row.UnnamedAt is not null), under)
            {
                IsOwn = isOwn,
                Voice = row.Voice,
                Writer = writers.GetValueOrDefault(row.AuthorId),
                IsVerified = isOpen && ByName(row)?.IsStaff == true,
                IsGuest = ByName(row)?.IsGuest == true,
                Disclaimer = isShown && ByName(row)?.IsStaff == true ? disclaimer?.Invoke(row.CreatedAt) : null,
                Interest = isShown ? row.Interest : null,
                MadeInto = !isShown || notes.Count == 0 ? [] : [.. page.Into[row.Id].Where(into => notes.ContainsKey(into.NoteId)).Select(into => new NoteMade(into.NoteId, notes[into.NoteId], into.Revision))],
                Evidence = isShown && IsReported(row, topic) ? reports.GetValueOrDefault(row.Id, PostEvidence.None) : null,
                Helped = beside.Helped(row),
                Place = beside.Place(row),
                AlsoAsking = beside.AlsoAsking(row),
            };
        }

        KnownName? ByName(PostRow row) => row is { Voice: Voice.Personal, UnnamedAt: null, AuthorName: null } ? names[row.AuthorId] : null;

        string Html(long id, string html)
        {
            var filled = PictureHtml.Fill(QuotedHtml.Fill(linked(id, html), quotes, text["What was quoted here is out of sight."]), pictures, text["A picture stood here that is out of your sight."]);
            return TermHtml.Fill(filled, lexicon, topic.SpaceId, isKept: ReferenceEquals(filled, html));
        }
    }

    /// <summary>The comments under the posts, and comments on those: all are shown under the post that they began at.</summary>
    async Task<(List<PostRow>, Dictionary<long, long>)> Comments(long topicId, List<PostRow> posts, Viewer viewer)
    {
        var all = new List<PostRow>();
        var rootOf = posts.ToDictionary(row => row.Id, row => row.Id);
        for (var parents = posts; parents.Count > 0 && all.Count < MostComments;)
        {
            var ids = parents.ConvertAll(row => (long?)row.Id);
            parents = await Rows(db.Posts.AsNoTracking().VisibleTo(viewer).Where(p => p.TopicId == topicId && p.Part == Part.Comment && ids.Contains(p.ParentId)).OrderBy(p => p.Id).Take(MostComments));
            foreach (var comment in parents) rootOf[comment.Id] = rootOf[comment.ParentId!.Value];
            all.AddRange(parents);
        }

        return ([.. all.OrderBy(row => row.Id)], rootOf);
    }

    /// <summary>The titles of those that the reader may see.</summary>
    async Task<Dictionary<long, string>> Notes(List<long> ids, Viewer viewer) =>
        ids.Count == 0 ? [] : await db.Topics.AsNoTracking().ListedFor(viewer).Where(t => ids.Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.Title);

    /// <summary>The reader's own votes and bookmarks.</summary>
    async Task<(Dictionary<long, int> Votes, HashSet<long> Kept)> Own(List<long> ids, Viewer viewer) => (
        await VotesOf.On(db)(db, viewer.PersonId, ids).ToDictionaryAsync(v => v.PostId, v => v.Value),
        await BookmarksOf.On(db)(db, viewer.PersonId, ids).ToHashSetAsync());

    Task<List<PostRow>> Rows(IQueryable<Post> posts)
    {
        var (revisions, attributions) = (db.Revisions, db.Attributions);
        return posts.AsNoTracking().Select(p => new PostRow
        {
            Id = p.Id,
            TopicId = p.TopicId,
            Part = p.Part,
            ParentId = p.ParentId,
            ParentPart = p.Parent == null ? null : p.Parent.Part,
            ParentAuthorId = p.Parent == null ? null : p.Parent.AuthorId,
            AuthorId = p.AuthorId,
            AuthorName = p.AuthorName,
            UnnamedAt = p.UnnamedAt,
            CreatedAt = p.CreatedAt,
            EditedAt = p.EditedAt,
            RevisionNumber = p.RevisionNumber,
            Score = p.Score,
            Standing = p.Standing,
            Html = revisions.Where(r => r.PostId == p.Id && r.Number == p.RevisionNumber).Select(r => r.Html).First(),
            Voice = p.Voice,
            Interest = p.Interest,
            Source = attributions.Where(a => a.PostId == p.Id).Select(a => new PostSource(a.Source, a.Url, a.Licence)).FirstOrDefault(),
        }).ToListAsync();
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
}
