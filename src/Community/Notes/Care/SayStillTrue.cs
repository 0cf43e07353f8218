using Community.Events;
using Community.Governance;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Topics.Checks;
using Community.Topics.Holding;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes.Care;

/// <summary>A reader says whether a note is still true.</summary>
public sealed class SayStillTrue(CommunityStore store, KnownGuards guards, TimeProvider clock)
{
    static readonly TimeSpan Same = TimeSpan.FromDays(1);

    /// <param name="word">For "no longer": what is wrong.</param>
    /// <exception cref="RefusedException">There is no such note for this person, they may not write in its space, or "no longer" does not say what is wrong.</exception>
    public async Task Run(long personId, long topicId, Verdict answer, string? word, CancellationToken stop = default)
    {
        var found = await guards.CheckWords([("Word", word)]);
        await store.Write(async db =>
        {
            var viewer = await db.Viewer(personId, stop);
            var note = await db.NoteFor(viewer, topicId, stop);
            viewer.Demand(Act.SayStillTrue, note.SpaceId, sentence: "You may read this space, but not write in it.");
            db.DemandUnfound(found, clock.Now(), note.SpaceId);

            var now = clock.Now();
            var verdict = new NoteVerdict(topicId, personId, answer, word, await db.RevisionOf(note, stop), now);
            var open = await db.NoteVerdicts.Where(v => v.TopicId == topicId && v.PersonId == personId && v.EndedAt == null).ToListAsync(stop);
            // The same button pressed twice.
            if (open.Exists(v => v.Answer == answer && v.Word == verdict.Word && v.RevisionNumber == verdict.RevisionNumber && now - v.At < Same)) return;

            foreach (var before in open) before.End(personId, now);
            db.NoteVerdicts.Add(verdict);
            note.TellTopic(answer == Verdict.No ? EventKind.NoteDoubted : EventKind.NoteJudged, now, personId);
            await db.SaveCare(await db.CareOf(note, stop), stop);
        }, stop);
    }
}
