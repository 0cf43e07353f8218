using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes.Answering;

/// <summary>A practice note does not answer a question after all.</summary>
public sealed class TakeBackNoteAnswer(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Either is not there for this person, or not theirs to say.</exception>
    public Task Run(long personId, long questionId, long noteId, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var (question, note) = await db.ToAnswer(viewer, questionId, noteId, stop);
        if (await db.StandingNoteAnswers.FirstOrDefaultAsync(a => a.QuestionId == questionId && a.NoteId == noteId, stop) is not { } answer) return;

        var (now, name) = (clock.Now(), viewer.NameIn(question));
        answer.End(name, now);
        NoteAnswering.TellBoth(question, note, name, now);
        await db.SaveChangesAsync(stop);
    }, stop);
}
