using Community.People;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Questions.Asking;

/// <summary>Who is asked says "not now", or "not me", and perhaps whom to ask instead; that one is asked at once.</summary>
public sealed class DeclineInvitation(CommunityStore store, TimeProvider clock)
{
    /// <param name="isForMe">False: others know it.</param>
    /// <param name="askId">Whom to ask instead; null for nobody.</param>
    /// <exception cref="RefusedException">Nobody asked this person, it is over, or the other one cannot be asked now.</exception>
    public Task Run(long personId, long topicId, bool isForMe, long? askId, CancellationToken stop = default) => store.Write(async db =>
    {
        var question = await db.TopicFor(await db.Viewer(personId, stop), topicId, stop);
        await db.HoldPerson(personId, stop);
        var invitation = await db.Invitations.FirstOrDefaultAsync(i => i.TopicId == topicId && i.PersonId == personId, stop)
            ?? throw new RefusedException(Refusal.NotFound, "Nobody has asked you to answer this question. You may, all the same.");

        var now = clock.Now();
        invitation.Decline(isForMe, isForMe ? null : askId, now);
        await db.SaveChangesAsync(stop);
        // Who is asked already need not be asked again: that it was said is kept.
        if (!isForMe && askId is { } other && !await db.Invitations.AnyAsync(i => i.TopicId == topicId && i.PersonId == other, stop)) await db.Invite(question, other, personId, isReferred: true, now, stop);
        else if (await db.QuestionClocks.FindAsync([topicId], stop) is { IsRunning: true } running) running.Hurry(now);
        await db.SaveChangesAsync(stop);
    }, stop);
}
