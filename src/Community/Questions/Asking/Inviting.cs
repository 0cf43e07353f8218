using Community.Events;
using Community.People;
using Community.Questions.Promise;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Questions.Asking;

/// <summary>What all ways of inviting have in common: who can be invited at present, and the row.</summary>
public static class Inviting
{
    extension(CommunityContext db)
    {
        internal async Task<InvitationWishes> WishesOf(long personId, CancellationToken stop) =>
            await db.InvitationWishes.FindAsync([personId], stop) ?? Asking.InvitationWishes.Default;

        /// <summary>Where the person is, as far as the site knows.</summary>
        public async Task<TimeZoneInfo> ZoneOf(long personId, CancellationToken stop) =>
            await db.People.Where(p => p.Id == personId).Select(p => p.Zone).FirstOrDefaultAsync(stop) is { } own && TimeZoneInfo.TryFindSystemTimeZoneById(own, out var zone) ? zone : await db.InstitutionZone(stop);

        /// <summary>When somebody's quiet hours end that are on now; null when none are.</summary>
        public async Task<DateTime?> QuietEnd(long personId, DateTime now, CancellationToken stop) =>
            await db.WishesOf(personId, stop) is { QuietFrom: not null } wishes ? wishes.QuietEnd(now, await db.ZoneOf(personId, stop)) : null;

        /// <summary>Whether somebody may be asked one more question now. Holds the person, so that two askings count each other.</summary>
        internal async Task<bool> IsFree(long personId, DateTime now, CancellationToken stop)
        {
            await db.HoldPerson(personId, stop);
            var wishes = await db.WishesOf(personId, stop);
            return !wishes.IsPaused(now) && !wishes.IsQuiet(now, await db.ZoneOf(personId, stop)) && await db.PendingOf(personId, stop) < wishes.MostOpen;
        }

        /// <summary>Whether somebody who was named can be told now.</summary>
        internal async Task<bool> IsAwake(long personId, DateTime now, CancellationToken stop)
        {
            var wishes = await db.WishesOf(personId, stop);
            return !wishes.IsPaused(now) && !wishes.IsQuiet(now, await db.ZoneOf(personId, stop));
        }

        Task<int> PendingOf(long personId, CancellationToken stop) => db.Invitations.CountAsync(i => i.PersonId == personId && (i.State == InvitationState.Open || i.State == InvitationState.Waiting), stop);

        /// <summary>Invites somebody who was named; it is not saved yet. Hold the topic.</summary>
        /// <param name="byId">Who named the person.</param>
        /// <exception cref="RefusedException">The person cannot be asked, or not now; or two are asked already.</exception>
        internal async Task<Invitation> Invite(Topic question, long personId, long byId, bool isReferred, DateTime now, CancellationToken stop)
        {
            await db.HoldPerson(personId, stop);
            var person = await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Id == personId && p.ClosedAt == null && !p.IsImported, stop);
            if (person is null || !(await db.Viewer(personId, stop)).CanRead(question.SpaceId)) throw new RefusedException(Refusal.Invalid, "This person cannot read the question. Name somebody else.") { Field = "Asked" };
            // Who asked under a mask is refused to themselves alone: to others a refusal would tell who it is.
            if (personId == question.AuthorId || byId == question.AuthorId && personId == await db.Wearer(byId, stop)) throw new RefusedException(Refusal.Invalid, "Who asked cannot be asked. Name somebody else.") { Field = "Asked" };
            if (personId == byId) throw new RefusedException(Refusal.Invalid, "You need no invitation: write the answer.") { Field = "Asked" };

            var others = await db.Invitations.Where(i => i.TopicId == question.Id).ToListAsync(stop);
            if (others.Exists(i => i.PersonId == personId)) throw new RefusedException(Refusal.Invalid, "This person is asked already, or was. Name somebody else.") { Field = "Asked" };
            if (others.Count(i => i.IsPending) + db.Invitations.Local.Count(i => i.Id == 0) >= Invitation.MostAtOnce) throw new RefusedException(Refusal.Invalid, "Two are asked already. When neither answers in time, the next are.") { Field = "Asked" };

            var wishes = await db.WishesOf(personId, stop);
            if (wishes.IsPaused(now)) throw new RefusedException(Refusal.Invalid, "{0} is not asked at present. Name somebody else, or leave it to the space.", person.Name) { Field = "Asked" };
            if (await db.PendingOf(personId, stop) >= wishes.MostOpen)
                throw new RefusedException(Refusal.Invalid, "{0} has as many open questions as one can take. Name somebody else, or leave it to the space.", person.Name) { Field = "Asked" };

            var invitation = new Invitation(question, personId, byId, isReferred, wishes.IsQuiet(now, await db.ZoneOf(personId, stop)), now);
            db.Invitations.Add(invitation);
            if (invitation.SentAt is not null) question.TellTopic(EventKind.Invited, now, byId);
            return invitation;
        }
    }
}
