using Community.Events;
using Community.Questions;
using Community.Questions.Asking;
using Community.Questions.Promise;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Community.Search.Routing;

/// <summary>
/// Climbs the ladder of every question that waits for its first useful answer: two who know are asked, in working hours; after a while without an answer the next two; then, and always before the promise
/// breaks, the stewards. Where an answer is needed sooner, all steps are shorter. Nobody is asked beyond the own limit, in a pause or in quiet hours.
/// </summary>
public sealed class InviteNext(CommunityStore store, Candidates candidates, TimeProvider clock, ILogger<InviteNext> log) : ISweep
{
    const int MostAtOnce = 20;

    /// <summary>However many say no, so many times the people of all rounds are asked at most.</summary>
    const int MostTries = 2;
    static readonly TimeSpan Retry = TimeSpan.FromMinutes(15);

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    /// <returns>How many questions were looked at.</returns>
    public async Task<int> Run(CancellationToken stop = default)
    {
        var now = clock.Now();
        var due = await store.Read(db => db.QuestionClocks.AsNoTracking().Where(c => c.NextAt <= now && c.AnsweredAt == null && c.EndedAt == null).OrderBy(c => c.NextAt).ThenBy(c => c.TopicId).Select(c => c.TopicId).Take(MostAtOnce).ToListAsync(stop));
        var done = 0;
        foreach (var topicId in due)
            if (await Climb(topicId, stop)) done++;

        return done;
    }

    /// <summary>One that fails is tried again a minute later and holds up no other.</summary>
    async Task<bool> Climb(long topicId, CancellationToken stop)
    {
        try
        {
            // Looked for before the transaction, which decides anew who is free.
            var found = await candidates.For(topicId, stop: stop);
            await store.Write(db => Climb(db, topicId, found, stop), stop);
            return true;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.LogError(error, "Nobody could be asked about question {Id}; tried again in a minute", topicId);
            return false;
        }
    }

    async Task Climb(CommunityContext db, long topicId, IReadOnlyList<Candidate> found, CancellationToken stop)
    {
        var now = clock.Now();
        await db.LockRow("Topics", "Id", topicId, stop);
        var running = await db.QuestionClocks.FindAsync([topicId], stop);
        if (running is not { IsRunning: true, NextAt: { } next } || next > now) return;

        var question = await db.Topics.FirstAsync(t => t.Id == topicId, stop);
        var calendar = await db.CalendarOf(running.SpaceId, stop);
        var terms = (await db.SpacePromises.AsNoTracking().FirstOrDefaultAsync(p => p.SpaceId == running.SpaceId, stop))?.Terms ?? PromiseTerms.Default;
        var asked = await db.AskedOf.Where(a => a.TopicId == topicId).Select(a => (AskedWhom?)a.Asked).FirstOrDefaultAsync(stop) ?? AskedWhom.Space;
        var round = TimeSpan.FromMinutes(running.RoundOf(terms));
        var invitations = await db.Invitations.Where(i => i.TopicId == topicId).ToListAsync(stop);
        foreach (var silent in invitations.Where(i => i is { State: InvitationState.Open, SentAt: { } sent } && calendar.Add(sent, round) <= now)) silent.End(InvitationState.Lapsed, now);
        var pending = invitations.Where(i => i.IsPending).ToList();

        // Who said "not now" or "not me" is replaced; who said nothing was asked in vain.
        var silentOnes = invitations.Count(i => i.IsPending || i.State == InvitationState.Lapsed);
        var isEnough = silentOnes >= Invitation.MostAtOnce * terms.Rounds || invitations.Count >= MostTries * Invitation.MostAtOnce * terms.Rounds || running.Round >= terms.Rounds && !found.Any(candidate => candidate.CanBeAsked);
        if (now < running.TellStewardsAt && !calendar.IsWorking(now)) running.AskAgain(false, Earliest(calendar.NextWorking(now), running.TellStewardsAt));
        else if (now >= running.TellStewardsAt || isEnough && pending.Count == 0)
        {
            running.Escalate(now);
            question.TellTopic(EventKind.PromiseNear, now, null);
        }
        else if (asked == AskedWhom.Nobody) running.AskAgain(false, running.TellStewardsAt);
        // The first round is theirs who were named.
        else if (asked == AskedWhom.People && running.Round == 0 && pending.Count > 0) running.AskAgain(true, Earliest(calendar.Add(now, round), running.TellStewardsAt));
        else if (isEnough || pending.Count >= Invitation.MostAtOnce) running.AskAgain(false, Earliest(pending.Min(i => calendar.Add(i.SentAt ?? now, i.SentAt is null ? Retry : round)), running.TellStewardsAt));
        else await Ask(db, question, running, found, pending.Count, calendar, round, stop);
        await db.SaveChangesAsync(stop);
    }

    async Task Ask(CommunityContext db, Topic question, QuestionClock running, IReadOnlyList<Candidate> found, int pending, WorkingCalendar calendar, TimeSpan round, CancellationToken stop)
    {
        var now = clock.Now();
        var chosen = 0;
        foreach (var candidate in found.Where(candidate => candidate.CanBeAsked))
        {
            if (pending + chosen >= Invitation.MostAtOnce) break;
            if (!await db.IsFree(candidate.Person.Id, now, stop)) continue;

            db.Invitations.Add(new Invitation(question, candidate.Person.Id, null, isReferred: false, isQuiet: false, now));
            chosen++;
        }

        if (chosen > 0) question.TellTopic(EventKind.Invited, now, null);
        // Where nobody is free, somebody may be soon; where nobody is known, waiting is all there is.
        var isNobodyKnown = found.Count == 0 && pending == 0;
        running.AskAgain(chosen > 0 || isNobodyKnown, Earliest(calendar.Add(now, chosen > 0 || isNobodyKnown ? round : Retry), running.TellStewardsAt));
    }

    static DateTime Earliest(DateTime one, DateTime other) => one < other ? one : other;
}
