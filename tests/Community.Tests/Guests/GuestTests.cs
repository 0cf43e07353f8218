using Community.Events;
using Community.Governance;
using Community.Notifications;
using Community.People;
using Community.People.Guests;
using Community.Spaces;
using Community.Spaces.Guests;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Guests;

/// <summary>Who comes in from outside, who answers for them, and until when.</summary>
public sealed class GuestTests(Village village) : IClassFixture<Village>
{
    static int guests;

    [Fact]
    public async Task A_guest_sees_the_spaces_that_they_were_asked_into_and_what_is_public_and_nothing_else()
    {
        var guest = await Invite(village.Steward, Village.Partners);

        var viewer = await Viewer(guest);
        var readable = await village.Read(db => db.Spaces.Where(s => viewer.ReadableSpaceIds.Contains(s.Id)).Select(s => s.Slug).ToListAsync());
        Assert.Equal([Village.Partners, Village.Public], readable.Order(StringComparer.Ordinal));
        Assert.Equal(Role.Guest, viewer.Role);
        var told = await village.Read(db => db.Events.Where(e => e.Kind == EventKind.GuestChanged && e.SubjectId == guest).Select(e => e.ActorId).ToListAsync());
        Assert.Equal([village.Steward], told);
        Assert.Equal("The archive lends us maps.", (await Last(guest)).Why);
    }

    [Fact]
    public async Task A_member_who_is_no_steward_invites_too_unless_the_space_says_otherwise()
    {
        await Invite(village.Member, Village.Unit);

        var rules = new Dictionary<Act, int> { [Act.InviteGuest] = 1 };
        await village.Verb<RuleSpace>().Run(village.Steward, Village.Unit, rules);
        try
        {
            await Refused(Refusal.Forbidden, () => Invite(village.Member, Village.Unit));
            await Invite(village.Steward, Village.Unit);
        }
        finally
        {
            await village.Verb<RuleSpace>().Run(village.Steward, Village.Unit, new Dictionary<Act, int>());
        }
    }

    [Fact]
    public async Task Nobody_else_invites_and_not_into_every_space_and_not_for_ever()
    {
        await Refused(Refusal.Forbidden, () => Invite(village.Guest, Village.Partners));
        await Refused(Refusal.Forbidden, () => Invite(village.Colleague, Village.Partners));
        await Refused(Refusal.Invalid, () => Invite(village.Colleague, Village.Unit));
        await Refused(Refusal.Invalid, () => Invite(village.Steward, Village.Institution));
        await Refused(Refusal.Invalid, () => Invite(village.Steward, "no-such-space"));
        await Refused(Refusal.Invalid, () => Invite(village.Steward));
        await Refused(Refusal.Invalid, () => Invite(village.Steward, Village.Partners, days: 0));
        await Refused(Refusal.Invalid, () => Invite(village.Steward, Village.Partners, days: 380));
        await Refused(Refusal.Invalid, () => Invite(village.Steward, Village.Partners, why: " "));
        var known = await Invite(village.Steward, Village.Partners);
        var email = await village.Read(db => db.Accounts.Where(a => a.PersonId == known).Select(a => a.Email).FirstAsync());
        await Refused(Refusal.Conflict, () => village.Verb<InviteGuest>().Run(village.Steward, "Somebody Else", email!, [Village.Partners], In(30), "Why not."));
        Assert.False(await village.Read(db => db.People.AnyAsync(p => p.Name == "Somebody Else")));
    }

    [Fact]
    public async Task From_the_moment_of_the_end_on_nothing_opens_though_nothing_has_closed_it_yet()
    {
        var guest = await Invite(village.Steward, Village.Partners, days: 1, use: true);
        var email = await village.Read(db => db.Accounts.Where(a => a.PersonId == guest).Select(a => a.Email).FirstAsync());
        var token = await village.Verb<MakeToken>().Run(guest, "reader");
        var known = new KnownCommunity(village.Store, village.Get<Recent>());
        Assert.NotNull(await village.Verb<CheckPassword>().Run(email, "heron under the blue gate"));
        Assert.True((await known.Viewer(guest)).IsSignedIn);

        village.Clock.Pass(TimeSpan.FromDays(1));

        Assert.False((await Viewer(guest)).IsSignedIn);
        Assert.False((await known.Viewer(guest)).IsSignedIn);
        Assert.Empty(await village.Read(db => db.Viewers([guest])));
        Assert.Null(await village.Verb<CheckPassword>().Run(email, "heron under the blue gate"));
        Assert.Null(await village.Read(db => db.TokenOf(token, village.Clock.Now(), default)));
        await Refused(Refusal.Conflict, () => village.Verb<StartSession>().Run(guest, null, "A browser"));
        await Refused(Refusal.Conflict, () => village.Verb<MakeToken>().Run(guest, "another"));
        await Refused(Refusal.Invalid, () => village.Enrol(Village.Public, guest));
        Assert.Null(await village.Read(db => db.People.Where(p => p.Id == guest).Select(p => p.ClosedAt).FirstAsync()));

        while (await village.Verb<EndGuestsInTime>().Run() > 0) await Task.Yield();
        Assert.Equal(SponsorshipEnd.Expired, (await Last(guest)).End);
        Assert.NotNull(await village.Read(db => db.People.Where(p => p.Id == guest).Select(p => p.ClosedAt).FirstAsync()));
        Assert.False(await village.Read(db => db.ApiTokens.AnyAsync(t => t.PersonId == guest && t.EndedAt == null)));
        Assert.False(await village.Read(db => db.OneTimeLinks.AnyAsync(l => l.PersonId == guest && l.UsedAt == null)));
    }

