using Community.Events;
using Community.Notes;
using Community.Notes.Care;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Notifications;

/// <summary>Whom the care of a note concerns: who was given it, who keeps it when it is due or doubted, who is named in a dispute, and who doubted it when a steward has answered.</summary>
static class NoteNotices
{
    extension(NoticeKind kind)
    {
        /// <summary>Whether it tells of a note's care: it stands beside what else is told of the note's text.</summary>
        public bool IsOfCare => kind is NoticeKind.Appointed or NoticeKind.NoteDue or NoticeKind.NoteDoubted or NoticeKind.DoubtAnswered;
    }

    /// <summary>Null when it concerns nobody, or the note is out of sight.</summary>
    public static async Task<NoteConcern?> Of(CommunityContext db, Event happened, CancellationToken stop)
    {
        var note = await db.Posts.AsNoTracking().Where(p => p.TopicId == happened.TopicId && p.Part == Part.Opening && p.Standing == Standing.Published && p.Topic.Kind == TopicKind.Note)
            .Select(p => new { p.Id, p.TopicId, p.Topic.SpaceId }).FirstOrDefaultAsync(stop);
        if (note is null) return null;

        var wanted = new NoticesWanted();
        switch (happened.Kind)
        {
            case EventKind.NoteStewarded:
                wanted.Add(NoticeKind.Appointed, await Appointed(db, happened, note.SpaceId, stop));
                break;
            case EventKind.NoteDue:
                wanted.Add(NoticeKind.NoteDue, await db.PeopleKeeping(note.TopicId, note.SpaceId, stop));
                break;
            case EventKind.NoteDoubted:
                wanted.Add(NoticeKind.NoteDoubted, await db.PeopleKeeping(note.TopicId, note.SpaceId, stop));
                break;
            default:
                // Nobody speaks for others unheard.
                wanted.Add(NoticeKind.Mention, await db.NoteDisputes.Where(d => d.TopicId == note.TopicId && d.At == happened.At && d.ById == happened.ActorId && d.SettledAt == null).SelectMany(d => d.Positions.Select(p => p.PersonId)).ToListAsync(stop));
                wanted.Add(NoticeKind.DoubtAnswered, await db.NoteVerdicts.Where(v => v.TopicId == note.TopicId && v.Answer == Verdict.No && v.EndedAt == happened.At && v.EndedById == happened.ActorId).Select(v => v.PersonId).ToListAsync(stop));
                break;
        }

        return new NoteConcern(wanted, note.TopicId, note.Id, note.SpaceId);
    }

    /// <summary>Who still keeps what was given to them then.</summary>
    static async Task<IEnumerable<long>> Appointed(CommunityContext db, Event happened, long spaceId, CancellationToken stop)
    {
        var changes = await db.NoteHandovers.AsNoTracking().Where(h => h.TopicId == happened.TopicId && h.ById == happened.ActorId && h.At == happened.At).ToListAsync(stop);
        var people = changes.Select(h => h.ToPersonId).OfType<long>().ToList();
        var units = changes.Select(h => h.ToUnitId).OfType<long>().ToList();
        var still = await db.NoteStewardships.Where(s => s.TopicId == happened.TopicId && people.Contains(s.PersonId)).Select(s => s.PersonId).ToListAsync(stop);
        return still.Concat((await db.ReadersIn(spaceId, units, stop)).Select(reader => reader.PersonId));
    }
}

/// <summary>What is told of a note, and to whom.</summary>
sealed record NoteConcern(NoticesWanted Wanted, long TopicId, long PostId, long SpaceId);
