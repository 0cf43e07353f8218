using Community.Governance;
using Community.People;
using Community.Spaces;
using Community.Store;
using Community.Topics.Holding;
using Community.Topics.Moderating;
using Community.Topics.Voices;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics;

/// <summary>Adds a reply, an answer or a comment.</summary>
public sealed class AddPost(CommunityStore store, PostTexts texts, TimeProvider clock)
{
    /// <param name="parentId">What it stands under; null for the opening.</param>
    /// <param name="once">Makes the same request sent again the same post.</param>
    /// <param name="draft">The version of the draft that it was written in; it goes with the same transaction.</param>
    /// <param name="speech">In whose name; null for the own.</param>
    /// <returns>The post's id.</returns>
    /// <exception cref="HeldException">It was taken, and waits before others see it.</exception>
    /// <exception cref="CheckedException">Its author has to decide on something that was found in it.</exception>
    /// <exception cref="RefusedException">The topic is not there, closed, or takes no such post from this person.</exception>
    public async Task<long> Run(long personId, long topicId, Part part, long? parentId, string body, Once? once = null, long? draft = null, Speech? speech = null, CancellationToken stop = default)
    {
        var text = await texts.Render(body, TopicKind.Thread, part, speech?.Interest, speech?.MasksFound == true, stop);
        var spoken = speech ?? Speech.Unasked;

        return HeldException.Unless(await store.WriteOnce(personId, once, clock.Now(), async db =>
        {
            var viewer = await db.Viewer(personId, stop);
            var topic = await db.TopicFor(viewer, topicId, stop);
            viewer.Demand(part == Part.Comment ? Act.Comment : Act.Reply, topic, "You may read this space, but not write in it.");
            var parent = parentId is not null ? await db.PostFor(viewer, parentId.Value, stop)
                : part == Part.Comment ? await db.Posts.FirstAsync(p => p.TopicId == topicId && p.Part == Part.Opening, stop)
                : null;
            if (parent is { Standing: not Standing.Published })
                throw new RefusedException(Refusal.Conflict, "The post you answer to was taken out of sight meanwhile. Answer to another one, or to the opening.");

            var now = clock.Now();
            topic.DemandOpenFor(part, parent);
            // What waited came when it was sent.
            if (spoken.SubmissionId is null) await db.DemandPace(viewer, topic, now, stop);
            var held = await db.HoldBack(viewer, topic.SpaceId, new HeldPost(topicId, part, parent?.Id) { Body = text.Source, Title = topic.Title, IsMasked = viewer.OwnNameIn(topic) != personId }, text, spoken, now, stop);
            var post = held is null ? topic.Add(part, parent, text, await db.SpeakerIn(viewer, topic.SpaceId, topic, spoken, now, stop), now) : null;
            post?.Speak(spoken);
            if (post is not null) await db.Tie(viewer, post.Revisions[0], text, stop);
            await db.DropDraft(personId, part == Part.Comment ? DraftPlace.CommentUnder(parent!.Id) : DraftPlace.ReplyIn(topicId), draft, body, stop);
            await db.SaveChangesAsync(stop);
            return post?.Id ?? -held!.Id;
        }, stop));
    }
}
