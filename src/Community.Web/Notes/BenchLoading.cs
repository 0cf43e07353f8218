using Community.Governance;
using Community.Notes.Bench;
using Community.Notes.Lineage;
using Community.People;
using Community.Search;
using Community.Spaces;
using Community.Store;
using Community.Text;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Notes;

/// <summary>Loads the reader's bench. What was taken back since is not shown any more.</summary>
public sealed class BenchLoading(CommunityContext db, CurrentViewer current, Searcher searcher)
{
    const int MostKey = 5;
    const int MostRelated = 4;
    const int LongThread = 5;

    /// <summary>In characters: what is searched with.</summary>
    const int MostWords = 1_500;

    /// <param name="typed">What was typed and refused; null for what is kept.</param>
    /// <param name="proposing">Without it nothing is proposed, which costs a search.</param>
    public async Task<BenchPage> Load(BenchForm? typed = null, bool proposing = true)
    {
        var viewer = await current.Get();
        var (personId, people) = (viewer.PersonId!.Value, db.People);
        var note = await db.BenchNotes.AsNoTracking().FirstOrDefaultAsync(n => n.PersonId == personId) ?? new BenchNote(personId, NoteSkeleton.Headings);
        var blocks = await db.BenchBlocks.AsNoTracking().Where(b => b.PersonId == personId).OrderBy(b => b.Section).ThenBy(b => b.Order).ThenBy(b => b.Id).ToListAsync();
        var passages = await db.BenchPassages.AsNoTracking().Where(p => p.PersonId == personId).OrderBy(p => p.Id).ToListAsync();
        var postIds = passages.Select(p => p.PostId).ToHashSet();
        var posts = await db.Posts.AsNoTracking().ListedFor(viewer).Where(p => postIds.Contains(p.Id))
            .Select(p => new { p.Id, p.TopicId, p.Topic.Title, p.Topic.Kind, p.Topic.Standing, Starter = p.Topic.AuthorId, p.Topic.ReplyCount, p.CreatedAt, p.AuthorId, IsUnnamed = p.UnnamedAt != null, Name = p.AuthorName ?? people.Where(a => a.Id == p.AuthorId).Select(a => a.Name).First() }).ToDictionaryAsync(p => p.Id);

        var letters = blocks.Select(b => b.PassageId).OfType<long>().Distinct().Select((id, i) => (id, Letter: ((char)('a' + i % 26)).ToString())).ToDictionary(one => one.id, one => one.Letter);
        var views = passages.ConvertAll(p => posts.TryGetValue(p.PostId, out var post)
            ? new PassageView(p.Id, p.PostId, p.Text, post.IsUnnamed ? null : post.AuthorId, post.IsUnnamed ? null : post.Name, Readable.By(viewer, post.Standing, post.Starter) ? post.Title : "", post.CreatedAt, letters.GetValueOrDefault(p.Id)) { QuestionId = post is { Kind: TopicKind.Question, Standing: Standing.Published } ? post.TopicId : null }
            : new PassageView(p.Id, p.PostId, null, null, null, "", p.At, letters.GetValueOrDefault(p.Id)));
        var sections = note.Sections.Select((heading, i) => new BenchSection(typed?.Headings.ElementAtOrDefault(i) ?? heading, [.. blocks.Where(b => b.Section == i).Select(b =>
        {
            var passage = views.Find(p => p.Id == b.PassageId);
            var isGone = passage is { Text: null };
            return new BenchBlockView(b.Id, isGone ? null : typed?.Texts.GetValueOrDefault(b.Id) ?? b.Text, b.PassageId, passage?.Letter, passage?.Author, passage?.Text?.Trim() == b.Text);
        })])).ToList();
        var form = typed ?? new BenchForm { Title = note.Title, Purpose = note.Purpose, Space = note.Space, Tags = note.Tags };
        var spaces = await db.Spaces.AsNoTracking().VisibleTo(viewer).OrderBy(s => s.Name).Select(s => new { s.Id, s.Slug, s.Name, s.Tier }).ToListAsync();
        return new BenchPage(form, views, sections, [.. spaces.Where(s => viewer.May(Act.StartTopic, s.Id)).Select(s => new SpaceChoice(s.Slug, s.Name, s.Tier))],
            proposing ? await Key([.. posts.Values.Where(p => p.ReplyCount >= LongThread).Select(p => p.TopicId).Distinct().Take(3)], passages, viewer) : [], proposing ? await Related(form.Title, passages, postIds, viewer) : []);
    }