    [Fact]
    public async Task Renewing_is_a_new_row_and_brings_back_whose_time_was_over()
    {
        var guest = await Invite(village.Member, Village.Partners, days: 2);
        await Refused(Refusal.NotFound, () => Renew(village.Colleague, guest));
        await Refused(Refusal.Invalid, () => village.Verb<RenewGuest>().Run(village.Member, guest, In(400), "Longer."));
        await Refused(Refusal.NotFound, () => Renew(village.Member, village.Colleague));

        await Renew(village.Member, guest);
        Assert.Equal(2, await village.Read(db => db.Sponsorships.CountAsync(s => s.PersonId == guest)));
        Assert.Equal(1, await village.Read(db => db.Sponsorships.CountAsync(s => s.PersonId == guest && s.End == SponsorshipEnd.Renewed)));
        village.Clock.Pass(TimeSpan.FromDays(3));
        Assert.True((await Viewer(guest)).IsSignedIn);

        village.Clock.Pass(TimeSpan.FromDays(30));
        await village.Verb<EndGuestsInTime>().Run();
        Assert.False((await Viewer(guest)).IsSignedIn);
        await Refused(Refusal.Conflict, () => village.Verb<ReopenPerson>().Run(village.Administrator, guest));
        await Renew(village.Member, guest);
        Assert.True((await Viewer(guest)).IsSignedIn);
    }

    [Fact]
    public async Task Who_answers_for_a_guest_ends_it_and_an_administrator_does()
    {
        var guest = await Invite(village.Member, Village.Partners);
        await Refused(Refusal.NotFound, () => village.Verb<EndGuest>().Run(village.Colleague, guest, ""));
        await Refused(Refusal.NotFound, () => village.Verb<EndGuest>().Run(village.Steward, guest, ""));
        await Refused(Refusal.NotFound, () => village.Verb<EndGuest>().Run(village.Member, village.Colleague, ""));

        await village.Verb<EndGuest>().Run(village.Member, guest, "The project is over.");
        Assert.False((await Viewer(guest)).IsSignedIn);
        Assert.Equal((SponsorshipEnd.Ended, "The project is over.", village.Member), ((await Last(guest)).End, (await Last(guest)).EndReason, (await Last(guest)).EndedById));
        await Refused(Refusal.Conflict, () => village.Verb<EndGuest>().Run(village.Member, guest, ""));

        await Renew(village.Member, guest);
        await village.Verb<ClosePerson>().Run(village.Administrator, guest);
        await Refused(Refusal.Forbidden, () => Renew(village.Member, guest));
        await Renew(village.Administrator, guest);
        Assert.True((await Viewer(guest)).IsSignedIn);
    }

    [Fact]
    public async Task When_the_sponsor_leaves_a_guest_has_two_weeks_and_a_steward_takes_over()
    {
        var (sponsor, steward) = (await village.Person("Sven Sponsor"), await village.Person("Stine Successor"));
        await village.Enrol(Village.Partners, sponsor);
        await village.Enrol(Village.Partners, steward, asSteward: true);
        var (taken, left) = (await Invite(sponsor, Village.Partners, days: 100), await Invite(sponsor, Village.Partners, days: 100));
        await Refused(Refusal.Conflict, () => village.Verb<TakeOverGuest>().Run(steward, taken));

        await village.Verb<ClosePerson>().Run(village.Administrator, sponsor);
        await Notify();
        var asked = await village.Read(db => db.Notifications.Where(n => n.Kind == NoticeKind.GuestAlone).Select(n => n.PersonId).Distinct().ToListAsync());
        Assert.Contains(steward, asked);
        Assert.DoesNotContain(village.Member, asked);
        await Refused(Refusal.NotFound, () => village.Verb<TakeOverGuest>().Run(village.Member, taken));
        village.Clock.Pass(TimeSpan.FromDays(13));
        await village.Verb<TakeOverGuest>().Run(steward, taken);
        await Refused(Refusal.Conflict, () => village.Verb<TakeOverGuest>().Run(steward, taken));
        Assert.True((await Viewer(left)).IsSignedIn);

        village.Clock.Pass(TimeSpan.FromDays(1));
        Assert.True((await Viewer(taken)).IsSignedIn);
        Assert.False((await Viewer(left)).IsSignedIn);
        await Refused(Refusal.Conflict, () => village.Verb<TakeOverGuest>().Run(steward, left));
        await village.Verb<EndGuestsInTime>().Run();
        Assert.Equal(SponsorshipEnd.Alone, (await Last(left)).End);
        Assert.Equal(steward, (await Last(taken)).SponsorId);
    }

