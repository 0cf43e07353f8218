using System.Globalization;
using System.Text.RegularExpressions;
using Community.Governance;
using Community.Notes.Care;
using Community.Notes.Links;
using Community.Spaces;
using Community.Store;
using Community.Text;
using Community.Topics;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Care;

/// <summary>Loads what speaks for and against notes since they were last checked. A new kind of evidence is a word of <see cref="DueKind"/> and a part of <see cref="Of"/>. Ask only for notes that came through the gate.</summary>
public sealed partial class DueEvidenceLoading(CommunityContext db, KnownCommunity community, DueWork work, TimeProvider clock)
{
    const int MostANote = 6;
    const int MostLinking = 500;

    /// <param name="since">The notes, each with its last check.</param>
    public async Task<ILookup<long, DueEvidence>> Of(IReadOnlyDictionary<long, DateTime> since, Viewer viewer)
    {
        if (since.Count == 0) return Array.Empty<DueEvidence>().ToLookup(_ => 0L);

        List<(long Note, DueEvidence Evidence)> all = [.. await Words(since), .. await work.Disputes([.. since.Keys]), .. await work.Failures([.. since.Keys]), .. await work.Sources(since, viewer), .. await Comments(since, viewer), .. await Linking(since, viewer), .. await DeadLinks([.. since.Keys], viewer)];
        return all.OrderBy(one => one.Evidence.Kind).ThenBy(one => one.Evidence.At).GroupBy(one => one.Note).SelectMany(of => of.Take(MostANote)).ToLookup(one => one.Note, one => one.Evidence);
    }

    async Task<IEnumerable<(long, DueEvidence)>> Words(IReadOnlyDictionary<long, DateTime> since)
    {
        var ids = since.Keys.ToList();
        var words = await db.NoteVerdicts.AsNoTracking().Where(v => ids.Contains(v.TopicId) && v.EndedAt == null && v.Answer != Verdict.Yes).OrderBy(v => v.Id).ToListAsync();
        var names = await Names(words.Select(w => w.PersonId));
        return words.Select(w => (w.TopicId, new DueEvidence(w.Answer == Verdict.No ? DueKind.Doubt : DueKind.Unsure, w.Word, names[w.PersonId], null, w.At)));
    }

    /// <summary>Comments that ask something.</summary>
    async Task<IEnumerable<(long, DueEvidence)>> Comments(IReadOnlyDictionary<long, DateTime> since, Viewer viewer)
    {
        var (ids, first, revisions) = (since.Keys.ToList(), since.Values.Min(), db.Revisions);
        var asked = await db.Posts.AsNoTracking().ListedFor(viewer).Where(p => ids.Contains(p.TopicId) && p.CreatedAt > first).Asking(revisions)
            .Select(p => new { p.Id, p.TopicId, p.AuthorId, p.CreatedAt, p.UnnamedAt, Source = revisions.Where(r => r.PostId == p.Id && r.Number == p.RevisionNumber).Select(r => r.Source).First() }).OrderBy(p => p.Id).Take(MostLinking).ToListAsync();
        var names = await Names(asked.Select(p => p.AuthorId));
        // What a comment quotes is another post's, and may be out of the reader's sight.
        return asked.Where(p => p.CreatedAt > since[p.TopicId]).Select(p => (Post: p, Own: QuotedSource.Without(p.Source))).Where(one => one.Own.Contains('?', StringComparison.Ordinal))
            .Select(one => (one.Post.TopicId, new DueEvidence(DueKind.Question, Sentence(one.Own), one.Post.UnnamedAt is null ? names[one.Post.AuthorId] : null, TopicAddress.Permalink(one.Post.Id), one.Post.CreatedAt)));
    }

    /// <summary>Questions of their own that link to the note.</summary>
    async Task<IEnumerable<(long, DueEvidence)>> Linking(IReadOnlyDictionary<long, DateTime> since, Viewer viewer)
    {
        var ids = since.Keys.ToList();
        var links = (await db.TopicLinks.AsNoTracking().Where(l => ids.Contains(l.ToTopicId)).Select(l => new { From = l.FromTopicId, Note = l.ToTopicId })
            .Union(db.NoteLinks.Where(l => l.NoteId != null && ids.Contains(l.NoteId.Value) && l.Post.Part == Part.Opening).Select(l => new { From = l.Post.TopicId, Note = l.NoteId!.Value }))
            .OrderByDescending(l => l.From).Take(MostLinking).ToListAsync()).ToLookup(l => l.From, l => l.Note);
        var linking = links.Select(of => of.Key).ToList();
        var asked = await db.Posts.AsNoTracking().ListedFor(viewer).Where(p => linking.Contains(p.TopicId) && p.Part == Part.Opening && p.Topic.Kind == TopicKind.Question)
            .Select(p => new { p.TopicId, p.Topic.Title, p.AuthorId, p.UnnamedAt, p.CreatedAt }).ToListAsync();
        var names = await Names(asked.Select(p => p.AuthorId));
        return from question in asked
               from note in links[question.TopicId]
               where question.CreatedAt > since[note]
               select (note, new DueEvidence(DueKind.Question, question.Title, question.UnnamedAt is null ? names[question.AuthorId] : null, TopicAddress.Of(TopicKind.Question, question.TopicId, question.Title), question.CreatedAt));
    }

