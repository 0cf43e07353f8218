using Community.Spaces;
using Community.Store;
using Community.Topics;

namespace Community.Notes.Answering;

/// <summary>Says that a practice note answers a question.</summary>
public sealed class AnswerWithNote(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Either is not there for this person, not theirs to say, or cannot be tied.</exception>
    public Task Run(long personId, long questionId, long noteId, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var (question, note) = await db.ToAnswer(viewer, questionId, noteId, stop);
        await db.Answer(question, note, viewer.NameIn(question), clock.Now(), stop);
        await db.SaveChangesAsync(stop);
    }, stop);
}
