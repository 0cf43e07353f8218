using Community.Events;
using Community.Notes.Answering;
using Community.Questions.Asking;
using Community.Questions.Promise;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Questions;

/// <summary>
/// Follows the log and keeps the promise's clock of each question, and its invitations, true: asked, moved, answered, closed and all of it taken back. An answer is useful when somebody else than the
/// asker gave it and it is in sight; a note that answers it is one, too.
/// </summary>
public sealed class FollowQuestions(CommunityStore store, TimeProvider clock) : StoredConsumer(store, clock)
{
    public override string Name => "questions";

    protected override async Task Apply(CommunityContext db, Event happened, CancellationToken stop)
    {
        if (happened.TopicId is not { } topicId || !Concerns(happened.Kind) || await db.Topics.AsNoTracking().FirstOrDefaultAsync(t => t.Id == topicId, stop) is not { } topic) return;

        if (topic.Kind != TopicKind.Note || happened.Kind == EventKind.Converted)
        {
            await Follow(db, topic, happened, stop);
            return;
        }

        // A note that goes out of sight, or comes back, takes what it answers with it.
        foreach (var question in await db.StandingNoteAnswers.AsNoTracking().Where(a => a.NoteId == topicId).Select(a => a.Question).ToListAsync(stop)) await Follow(db, question, happened, stop);
    }

    static async Task Follow(CommunityContext db, Topic topic, Event happened, CancellationToken stop)
    {
        var topicId = topic.Id;
        var running = await db.QuestionClocks.FindAsync([topicId], stop);
        if (topic.Kind == TopicKind.Question && topic.Standing == Standing.Published && happened.TopicId == topicId) running = await Start(db, topic, running, happened, stop);

        var first = await db.Posts.Where(p => p.TopicId == topicId && p.Part == Part.Answer && p.Standing == Standing.Published && p.AuthorId != topic.AuthorId).MinAsync(p => (DateTime?)p.CreatedAt, stop);
        // A note that somebody else named answers it as well; the asker's own word ends the waiting. Who asked under a mask and names it by the own name counts as somebody else: the clock is read by everybody, and would tell.
        var note = await db.StandingNoteAnswers.Where(a => a.QuestionId == topicId && a.Note.Standing == Standing.Published).OrderBy(a => a.At).Select(a => new { a.ById, a.At }).FirstOrDefaultAsync(stop);
        if (note is not null && note.ById != topic.AuthorId && (first is null || note.At < first)) first = note.At;
        var isOver = note is not null || topic.IsClosed || topic.Kind != TopicKind.Question || topic.Standing != Standing.Published || running is not null && running.SpaceId != topic.SpaceId;
        if (running is not null)
        {
            var wasRunning = running.IsRunning;
            running.Answer(first);
            running.End(first is null && isOver ? running.EndedAt ?? happened.At : null);
            if (!wasRunning && running.IsRunning && running.EscalatedAt is null) running.AskAgain(false, happened.At);
            if (running.SpaceId == topic.SpaceId) await Hasten(db, running, happened, stop);
        }

        if (first is not null || isOver) await EndInvitations(db, topicId, happened.At, stop);
    }

    static bool Concerns(EventKind kind) => kind is EventKind.Started or EventKind.Converted or EventKind.Moved or EventKind.Answered or EventKind.Withdrawn or EventKind.Restored or EventKind.Removed
        or EventKind.Reinstated or EventKind.Closed or EventKind.Reopened or EventKind.NeedSaid or EventKind.NeedEnded or EventKind.NoteAnswered or EventKind.PostsMoved;

    /// <summary>A new clock for a question of a space that promises something, and for one that came into it.</summary>
    static async Task<QuestionClock?> Start(CommunityContext db, Topic topic, QuestionClock? running, Event happened, CancellationToken stop)
    {
        if (happened.Kind is not (EventKind.Started or EventKind.Converted or EventKind.Moved) || running?.SpaceId == topic.SpaceId) return running;
        if (await db.SpacePromises.AsNoTracking().FirstOrDefaultAsync(p => p.SpaceId == topic.SpaceId, stop) is not { } promise || promise.Since > happened.At) return running;

        var calendar = await db.CalendarOf(topic.SpaceId, stop);
        if (running is null) return db.QuestionClocks.Add(new QuestionClock(topic.Id, topic.SpaceId, happened.At, promise.Terms, calendar)).Entity;

        running.Start(topic.SpaceId, happened.At, promise.Terms, calendar);
        return running;
    }

    /// <summary>Where an answer is needed before it is promised, the ladder is climbed faster.</summary>
    static async Task Hasten(CommunityContext db, QuestionClock running, Event happened, CancellationToken stop)
    {
        if (happened.Kind is not (EventKind.Started or EventKind.Converted or EventKind.Moved or EventKind.NeedSaid or EventKind.NeedEnded)) return;

        var need = await db.StandingNeeds.AsNoTracking().Where(n => n.TopicId == running.TopicId).OrderByDescending(n => n.Id).FirstOrDefaultAsync(stop);
        var calendar = await db.CalendarOf(running.SpaceId, stop);
        if (need is null || calendar.EndOfWork(need.Day) is not { } neededAt) running.Slow();
        else running.Hasten(neededAt, need.At, (await db.SpacePromises.AsNoTracking().FirstOrDefaultAsync(p => p.SpaceId == running.SpaceId, stop))?.Terms ?? PromiseTerms.Default, calendar);
    }

    static async Task EndInvitations(CommunityContext db, long topicId, DateTime at, CancellationToken stop)
    {
        var open = await db.Invitations.Where(i => i.TopicId == topicId && (i.State == InvitationState.Open || i.State == InvitationState.Waiting || i.State == InvitationState.Lapsed)).ToListAsync(stop);
        if (open.Count == 0) return;

        var answered = await db.Posts.Where(p => p.TopicId == topicId && p.Part == Part.Answer && p.Standing == Standing.Published).Select(p => p.AuthorId).Distinct().ToListAsync(stop);
        foreach (var invitation in open)
        {
            if (answered.Contains(invitation.PersonId)) invitation.End(InvitationState.Answered, at);
            else if (invitation.IsPending) invitation.End(InvitationState.Over, at);
        }
    }
}
