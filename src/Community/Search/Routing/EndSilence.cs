using Community.Events;
using Community.Questions;
using Community.Questions.Asking;
using Community.Questions.Promise;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Search.Routing;

/// <summary>Tells those of their invitation whose quiet hours are over, and lets go of invitations that nobody answered for a working day: they count against nobody's limit any more.</summary>
public sealed class EndSilence(CommunityStore store, TimeProvider clock) : ISweep
{
    static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    /// <returns>Always 0: all that is due is done in one go.</returns>
    public async Task<int> Run(CancellationToken stop = default)
    {
        var pending = await store.Read(db => db.Invitations.AsNoTracking().Where(i => i.State == InvitationState.Waiting || i.State == InvitationState.Open).OrderBy(i => i.Id).Select(i => new { i.Id, i.TopicId, i.Topic.SpaceId, i.State, i.SentAt }).ToListAsync(stop));
        var calendars = new Dictionary<long, WorkingCalendar>();
        foreach (var one in pending)
        {
            if (!calendars.TryGetValue(one.SpaceId, out var calendar)) calendars[one.SpaceId] = calendar = await store.Read(db => db.CalendarOf(one.SpaceId, stop));
            var now = clock.Now();
            if (one.State == InvitationState.Waiting ? !calendar.IsWorking(now) : calendar.Add(one.SentAt ?? now, Longest) > now) continue;

            await store.Write(db => End(db, one.Id, one.TopicId, calendar, stop), stop);
        }

        return 0;
    }

    async Task End(CommunityContext db, long id, long topicId, WorkingCalendar calendar, CancellationToken stop)
    {
        var now = clock.Now();
        await db.LockRow("Topics", "Id", topicId, stop);
        var invitation = await db.Invitations.Include(i => i.Topic).FirstOrDefaultAsync(i => i.Id == id, stop);
        if (invitation is { State: InvitationState.Open, SentAt: { } sent } && calendar.Add(sent, Longest) <= now) invitation.End(InvitationState.Lapsed, now);
        else if (invitation is { State: InvitationState.Waiting } && await db.IsAwake(invitation.PersonId, now, stop))
        {
            invitation.Send(now);
            invitation.Topic.TellTopic(EventKind.Invited, now, invitation.ById);
        }

        await db.SaveChangesAsync(stop);
    }
}
