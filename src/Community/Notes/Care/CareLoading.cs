using Community.Governance;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes.Care;

/// <summary>How this area's verbs load what they decide on: the note behind the gate, held, and its care.</summary>
static class CareLoading
{
    extension(CommunityContext db)
    {
        /// <exception cref="RefusedException">There is no such note for this viewer, it is out of sight, or closed because it was merged into another.</exception>
        public async Task<Topic> NoteFor(Viewer viewer, long topicId, CancellationToken stop)
        {
            var note = await db.TopicFor(viewer, topicId, stop);
            if (note.Kind != TopicKind.Note) throw new RefusedException(Refusal.Invalid, "This is no practice note.");
            if (note.Standing != Standing.Published) throw new RefusedException(Refusal.Conflict, "This post is out of sight. Bring it back before you edit it.");
            if (note.IsClosed) throw new RefusedException(Refusal.Conflict, "This note is closed. Nothing more is said about it here.");

            return note;
        }

        /// <summary>The same for somebody who keeps it.</summary>
        /// <param name="approves">It says who approves the note, or that it is approved: where that is required, not its author's to say.</param>
        /// <exception cref="RefusedException">It is not this viewer's to keep, or it was merged into another.</exception>
        public async Task<Topic> NoteKeptBy(Viewer viewer, long topicId, CancellationToken stop, bool approves = false)
        {
            var note = await db.NoteFor(viewer, topicId, stop);
            viewer.Demand(Act.KeepNote, note.SpaceId, approves ? await NoteCapacity.ToRevise(db, viewer, note, stop) : await NoteCapacity.Of(db, viewer, note, stop), "The note's stewards decide this. Tell them under the note what you know.");
            return note;
        }

        /// <summary>The note's care; where there is none yet it is made, with the author as its steward.</summary>
        public async Task<NoteCare> CareOf(Topic note, CancellationToken stop)
        {
            if (await db.NoteCares.FindAsync([note.Id], stop) is { } known) return known;

            var since = await db.Posts.Where(p => p.TopicId == note.Id && p.Part == Part.Opening).Select(p => p.EditedAt).FirstOrDefaultAsync(stop) ?? note.CreatedAt;
            if (await db.NoteStewardships.FindAsync([note.Id, note.AuthorId], stop) is null) db.NoteStewardships.Add(new NoteStewardship(note, note.AuthorId, note.CreatedAt));
            return db.NoteCares.Add(new NoteCare(note, since, await db.MonthsIn(note.SpaceId, stop))).Entity;
        }

        /// <summary>After how many months the notes of a space are checked again.</summary>
        public async Task<int> MonthsIn(long spaceId, CancellationToken stop) =>
            await db.NoteIntervals.Where(i => i.SpaceId == spaceId).Select(i => (int?)i.Months).FirstOrDefaultAsync(stop) ?? NoteInterval.DefaultMonths;

        public Task<int> RevisionOf(Topic note, CancellationToken stop) =>
            db.Posts.Where(p => p.TopicId == note.Id && p.Part == Part.Opening).Select(p => p.RevisionNumber).FirstAsync(stop);

        /// <summary>A steward has answered: doubts end. What was contradicted is not until somebody says so again.</summary>
        /// <param name="last">The newest one that was seen; null for all.</param>
        public async Task AnswerDoubts(Topic note, long byId, DateTime now, CancellationToken stop, long? last = null)
        {
            foreach (var doubt in await db.NoteVerdicts.Where(v => v.TopicId == note.Id && v.Answer != Verdict.Yes && v.EndedAt == null && (last == null || v.Id <= last)).ToListAsync(stop)) doubt.End(byId, now);
        }

        /// <summary>Saves, and has the care say since when the note is contradicted.</summary>
        public async Task SaveCare(NoteCare care, CancellationToken stop)
        {
            await db.SaveChangesAsync(stop);
            var doubted = await db.NoteVerdicts.Where(v => v.TopicId == care.TopicId && v.Answer == Verdict.No && v.EndedAt == null).MinAsync(v => (DateTime?)v.At, stop);
            var disputed = await db.NoteDisputes.Where(d => d.TopicId == care.TopicId && d.SettledAt == null).MinAsync(d => (DateTime?)d.At, stop);
            care.Contradicted(doubted is null || disputed < doubted ? disputed ?? doubted : doubted);
            await db.SaveChangesAsync(stop);
        }
    }
}
