using Community.Events;
using Community.Notes.Care;
using Community.People;
using Community.Questions;
using Community.Questions.Answering;
using Community.Questions.Asking;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Notifications;

/// <summary>Notices of questions that somebody is asked to answer, and of promises that break soon.</summary>
static class QuestionNotices
{
    public static Task Tell(CommunityContext db, Event happened, CancellationToken stop) => happened.Kind switch
    {
        EventKind.MaskLooked => TellOfLook(db, happened, stop),
        EventKind.Closed => TellOfClosing(db, happened, stop),
        _ => TellOfAsking(db, happened, stop),
    };

    static async Task TellOfAsking(CommunityContext db, Event happened, CancellationToken stop)
    {
        var question = await db.Topics.AsNoTracking().Where(t => t.Id == happened.SubjectId && t.Kind == TopicKind.Question && t.Standing == Standing.Published)
            .Select(t => new { t.Id, t.SpaceId, OpeningId = t.Posts.Where(p => p.Part == Part.Opening).Select(p => p.Id).First() }).FirstOrDefaultAsync(stop);
        if (question is null) return;

        var wanted = new NoticesWanted();
        if (happened.Kind == EventKind.Invited) wanted.Add(NoticeKind.Invited, await db.Invitations.Where(i => i.TopicId == question.Id && i.SentAt == happened.At && i.State == InvitationState.Open).Select(i => i.PersonId).ToListAsync(stop));
        else wanted.Add(NoticeKind.PromiseNear, await KeepersOf(db, question.SpaceId, stop));
        // Two may be asked at the same moment by two events: each hears of a question once.
        var kind = happened.Kind == EventKind.Invited ? NoticeKind.Invited : NoticeKind.PromiseNear;
        var heard = await db.Notifications.Where(n => n.PostId == question.OpeningId && n.Kind == kind && (kind == NoticeKind.Invited || n.EventId == happened.Id)).Select(n => n.PersonId).ToListAsync(stop);
        heard.AddRange(db.Notifications.Local.Where(n => n.PostId == question.OpeningId && n.Kind == kind).Select(n => n.PersonId));
        await NotifyPeople.Notify(db, happened, await wanted.Without(db, heard, stop), question.Id, question.OpeningId, question.SpaceId, stop);
    }

    /// <summary>Who asked without a name hears of each look.</summary>
    static async Task TellOfLook(CommunityContext db, Event happened, CancellationToken stop)
    {
        var question = await db.Topics.AsNoTracking().Where(t => t.Id == happened.SubjectId && t.MaskedAt != null)
            .Select(t => new { t.Id, t.SpaceId, t.AuthorId, OpeningId = t.Posts.Where(p => p.Part == Part.Opening).Select(p => p.Id).First() }).FirstOrDefaultAsync(stop);
        if (question is null) return;

        var wanted = new NoticesWanted();
        wanted.Add(NoticeKind.MaskLooked, [question.AuthorId]);
        var heard = await db.Notifications.Where(n => n.EventId == happened.Id).Select(n => n.PersonId).ToListAsync(stop);
        await NotifyPeople.Notify(db, happened, await wanted.Without(db, heard, stop), question.Id, question.OpeningId, question.SpaceId, stop);
    }

    /// <summary>Tells them of the accepted answer, each once; whose answer it is hears of that anyway.</summary>
    public static async Task TellOfAcceptance(CommunityContext db, Event happened, long answererId, CancellationToken stop)
    {
        if (happened is not { TopicId: { } topicId, SpaceId: { } spaceId }) return;

        var wanted = new NoticesWanted();
        wanted.Add(NoticeKind.AlsoAccepted, (await db.WhoHas(topicId, stop)).Where(id => id != answererId));
        var heard = await db.Notifications.Where(n => n.PostId == happened.SubjectId && n.Kind == NoticeKind.AlsoAccepted).Select(n => n.PersonId).ToListAsync(stop);
        heard.AddRange(db.Notifications.Local.Where(n => n.PostId == happened.SubjectId && n.Kind == NoticeKind.AlsoAccepted).Select(n => n.PersonId));
        await NotifyPeople.Notify(db, happened, await wanted.Without(db, heard, stop), topicId, happened.SubjectId, spaceId, stop);
    }

    /// <summary>Tells who started it, who has the question, too, and who watches or follows the topic.</summary>
    static async Task TellOfClosing(CommunityContext db, Event happened, CancellationToken stop)
    {
        var closed = await db.Topics.AsNoTracking().Where(t => t.Id == happened.TopicId && t.Standing == Standing.Published && t.Closures.Any(c => c.ReopenedAt == null))
            .Select(t => new { t.Id, t.SpaceId, t.AuthorId, OpeningId = t.Posts.Where(p => p.Part == Part.Opening).Select(p => p.Id).First() }).FirstOrDefaultAsync(stop);
        if (closed is null) return;

        var (wanted, watchers) = (new NoticesWanted(), await Watchers.Of(db, closed.Id, isNew: false, stop));
        wanted.Add(NoticeKind.Closed, [closed.AuthorId, .. await db.WhoHas(closed.Id, stop)]);
        wanted.Add(NoticeKind.Closed, watchers);
        var heard = await db.Notifications.Where(n => n.EventId == happened.Id).Select(n => n.PersonId).ToListAsync(stop);
        await NotifyPeople.Notify(db, happened, await wanted.Without(db, heard, stop), closed.Id, closed.OpeningId, closed.SpaceId, stop, watchers);
    }

    /// <summary>The stewards; where a space has none, those who keep the site.</summary>
    static async Task<List<long>> KeepersOf(CommunityContext db, long spaceId, CancellationToken stop)
    {
        var stewards = await db.StewardsOf(spaceId).Select(p => p.Id).ToListAsync(stop);
        return stewards.Count > 0 ? stewards : await db.People.Where(p => p.Role == Governance.Role.Administrator && p.ClosedAt == null).Select(p => p.Id).ToListAsync(stop);
    }
}
