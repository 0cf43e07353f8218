using Community.Governance;
using Community.People;
using Community.Store;
using Community.Topics.Holding;
using Community.Topics.Moderating;
using Community.Topics.Voices;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics;

/// <summary>What somebody wants a post to become.</summary>
/// <param name="Title">For an opening: the topic's title; null leaves it.</param>
/// <param name="Tags">For an opening: the topic's tags; null leaves them.</param>
/// <param name="BasedOn">The revision that the editor had before the eyes; null overwrites whatever is newest.</param>
/// <param name="Draft">The version of the draft that it was written in; it goes with the same transaction.</param>
public sealed record Edit(string Body, string? Summary, int? BasedOn, string? Title = null, IReadOnlyList<string>? Tags = null, long? Draft = null)
{
    /// <summary>Of a note: what others saved meanwhile in other blocks stands beside it; else nothing is saved then.</summary>
    public bool Merges { get; init; }

    /// <summary>Whose words they are, where somebody else takes them in.</summary>
    public long? ById { get; init; }

    /// <summary>Spelling or layout: nobody is told that it changed.</summary>
    public bool IsMinor { get; init; }

    /// <summary>What was typed, where the text was put together with another one since.</summary>
    public string? Typed { get; init; }

    /// <summary>Of a note: who saves it, and keeps it, has looked at the whole of it; it counts as a check.</summary>
    public bool IsCheck { get; init; }
}

/// <summary>What revising a post and revising a note have in common.</summary>
static class PostRevising
{
    /// <exception cref="StaleEditException">Somebody saved a newer revision meanwhile.</exception>
    /// <exception cref="RefusedException">The post is out of sight.</exception>
    public static async Task Save(CommunityContext db, Viewer viewer, Post post, PostText text, Edit edit, DateTime now, CancellationToken stop)
    {
        var saverId = await db.ReviserOf(viewer, post, stop);
        var editorId = edit.ById ?? saverId;
        post.DemandInSight();
        await db.DemandUnlocked(viewer, post, now, stop);
        // The same edit sent twice finds its own text there: nothing is overwritten.
        var current = await db.Revisions.AsNoTracking().Where(r => r.PostId == post.Id && r.Number == post.RevisionNumber).Select(r => r.Source).FirstAsync(stop);
        if (edit.BasedOn is not null && edit.BasedOn != post.RevisionNumber && current != text.Source) throw await Stale(db, post, stop);

        if (post.Part == Part.Opening && edit.Title is not null) await db.KeepLinksTo(post.Topic, edit.Title, stop);
        if (post.Part == Part.Opening && edit.Title is not null) post.Topic.Retitle(edit.Title, editorId, now);
        if (post.Part == Part.Opening && edit.Tags is not null)
        {
            await db.Entry(post.Topic).Collection(t => t.Tags).Query().Include(t => t.Tag).LoadAsync(stop);
            post.Topic.Retag(await Tags.Resolve(db, viewer, post.Topic.SpaceId, edit.Tags, stop), editorId, now);
        }

        if (current != text.Source)
        {
            await db.Entry(post).Collection(p => p.Mentions).LoadAsync(stop);
            await db.Entry(post).Collection(p => p.Quotations).LoadAsync(stop);
            var revision = post.Revise(text, editorId, edit.Summary ?? "", edit.BasedOn ?? post.RevisionNumber, now);
            if (saverId != editorId) revision.TakeIn(saverId);
            if (edit.IsMinor) revision.MarkMinor();
            await db.Tie(viewer, revision, text, stop);
        }

        await db.DropDraft(viewer.PersonId!.Value, DraftPlace.EditOf(post.Id), edit.Draft, edit.Typed ?? edit.Body, stop);
        await db.SaveChangesAsync(stop);
    }

    extension(CommunityContext db)
    {
        /// <summary>Whether a change has to be looked at. A voice that needs a second person needs one for a change, too.</summary>
        /// <returns>What waits, saved; null where the change may be seen now.</returns>
        public async Task<Submission?> HoldEdit(Viewer viewer, Post post, PostText text, Edit edit, Speech? speech, DateTime now, CancellationToken stop)
        {
            post.DemandInSight();
            var spoken = await db.SpeechOn(post, speech ?? Speech.Unasked, stop);
            // Whoever decides on it reads it beside this revision; on another one it would not be put later.
            if (spoken.SubmissionId is null && edit.BasedOn is { } read && read != post.RevisionNumber && !await db.Revisions.AnyAsync(r => r.PostId == post.Id && r.Number == post.RevisionNumber && r.Source == text.Source, stop)) throw await Stale(db, post, stop);
            if (spoken.SubmissionId is null) await db.DemandUnlocked(viewer, post, now, stop);

            var request = new HeldEdit(post.TopicId, post.Id, edit.Summary, edit.BasedOn ?? post.RevisionNumber, edit.Title, edit.Tags, edit.IsMinor, post is { Part: Part.Opening, Topic.Kind: TopicKind.Note }) { Body = text.Source, Title = edit.Title ?? post.Topic.Title, IsMasked = post.Topic.MaskedAt is not null && viewer.Is(post.Topic.AuthorId) };
            var held = await db.HoldBack(viewer, post.Topic.SpaceId, request, text, spoken, now, stop);
            if (held is null) return null;

            await db.DropDraft(viewer.PersonId!.Value, DraftPlace.EditOf(post.Id), edit.Draft, edit.Typed ?? edit.Body, stop);
            await db.SaveChangesAsync(stop);
            return held;
        }

        /// <summary>A post stays in the voice in which it was said, whoever changes it.</summary>
        public async Task<Speech> SpeechOn(Post post, Speech speech, CancellationToken stop) => speech with
        {
            Voice = post.Voice,
            UnitId = post.Voice == Voice.Personal ? null : await db.Masks.Where(m => m.Id == post.AuthorId).Select(m => m.UnitId).FirstOrDefaultAsync(stop),
            IsSure = true,
        };

        /// <summary>As whom the viewer changes a post: what is said in a voice is changed in it.</summary>
        async Task<long> ReviserOf(Viewer viewer, Post post, CancellationToken stop)
        {
            if (post.Voice == Voice.Personal || viewer.Is(post.AuthorId)) return viewer.NameOn(post);

            var (own, masks) = (viewer.PersonId, db.Masks);
            return await masks.Where(m => m.PersonId == own && masks.Any(other => other.Id == post.AuthorId && other.Voice == m.Voice && other.UnitId == m.UnitId)).Select(m => (long?)m.Id).FirstOrDefaultAsync(stop) ?? viewer.NameOn(post);
        }
    }

    static async Task<StaleEditException> Stale(CommunityContext db, Post post, CancellationToken stop)
    {
        var people = db.People;
        var newest = await db.Revisions.AsNoTracking().Where(r => r.PostId == post.Id && r.Number == post.RevisionNumber)
            .Select(r => new { r.Source, r.At, Editor = people.Where(p => p.Id == r.EditorId).Select(p => p.Name).First() }).FirstAsync(stop);
        return new StaleEditException(post.RevisionNumber, newest.Source, newest.Editor, newest.At);
    }
}
