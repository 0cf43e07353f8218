using Community.Governance;
using Community.Notes.Care;
using Community.Notes.Lineage;
using Community.Notes.Refining;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Topics.Holding;
using Community.Topics.Voices;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes;

/// <summary>Gives a practice note a new revision, title and tags.</summary>
public sealed class ReviseNote(CommunityStore store, PostTexts texts, TimeProvider clock)
{
    const int MostTries = 5;

    /// <param name="postId">The note's opening, which is its text.</param>
    /// <exception cref="StaleEditException">Somebody saved a newer revision meanwhile.</exception>
    /// <exception cref="RefusedException">The note is not there or not this person's to revise; text, title or tags cannot be taken.</exception>
    /// <exception cref="HeldException">It was taken, and waits before others see it.</exception>
    /// <exception cref="CheckedException">Its author has to decide on something that was found in it.</exception>
    public async Task Run(long personId, long postId, Edit edit, Speech? speech = null, CancellationToken stop = default)
    {
        var taken = edit;
        for (var tries = 0; ; tries++)
        {
            try
            {
                await Save(personId, postId, taken, speech, stop);
                return;
            }
            catch (StaleEditException stale) when (edit is { Merges: true, BasedOn: not null } && tries < MostTries)
            {
                taken = await Merged(postId, edit, stale, stop);
            }
        }
    }

    /// <exception cref="StaleEditException">Both changed the same block.</exception>
    async Task<Edit> Merged(long postId, Edit edit, StaleEditException stale, CancellationToken stop)
    {
        var before = await store.Read(db => db.Revisions.AsNoTracking().Where(r => r.PostId == postId && r.Number == edit.BasedOn).Select(r => r.Source).FirstOrDefaultAsync(stop));
        if (before is null) throw stale;

        var merged = BlockMerge.Of(before, edit.Body.ReplaceLineEndings("\n"), stale.Text);
        if (merged.Clashes.Count > 0) throw new StaleEditException(stale.Number, stale.Text, stale.Editor, stale.At) { Merged = merged.Text };

        // Nobody has looked at the whole of what two wrote.
        return edit with { Body = merged.Text, Typed = edit.Body, BasedOn = stale.Number, IsCheck = false };
    }

    async Task Save(long personId, long postId, Edit edit, Speech? speech, CancellationToken stop)
    {
        var text = await texts.Render(edit.Body, TopicKind.Note, Part.Opening, $"{edit.Title}\n{edit.Summary}", speech?.MasksFound == true, stop);

        HeldException.Unless(await store.Write(async db =>
        {
            var viewer = await db.Viewer(personId, stop);
            var post = await db.PostFor(viewer, postId, stop);
            if (post is not { Part: Part.Opening, Topic.Kind: TopicKind.Note }) throw new RefusedException(Refusal.Invalid, "This is no practice note.");
            await DemandReviser(db, viewer, post.Topic, stop);

            if (await db.HoldEdit(viewer, post, text, edit, speech, clock.Now(), stop) is { } held) return -held.Id;

            var before = post.RevisionNumber;
            await PostRevising.Save(db, viewer, post, text, edit, clock.Now(), stop);
            if (post.RevisionNumber > before) await BlockKeeping.Keep(db, post.Revisions[^1], text.Blocks, stop);
            if (edit.IsCheck && viewer.May(Act.KeepNote, post.Topic.SpaceId, await NoteCapacity.Of(db, viewer, post.Topic, stop))) await Checking.Do(db, post.Topic, personId, edit.Summary, clock.Now(), stop);
            return 0;
        }, stop));
    }

    static async Task DemandReviser(CommunityContext db, Viewer viewer, Topic note, CancellationToken stop)
    {
        if (viewer.Is(note.AuthorId) && await db.RequiresApproval(note.SpaceId, stop))
            viewer.Demand(Act.ReviseNote, note.SpaceId, sentence: "In this space somebody else approves what changes in a note. Suggest the change: its stewards are told.");
        else
            viewer.Demand(Act.ReviseNote, note.SpaceId, await NoteCapacity.Of(db, viewer, note, stop), "This note is revised by its author and its stewards. Suggest the change instead: they are told.");
    }
}
