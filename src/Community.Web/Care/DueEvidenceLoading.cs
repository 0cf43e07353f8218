using System.Globalization;
using System.Text.RegularExpressions;
using Community.Governance;
using Community.Notes.Care;
using Community.Notes.Links;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Care;

/// <summary>Loads what speaks for and against notes since they were last checked. A new kind of evidence is a word of <see cref="DueKind"/> and a part of <see cref="Of"/>. Ask only for notes that came through the gate.</summary>
public sealed partial class DueEvidenceLoading(CommunityContext db, KnownCommunity community, DueWork work)
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
        return asked.Where(p => p.CreatedAt > since[p.TopicId]).Select(p => (p.TopicId, new DueEvidence(DueKind.Question, Sentence(p.Source), p.UnnamedAt is null ? names[p.AuthorId] : null, TopicAddress.Permalink(p.Id), p.CreatedAt)));
    }

    /// <summary>Questions of their own that link to the note.</summary>
    async Task<IEnumerable<(long, DueEvidence)>> Linking(IReadOnlyDictionary<long, DateTime> since, Viewer viewer)
    {
        var (first, revisions) = (since.Values.Min(), db.Revisions);
        var asked = await db.Posts.AsNoTracking().ListedFor(viewer).Where(p => p.Part == Part.Opening && p.Topic.Kind == TopicKind.Question && p.CreatedAt > first
                && revisions.Any(r => r.PostId == p.Id && r.Number == p.RevisionNumber && r.Html.Contains("href=\"/notes/")))
            .OrderByDescending(p => p.Id).Take(MostLinking)
            .Select(p => new { p.TopicId, p.Topic.Title, p.AuthorId, p.UnnamedAt, p.CreatedAt, Html = revisions.Where(r => r.PostId == p.Id && r.Number == p.RevisionNumber).Select(r => r.Html).First() }).ToListAsync();
        var names = await Names(asked.Select(p => p.AuthorId));
        return from question in asked
               from note in LinkReading.Inside(question.Html).Select(NoteIn).OfType<long>().Distinct()
               where since.TryGetValue(note, out var checkedAt) && question.CreatedAt > checkedAt
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
        var outside = await db.OutsideLinks.AsNoTracking().Where(l => ids.Contains(l.TopicId) && l.DeadSince != null).ToListAsync();
        return links.Where(link => !(link.At.Groups[1].Value == "posts" ? livingPosts : livingTopics).Contains(IdOf(link.At))).Select(link => (link.TopicId, new DueEvidence(DueKind.DeadLink, link.Href, null, null, null)))
            .Concat(outside.Select(link => (link.TopicId, new DueEvidence(DueKind.DeadLink, link.Address, null, link.Address, link.DeadSince, link.Status))));
    }

    async Task<Dictionary<long, Named>> Names(IEnumerable<long> people)
    {
        var ids = people.Distinct().ToList();
        var names = await community.Names(ids);
        return ids.ToDictionary(id => id, id => new Named(id, names.TryGetValue(id, out var name) ? name.Name : "—"));
    }

    static long? NoteIn(string href) => Place().Match(href) is { Success: true } at && at.Groups[1].Value == "notes" ? IdOf(at) : null;

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
