using Community.Governance;
using Community.Notes.Care;
using Community.Spaces;
using Community.Store;
using Community.Topics;

namespace Community.Notes;

/// <summary>Gives a practice note a new revision, title and tags.</summary>
public sealed class ReviseNote(CommunityStore store, PostTexts texts, TimeProvider clock)
{
    /// <param name="postId">The note's opening, which is its text.</param>
    /// <exception cref="StaleEditException">Somebody saved a newer revision meanwhile.</exception>
    /// <exception cref="RefusedException">The note is not there or not this person's to revise; text, title or tags cannot be taken.</exception>
    public async Task Run(long personId, long postId, Edit edit, CancellationToken stop = default)
    {
        var text = await texts.Render(edit.Body, TopicKind.Note, Part.Opening, stop);

        await store.Write(async db =>
        {
            var viewer = await db.Viewer(personId, stop);
            var post = await db.PostFor(viewer, postId, stop);
            if (post is not { Part: Part.Opening, Topic.Kind: TopicKind.Note }) throw new RefusedException(Refusal.Invalid, "This is no practice note.");
            viewer.Demand(Act.ReviseNote, post.Topic.SpaceId, await NoteCapacity.Of(db, viewer, post.Topic, stop),
                "This note is revised by its author and its stewards. Write a comment below it to suggest the change.");

            await PostRevising.Save(db, viewer, post, text, edit, clock.Now(), stop);
            if (edit.IsCheck && viewer.May(Act.KeepNote, post.Topic.SpaceId, await NoteCapacity.Of(db, viewer, post.Topic, stop))) await Checking.Do(db, post.Topic, personId, edit.Summary, clock.Now(), stop);
        }, stop);
    }
}
