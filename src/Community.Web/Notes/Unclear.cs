using Community.Notes.Paths;
using Community.People;
using Community.Store;
using Community.Topics;
using Community.Web.Care;
using Community.Web.Frame;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Notes;

/// <summary>
/// What newcomers asked about a note since it was last revised, for those who keep it: comments on it that ask something, and questions that point to it, written in the first 90 days of
/// their authors. Only posts that the reader may read count, and none whose author took the name off.
/// </summary>
public sealed class Unclear(CommunityContext db, CurrentViewer current, TimeProvider clock)
{
    const int Most = 20;

    static readonly TimeSpan LooksBack = TimeSpan.FromDays(365);

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<UnclearPost>> Of(long noteId, PostView note)
    {
        var (viewer, now) = (await current.Get(), clock.Now());
        var since = (note.EditedAt ?? note.CreatedAt) is var revised && revised > now - LooksBack ? revised : now - LooksBack;
        var (firstDay, people, revisions) = (since - Newcomer.For, db.People, db.Revisions);
        var linking = db.TopicLinks.Where(l => l.ToTopicId == noteId).Select(l => l.FromTopicId).Union(db.NoteLinks.Where(l => l.NoteId == noteId && l.Post.Part == Part.Opening).Select(l => l.Post.TopicId));
        var written = db.Posts.AsNoTracking().ListedFor(viewer).Where(p => p.CreatedAt > since && p.UnnamedAt == null && people.Any(a => a.Id == p.AuthorId && !a.IsImported && a.CreatedAt > firstDay));
        var author = db.Topics.Where(t => t.Id == noteId).Select(t => t.AuthorId);
        var comments = written.Where(p => p.TopicId == noteId && !author.Contains(p.AuthorId)).Asking(revisions);
        var questions = written.Where(p => p.Part == Part.Opening && p.Topic.Kind == TopicKind.Question && linking.Contains(p.TopicId));
        var found = (await Load(comments)).Concat(await Load(questions)).OrderByDescending(p => p.Id);
        return [.. found.Where(p => Newcomer.Is(p.Came, p.CreatedAt)).Take(Most).Select(p => new UnclearPost(p.Id, p.TopicId == noteId ? null : p.Title, p.CreatedAt))];

        Task<List<Asked>> Load(IQueryable<Post> posts) => posts.OrderByDescending(p => p.Id).Take(Most * 5)
            .Select(p => new Asked(p.Id, p.CreatedAt, p.TopicId, p.Topic.Title, people.Where(a => a.Id == p.AuthorId).Select(a => a.CreatedAt).First())).ToListAsync();
    }

    sealed record Asked(long Id, DateTime CreatedAt, long TopicId, string Title, DateTime Came);
}

/// <summary>One post that shows what a newcomer did not find.</summary>
/// <param name="Question">The title of a question; null for a comment.</param>
public sealed record UnclearPost(long Id, string? Question, DateTime At);
