using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Playbooks;

/// <summary>Puts the answer of a run into the composer, as a draft of this person: it is posted like any other text, with the same voice and checks.</summary>
public sealed class OpenReply(CommunityStore store, SaveDraft save)
{
    /// <returns>Where the draft stands.</returns>
    /// <exception cref="RefusedException">No such run for this person, it has ended, nobody has approved the answer yet, there is none, the topic is closed, or there is another draft at the place.</exception>
    public async Task<DraftPlace> Run(long personId, long runId, CancellationToken stop = default)
    {
        var (place, text) = await store.Read(db => Answer(db, personId, runId, stop));
        try
        {
            await save.Run(personId, place, text, null, stop);
        }
        catch (StaleDraftException)
        {
            throw new RefusedException(Refusal.Conflict, "You have a draft at this place already. Send or discard it first, or copy the answer from here.");
        }

        return place;
    }

    static async Task<(DraftPlace, DraftText)> Answer(CommunityContext db, long personId, long runId, CancellationToken stop)
    {
        var viewer = await db.Viewer(personId, stop);
        var run = await db.PlaybookRuns.AsNoTracking().VisibleTo(viewer, db).Include(r => r.Version).Include(r => r.Post).ThenInclude(p => p.Topic).FirstOrDefaultAsync(r => r.Id == runId, stop)
            ?? throw new RefusedException(Refusal.NotFound, "There is nothing at this address, or it is not for you.");
        if (run.State != RunState.Open) throw new RefusedException(Refusal.Conflict, "This run has ended.");
        if (run.Version.Approver is not null && !run.IsApproved) throw new RefusedException(Refusal.Conflict, "Nobody has approved the answer yet.");
        if (run.Post.Topic.IsClosed) throw new RefusedException(Refusal.Conflict, "This topic is closed. Open it again first, or answer elsewhere.");

        var body = run.Version.Approver is null ? await db.FilledReply(runId, stop) : run.Reply;
        if (body.Length == 0) throw new RefusedException(Refusal.Conflict, "This playbook has no answer to begin with.");

        var (place, parentId) = await PlaceOf(db, run.Post, stop);
        return (place, new DraftText(body, ParentId: parentId, Key: Guid.NewGuid().ToString("N")));
    }

    /// <summary>Under the post, as far as something can stand there.</summary>
    static async Task<(DraftPlace, long?)> PlaceOf(CommunityContext db, Post post, CancellationToken stop)
    {
        var topic = post.Topic;
        if (topic.Kind == TopicKind.Thread || topic.Kind == TopicKind.Question && post.Part == Part.Opening) return (DraftPlace.ReplyIn(topic.Id), post.Part == Part.Reply ? post.Id : null);

        var under = post.Part == Part.Comment ? post.ParentId ?? await db.Posts.Where(p => p.TopicId == topic.Id && p.Part == Part.Opening).Select(p => p.Id).FirstAsync(stop) : post.Id;
        return (DraftPlace.CommentUnder(under), under);
    }
}
