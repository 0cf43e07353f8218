using Community.Governance;
using Community.Spaces;
using Community.Store;
using Community.Topics.Holding;
using Community.Topics.Voices;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics;

/// <summary>Gives a post a new revision, and an opening its title and tags. A note's own text is revised by its stewards, in the area Notes.</summary>
public sealed class RevisePost(CommunityStore store, PostTexts texts, TimeProvider clock)
{
    /// <exception cref="StaleEditException">Somebody saved a newer revision meanwhile.</exception>
    /// <exception cref="RefusedException">The post is not there or not this person's to change; text, title or tags cannot be taken.</exception>
    /// <exception cref="HeldException">It was taken, and waits before others see it.</exception>
    /// <exception cref="CheckedException">Its author has to decide on something that was found in it.</exception>
    public async Task Run(long personId, long postId, Edit edit, Speech? speech = null, CancellationToken stop = default)
    {
        var part = await store.Read(db => db.Posts.Where(p => p.Id == postId).Select(p => (Part?)p.Part).FirstOrDefaultAsync(stop));
        var text = await texts.Render(edit.Body, TopicKind.Thread, part ?? Part.Reply, $"{edit.Title}\n{edit.Summary}", speech?.MasksFound == true, stop);

        HeldException.Unless(await store.Write(async db =>
        {
            var viewer = await db.Viewer(personId, stop);
            var post = await db.PostFor(viewer, postId, stop);
            if (post is { Part: Part.Opening, Topic.Kind: TopicKind.Note })
                throw new RefusedException(Refusal.Invalid, "This is a practice note; it is revised as one.");
            viewer.Demand(Act.Revise, post, "Only its author and the moderators edit this post. Write a comment or a reply to say what should change.");

            var held = await db.HoldEdit(viewer, post, text, edit, speech, clock.Now(), stop);
            if (held is null) await PostRevising.Save(db, viewer, post, text, edit, clock.Now(), stop);
            return -held?.Id ?? 0;
        }, stop));
    }
}