    /// <summary>Inside the site asked of the database and through the reader's gate: what leads nowhere for the reader. Outside, as the link was last asked.</summary>
    async Task<IEnumerable<(long, DueEvidence)>> DeadLinks(List<long> ids, Viewer viewer)
    {
        var revisions = db.Revisions;
        var texts = await db.Posts.AsNoTracking().Where(p => ids.Contains(p.TopicId) && p.Part == Part.Opening)
            .Select(p => new { p.TopicId, Html = revisions.Where(r => r.PostId == p.Id && r.Number == p.RevisionNumber).Select(r => r.Html).First() }).ToListAsync();
        var links = texts.SelectMany(text => LinkReading.Inside(text.Html).Select(href => (text.TopicId, Href: href, At: Place().Match(href)))).Where(link => link.At.Success).ToList();
        var (topics, posts) = (links.Where(link => link.At.Groups[1].Value != "posts").Select(link => IdOf(link.At)).ToList(), links.Where(link => link.At.Groups[1].Value == "posts").Select(link => IdOf(link.At)).ToList());
        var livingTopics = (await db.Topics.AsNoTracking().ListedFor(viewer).Where(t => topics.Contains(t.Id)).Select(t => t.Id).ToListAsync()).ToHashSet();
        var livingPosts = (await db.Posts.AsNoTracking().ListedFor(viewer).Where(p => posts.Contains(p.Id)).Select(p => p.Id).ToListAsync()).ToHashSet();
        // Where links are not asked any more, or one is gone from the text, what was found says nothing.
        var (asked, stands) = (clock.Now() - OutsideLink.Counts, texts.ToLookup(text => text.TopicId, text => LinkReading.Outside(text.Html)));
        var outside = (await db.OutsideLinks.AsNoTracking().Where(l => ids.Contains(l.TopicId) && l.DeadSince != null && l.AskedAt > asked).ToListAsync()).Where(l => stands[l.TopicId].Any(addresses => addresses.Contains(l.Address))).ToList();
        return links.Where(link => !(link.At.Groups[1].Value == "posts" ? livingPosts : livingTopics).Contains(IdOf(link.At))).Select(link => (link.TopicId, new DueEvidence(DueKind.DeadLink, link.Href, null, null, null)))
            .Concat(outside.Select(link => (link.TopicId, new DueEvidence(DueKind.DeadLink, link.Address, null, link.Address, link.DeadSince, link.Status))));
    }

    async Task<Dictionary<long, Named>> Names(IEnumerable<long> people)
    {
        var ids = people.Distinct().ToList();
        var names = await community.Names(ids);
        return ids.ToDictionary(id => id, id => new Named(id, names.TryGetValue(id, out var name) ? name.Name : "—"));
    }

    static long IdOf(Match at) => long.Parse(at.Groups[2].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>The sentence that asks, or the beginning.</summary>
    static string Sentence(string source) => Asked().Match(source) is { Success: true } asked ? asked.Value.Trim() : source.Length <= CareWords.MaxLength ? source : source[..CareWords.MaxLength];

    [GeneratedRegex("^/(threads|questions|notes|posts)/([0-9]{1,18})(?:[/?#]|$)", RegexOptions.NonBacktracking)]
    private static partial Regex Place();

    [GeneratedRegex(@"[^.!?\n]{1,300}\?", RegexOptions.NonBacktracking)]
    private static partial Regex Asked();
}

/// <summary>Comments that ask something.</summary>
static class AskingPosts
{
    public static IQueryable<Post> Asking(this IQueryable<Post> posts, IQueryable<Revision> revisions) => posts.Where(p => p.Part == Part.Comment
        && revisions.Any(r => r.PostId == p.Id && r.Number == p.RevisionNumber && (EF.Functions.Like(r.Source, "%?") || r.Source.Contains("? ") || r.Source.Contains("?\n"))));
}
