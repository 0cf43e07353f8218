using Community.People;
using Community.Spaces;
using Community.Store;

namespace Community.Notes.Care;

/// <summary>A steward says that a note holds: it is verified until the next review, its doubts are answered, and what was outdated no longer is. A dispute between two positions stays until it is settled.</summary>
public sealed class CheckNote(CommunityStore store, TimeProvider clock)
{
    /// <param name="word">What was done or found; may be empty.</param>
    /// <param name="once">Makes the same request sent again the same check.</param>
    /// <exception cref="RefusedException">There is no such note for this person, or it is not theirs to keep.</exception>
    public Task Run(long personId, long topicId, string? word = null, Once? once = null, CancellationToken stop = default) => store.WriteOnce(personId, once, clock.Now(), async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var note = await db.NoteKeptBy(viewer, topicId, stop, approves: true);
        await Checking.Do(db, note, personId, word, clock.Now(), stop);
        return topicId;
    }, stop);
}
