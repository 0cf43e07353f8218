using Community.Events;
using Community.Governance;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes.Answering;

/// <summary>What all ways of saying that a note answers a question have in common.</summary>
static class NoteAnswering
{
    extension(CommunityContext db)
    {
        /// <exception cref="RefusedException">Either is not there for this viewer, or it is neither a question nor a note; or this viewer may not say it.</exception>
        public async Task<(Topic Question, Topic Note)> ToAnswer(Viewer viewer, long questionId, long noteId, CancellationToken stop)
        {
            // In one order, so that two do not wait for each other.
            var first = await db.TopicFor(viewer, Math.Min(questionId, noteId), stop);
            var second = await db.TopicFor(viewer, Math.Max(questionId, noteId), stop);
            var (question, note) = first.Id == questionId ? (first, second) : (second, first);
            if (question.Kind != TopicKind.Question || note.Kind != TopicKind.Note) throw new RefusedException(Refusal.Invalid, "A practice note answers a question. Choose one of each.") { Field = "Note" };

            var also = (viewer.Is(question.AuthorId) ? Who.Starter : Who.Nobody) | await NoteCapacity.Of(db, viewer, note, stop);
            viewer.Demand(Act.AnswerWithNote, question.SpaceId, also, "Who asked, a steward of the space, or who keeps the note says that it answers the question.");
            return (question, note);
        }

        /// <summary>Makes the row, unless it is there; it is not saved yet. Hold the question.</summary>
        /// <exception cref="RefusedException">One of them is out of sight, the note is closed, or too many answer the question.</exception>
        public async Task Answer(Topic question, Topic note, long byId, DateTime now, CancellationToken stop)
        {
            if (question.Standing != Standing.Published || note.Standing != Standing.Published) throw new RefusedException(Refusal.Conflict, "One of the two is out of sight. Bring it back first.") { Field = "Note" };
            if (note.IsClosed) throw new RefusedException(Refusal.Conflict, "This note is closed. Choose one that is kept.") { Field = "Note" };

            var there = note.Id == 0 ? [] : await db.StandingNoteAnswers.Where(a => a.QuestionId == question.Id).Select(a => a.NoteId).ToListAsync(stop);
            if (there.Contains(note.Id)) return;
            if (there.Count >= NoteAnswer.MostPerQuestion) throw new RefusedException(Refusal.Conflict, "At most {0} notes answer a question. Take another one back first.", NoteAnswer.MostPerQuestion) { Field = "Note" };

            db.Tie(question, note, byId, now);
        }

        /// <summary>Makes the row without asking; it is not saved yet.</summary>
        public void Tie(Topic question, Topic note, long byId, DateTime now)
        {
            db.NoteAnswers.Add(new NoteAnswer(note, question, byId, now));
            TellBoth(question, note, byId, now);
        }
    }

    /// <summary>Each has its own readers. Who it was is told to those of the question alone.</summary>
    public static void TellBoth(Topic question, Topic note, long byId, DateTime now)
    {
        question.TellTied(EventKind.NoteAnswered, byId, now);
        note.TellTopic(EventKind.NoteAnswered, now, null);
    }
}
