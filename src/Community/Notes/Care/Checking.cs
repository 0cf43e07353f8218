using Community.Events;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes.Care;

/// <summary>What a check by itself and a revision that says it is one have in common.</summary>
static class Checking
{
    public static async Task Do(CommunityContext db, Topic note, long personId, string? word, DateTime now, CancellationToken stop, Looked? looked = null)
    {
        var revision = await db.RevisionOf(note, stop);
        if (looked is not null && looked.Revision != revision) throw new RefusedException(Refusal.Conflict, "The note was revised while you looked at it. Read what changed, then check it.");

        var care = await db.CareOf(note, stop);
        db.NoteChecks.Add(care.Check(personId, word, revision, await db.MonthsIn(note.SpaceId, stop), now));
        await db.AnswerDoubts(note, personId, now, stop, looked?.LastVerdictId);
        foreach (var outdating in await db.NoteOutdatings.Where(o => o.TopicId == note.Id && o.EndedAt == null).ToListAsync(stop)) outdating.End(personId, now);
        care.Revive();
        note.TellTopic(EventKind.NoteChecked, now, personId);
        await db.SaveCare(care, stop);
    }
}
