using Community.People;
using Community.Spaces;
using Community.Store;
using Community.Text;
using Community.Topics;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Community.Benchmarks.Limit;

/// <summary>Each page of the comparison with its rows; <c>pad</c> characters of markup a row make it as long as the site's.</summary>
public sealed class LimitController(CommunityContext db, IndexSearcher searcher) : Controller
{
    const string Folder = "/Limit/";

    [HttpGet("/topic")]
    public async Task<IActionResult> Topic(long id, int pad)
    {
        var (spaces, topicTags, people, units, revisions) = (db.Spaces, db.TopicTags, db.People, db.Units, db.Revisions);
        var topic = await db.Topics.AsNoTracking().Where(t => t.Id == id).Select(t => new
        {
            t.Title,
            Space = spaces.Where(s => s.Id == t.SpaceId).Select(s => s.Name).First(),
        }).FirstAsync();
        // Asked for with the topic, as a collection, SQLite reads all tags of all topics.
        var tags = await topicTags.AsNoTracking().Where(u => u.TopicId == id).Select(u => u.Tag!.Name).ToListAsync();
        // In the order of time and looked up row by row: by id, or as a join, SQLite reads all posts or all revisions.
        var posts = await db.Posts.AsNoTracking().Where(p => p.TopicId == id).OrderBy(p => p.CreatedAt).Take(51).Select(p => new LimitRow(
            p.Id, people.Where(a => a.Id == p.AuthorId).Select(a => a.Name).First(), people.Where(a => a.Id == p.AuthorId).Select(a => units.Where(u => u.Id == a.UnitId).Select(u => u.Name).First()).First(), p.CreatedAt, p.Score,
            revisions.Where(r => r.PostId == p.Id && r.Number == p.RevisionNumber).Select(r => r.Html).First())).ToListAsync();
        return View(Folder + "Rows.cshtml", new LimitPage(topic.Title, topic.Space, tags, posts, Padding(pad)));
    }

    [HttpGet("/list")]
    public async Task<IActionResult> List(int pad) =>
        View(Folder + "Rows.cshtml", new LimitPage("Questions", "", [], await Topics(db.Topics.Where(t => t.Kind == TopicKind.Question).OrderByDescending(t => t.LastPostAt).Take(31)), Padding(pad)));

    [HttpGet("/home")]
    public async Task<IActionResult> Home(int pad, long person)
    {
        var memberships = db.Memberships;
        var joined = await db.Spaces.Where(s => memberships.Any(m => m.SpaceId == s.Id && m.PersonId == person)).Select(s => new { s.Id, s.Name }).ToListAsync();
        var ids = joined.ConvertAll(space => space.Id);
        var lively = await Topics(db.Topics.Where(t => ids.Contains(t.SpaceId)).OrderByDescending(t => t.LastPostAt).Take(9));
        var unanswered = await Topics(db.Topics.Where(t => t.Kind == TopicKind.Question && t.ClosedAt == null && t.ReplyCount == 0).OrderByDescending(t => t.CreatedAt).Take(6));
        var own = await Topics(db.Topics.Where(t => t.AuthorId == person && t.Kind == TopicKind.Question && t.ReplyCount > 0).OrderByDescending(t => t.LastPostAt).Take(5));
        return View(Folder + "Rows.cshtml", new LimitPage("Home", "", joined.ConvertAll(space => space.Name), [.. lively, .. unanswered, .. own], Padding(pad)));
    }

    [HttpGet("/found")]
    public async Task<IActionResult> Found(string q, int pad)
    {
        var query = new BooleanQuery();
        foreach (var word in q.Split(' ')) query.Add(new TermQuery(new Term("text", word)), Occur.SHOULD);
        var values = MultiDocValues.GetNumericValues(searcher.IndexReader, "id");
        var ids = searcher.Search(query, 20).ScoreDocs.Select(hit => values.Get(hit.Doc)).ToList();
        var (people, revisions) = (db.People, db.Revisions);
        var rows = await db.Posts.AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new LimitRow(
            p.Id, p.Topic.Title, people.Where(a => a.Id == p.AuthorId).Select(a => a.Name).First(), p.CreatedAt, p.Score, revisions.Where(r => r.PostId == p.Id && r.Number == p.RevisionNumber).Select(r => r.Html).First())).ToListAsync();
        return View(Folder + "Rows.cshtml", new LimitPage(q, "", [], rows.ConvertAll(row => row with { Html = Beginning(PlainPost.Of(row.Html)) }), Padding(pad)));
    }

    Task<List<LimitRow>> Topics(IQueryable<Topic> topics)
    {
        var (spaces, people) = (db.Spaces, db.People);
        return topics.AsNoTracking().Select(t => new LimitRow(t.Id, t.Title, spaces.Where(s => s.Id == t.SpaceId).Select(s => s.Name).First(), t.LastPostAt, t.ReplyCount,
            people.Where(a => a.Id == t.AuthorId).Select(a => a.Name).First())).ToListAsync();
    }

    static string Beginning(string text) => text.Length <= 260 ? text : text[..260];

    static string Padding(int characters) => Paddings.Of(characters);
}

/// <summary>One row as the limit shows it: a post, or a topic with its counts.</summary>
public sealed record LimitRow(long Id, string Name, string Place, DateTime At, int Score, string Html);

/// <summary>A page of the limit.</summary>
public sealed record LimitPage(string Title, string Space, IReadOnlyList<string> Tags, IReadOnlyList<LimitRow> Rows, string Padding);
