using Community.Events;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes.Care;

/// <summary>What a check by itself and a revision that says it is one have in common.</summary>
static class Checking
{
    public static async Task Do(CommunityContext db, Topic note, long personId, string? word, DateTime now, CancellationToken stop)
    {
        var care = await db.CareOf(note, stop);
        db.NoteChecks.Add(care.Check(personId, word, await db.RevisionOf(note, stop), await db.MonthsIn(note.SpaceId, stop), now));
        await db.AnswerDoubts(note, personId, now, stop);
        foreach (var outdating in await db.NoteOutdatings.Where(o => o.TopicId == note.Id && o.EndedAt == null).ToListAsync(stop)) outdating.End(personId, now);
        care.Revive();
        note.TellTopic(EventKind.NoteChecked, now, personId);
        await db.SaveCare(care, stop);
    }
}