    /// <summary>The note that a source belongs to; null where there is none for the reader.</summary>
    public async Task<long?> NoteOf(long tieId)
    {
        var (viewer, ties) = (await current.Get(), db.LineageTies);
        return await db.Topics.VisibleTo(viewer).Where(t => ties.Any(tie => tie.Id == tieId && tie.Block.TopicId == t.Id)).Select(t => (long?)t.Id).FirstOrDefaultAsync();
    }

    async Task<IReadOnlyList<KeyPassage>> Key(IReadOnlyList<long> topicIds, List<BenchPassage> there, Viewer viewer)
    {
        var (revisions, people, found) = (db.Revisions, db.People, new List<KeyPassage>());
        foreach (var topicId in topicIds)
        {
            var posts = await db.Posts.AsNoTracking().ListedFor(viewer).Where(p => p.TopicId == topicId && p.Topic.Standing == Standing.Published).OrderBy(p => p.Id).Take(200)
                .Select(p => new { p.Id, p.Score, p.Topic.Title, IsUnnamed = p.UnnamedAt != null, Name = p.AuthorName ?? people.Where(a => a.Id == p.AuthorId).Select(a => a.Name).First(), Html = revisions.Where(r => r.PostId == p.Id && r.Number == p.RevisionNumber).Select(r => r.Html).First() }).ToListAsync();
            var byId = posts.ToDictionary(p => p.Id);
            found.AddRange(KeySentences.Of([.. posts.Select(p => (p.Id, PlainPost.Of(p.Html), p.Score))], (MostKey + topicIds.Count - 1) / topicIds.Count).Where(s => !there.Exists(p => p.PostId == s.PostId && Passage.Holds(p.Text, s.Text)))
                .Select(s => new KeyPassage(s.PostId, s.Text, byId[s.PostId].IsUnnamed ? "" : byId[s.PostId].Name, byId[s.PostId].Title)));
        }

        return [.. found.Take(MostKey)];
    }

    async Task<IReadOnlyList<RelatedPost>> Related(string title, List<BenchPassage> passages, HashSet<long> postIds, Viewer viewer)
    {
        if (passages.Count == 0) return [];

        var (revisions, people) = (db.Revisions, db.People);
        var words = $"{title} {string.Join(' ', passages.Take(5).Select(p => p.Text))}";
        var best = await searcher.BestPosts(words.Length <= MostWords ? words : words[..MostWords], null, viewer, MostRelated + postIds.Count);
        var ids = best.Select(b => b.PostId).Where(id => !postIds.Contains(id)).Take(MostRelated).ToList();
        var posts = await db.Posts.AsNoTracking().ListedFor(viewer).Where(p => ids.Contains(p.Id) && p.Topic.Standing == Standing.Published && !(p.Part == Part.Opening && p.Topic.Kind == TopicKind.Note))
            .Select(p => new { p.Id, p.Topic.Title, IsUnnamed = p.UnnamedAt != null, Name = p.AuthorName ?? people.Where(a => a.Id == p.AuthorId).Select(a => a.Name).First(), Html = revisions.Where(r => r.PostId == p.Id && r.Number == p.RevisionNumber).Select(r => r.Html).First() }).ToDictionaryAsync(p => p.Id);
        return [.. ids.Where(posts.ContainsKey).Select(id => posts[id]).Select(p => new RelatedPost(p.Id, p.Title, p.IsUnnamed ? "" : p.Name, Cut(PlainPost.Of(p.Html))))];
    }

    static string Cut(string text) => text.Length <= 240 ? text : text[..text.LastIndexOf(' ', 240)] + "…";
}