    [Fact]
    public async Task A_sponsor_who_is_staff_no_longer_answers_for_nobody_and_a_successor_may_end_it()
    {
        var sponsor = await village.Person("Sonja Sponsor");
        await village.Enrol(Village.Partners, sponsor);
        var guest = await Invite(sponsor, Village.Partners);

        await village.Verb<ChangeRole>().Run(village.Administrator, sponsor, Role.Guest);

        Assert.NotNull((await Last(guest)).AloneAt);
        await Refused(Refusal.NotFound, () => Renew(sponsor, guest));
        await village.Verb<EndGuest>().Run(village.Steward, guest, "Nobody needs it any more.");
        Assert.False((await Viewer(guest)).IsSignedIn);
    }

    [Fact]
    public async Task Where_no_steward_is_left_administrators_are_asked()
    {
        var space = await village.Verb<MakeSpace>().Run(null, "without-steward", "Without a steward", "", Tier.Partners);
        var sponsor = await village.Person("Selma Sponsor");
        await village.Enrol(space, sponsor);
        var guest = await Invite(sponsor, space);

        Assert.Equal([village.Administrator], await village.Read(db => db.SuccessorsFor(guest)));
        await village.Verb<ClosePerson>().Run(village.Administrator, sponsor);
        await village.Verb<TakeOverGuest>().Run(village.Administrator, guest);
        Assert.Equal(village.Administrator, (await Last(guest)).SponsorId);
    }

    [Fact]
    public async Task The_sponsor_is_reminded_once_two_weeks_before_the_end()
    {
        var guest = await Invite(village.Writer, Village.Partners, days: 30);
        await village.Verb<RemindSponsors>().Run();
        Assert.Null((await Last(guest)).RemindedAt);

        village.Clock.Pass(TimeSpan.FromDays(17));
        await village.Verb<RemindSponsors>().Run();
        Assert.Equal(0, await village.Verb<RemindSponsors>().Run());
        await Notify();

        Assert.Equal(1, await village.Read(db => db.Notifications.CountAsync(n => n.Kind == NoticeKind.GuestEnding && n.PersonId == village.Writer)));
    }

    [Fact]
    public async Task A_guest_without_a_sponsor_goes_on_and_one_who_becomes_staff_needs_none()
    {
        village.Clock.Pass(TimeSpan.FromDays(800));
        await village.Verb<EndGuestsInTime>().Run();
        Assert.True((await Viewer(village.Guest)).IsSignedIn);
        await Refused(Refusal.NotFound, () => Renew(village.Steward, village.Guest));

        var guest = await Invite(village.Steward, Village.Partners, days: 1);
        await village.Verb<ChangeRole>().Run(village.Administrator, guest, Role.Member);
        village.Clock.Pass(TimeSpan.FromDays(2));
        await village.Verb<EndGuestsInTime>().Run();
        Assert.True((await Viewer(guest)).IsSignedIn);
        Assert.Equal(SponsorshipEnd.BecameStaff, (await Last(guest)).End);
    }

    [Fact]
    public async Task Who_may_not_invite_into_the_space_any_more_does_not_renew()
    {
        var guest = await Invite(village.Member, Village.Partners);
        await village.Verb<RuleSpace>().Run(village.Administrator, Village.Partners, new Dictionary<Act, int> { [Act.InviteGuest] = 1 });

        await Refused(Refusal.Forbidden, () => Renew(village.Member, guest));
        await Renew(village.Administrator, guest);
        await village.Verb<RuleSpace>().Run(village.Administrator, Village.Partners, new Dictionary<Act, int>());
        await Renew(village.Member, guest);
    }

    DateTime In(int days) => village.Clock.Now().AddDays(days);

    async Task<long> Invite(long by, string? space = null, int days = 30, string why = "The archive lends us maps.", bool use = false)
    {
        var number = Interlocked.Increment(ref guests);
        var added = await village.Verb<InviteGuest>().Run(by, $"Guest {number}", $"guest{number}@archive.example", space is null ? [] : [space], In(days), why);
        if (use) await village.Verb<UseInvitation>().Run(added.Link!.Address[(added.Link.Address.LastIndexOf('/') + 1)..], $"Guest {number}", "heron under the blue gate");
        return added.Id;
    }

    Task Renew(long by, long guest) => village.Verb<RenewGuest>().Run(by, guest, In(30), "It goes on.");

    Task<Viewer> Viewer(long personId) => village.Read(db => db.Viewer(personId));

    Task<Sponsorship> Last(long guest) => village.Read(db => db.Sponsorships.Where(s => s.PersonId == guest).OrderByDescending(s => s.Id).FirstAsync());

    async Task Notify()
    {
        var notify = new NotifyPeople(village.Store, village.Clock);
        while (await notify.Step(default)) await Task.Yield();
    }

    static async Task Refused(Refusal kind, Func<Task> act) => Assert.Equal(kind, (await Assert.ThrowsAsync<RefusedException>(act)).Kind);
}
