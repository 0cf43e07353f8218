using Community.Governance;
using Community.Spaces;
using Community.Store;
using Community.Topics;

namespace Community.Notes.Answering;

/// <summary>Closes a question because it became a note, which answers it from then on.</summary>
public sealed class CloseWithNote(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Either is not there for this person, not theirs to close, closed already, or without a reason.</exception>
    public Task Run(long personId, long questionId, long noteId, string reason, CancellationToken stop = default) => store.Write(async db =>
    {
        var (viewer, now) = (await db.Viewer(personId, stop), clock.Now());
        var (question, note) = await db.ToAnswer(viewer, questionId, noteId, stop);
        viewer.Demand(Act.Close, question, "Who started it, a steward or a moderator closes a topic.");
        var name = viewer.NameIn(question);
        question.Close(Outcome.Note, reason, name, now);
        await db.Answer(question, note, name, now, stop);
        await db.SaveChangesAsync(stop);
    }, stop);
}
