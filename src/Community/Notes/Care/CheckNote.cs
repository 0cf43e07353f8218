using Community.People;
using Community.Spaces;
using Community.Store;
using Community.Topics.Checks;
using Community.Topics.Holding;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes.Care;

/// <summary>A steward says that a note holds: it is verified until the next review, its doubts are answered, and what was outdated no longer is. A dispute between two positions stays until it is settled.</summary>
public sealed class CheckNote(CommunityStore store, KnownGuards guards, TimeProvider clock)
{
    static readonly TimeSpan Again = TimeSpan.FromMinutes(1);

    /// <param name="word">What was done or found; may be empty.</param>
    /// <param name="once">Makes the same request sent again the same check.</param>
    /// <param name="looked">What was looked at: of another revision nothing is said, and a doubt that came since stays. Null for what stands there now.</param>
    /// <exception cref="RefusedException">There is no such note for this person, it is not theirs to keep, or it was revised meanwhile.</exception>
    public async Task Run(long personId, long topicId, string? word = null, Once? once = null, Looked? looked = null, CancellationToken stop = default)
    {
        var found = await guards.CheckWords([("Word", word)]);
        await store.WriteOnce(personId, once, clock.Now(), async db =>
        {
            var viewer = await db.Viewer(personId, stop);
            var note = await db.NoteKeptBy(viewer, topicId, stop, approves: true);
            db.DemandUnfound(found, clock.Now(), note.SpaceId);
            var (now, said) = (clock.Now(), CareWords.Optional(word));
            var (since, revision) = (now - Again, await db.RevisionOf(note, stop));
            // The same button pressed twice.
            if (looked is not null && await db.NoteChecks.AnyAsync(c => c.TopicId == topicId && c.ById == personId && c.RevisionNumber == revision && c.Word == said && c.At > since, stop)
                && !await db.NoteVerdicts.AnyAsync(v => v.TopicId == topicId && v.EndedAt == null && v.Answer != Verdict.Yes && v.Id <= looked.LastVerdictId, stop)) return topicId;

            await Checking.Do(db, note, personId, said, now, stop, looked);
            return topicId;
        }, stop);
    }
}
