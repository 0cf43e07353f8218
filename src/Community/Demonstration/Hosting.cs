using Community.Governance;
using Community.People;
using Community.People.Guests;
using Community.Spaces;
using Community.Spaces.Guests;

namespace Community.Demonstration;

/// <summary>The administrator answers for the guest of the cast, whose time is over soon; another guest's sponsor has retired, and nobody came in their place yet.</summary>
sealed class Hosting(RenewGuest renew, AddPerson add, JoinSpace join, InviteGuest invite, ClosePerson close, RemindSponsors remind, TimeProvider clock)
{
    const int DaysLeft = 9;

    public void Plan(Plan plan, Library library, Calendar calendar, Cast cast)
    {
        var (administrator, guest) = (library.People[0].Id, library.People.First(one => one.Role == Role.Guest).Id);
        var (room, retired) = (library.Spaces.First(one => one.Tier == Tier.Partners).Slug, 0L);
        plan.Add(calendar.Ago("320d@09:00"), stop => renew.Run(cast.Person(administrator), cast.Person(guest), clock.Now().Date.AddDays(320 + DaysLeft), "Document supply for the hospital, agreed with St Aidan's.", stop));
        plan.Add(calendar.Ago("310d@10:00"), async stop => retired = (await add.Run(cast.Person(administrator), "Edda Falk", "edda.falk@fernleigh.example", stop: stop)).Id);
        plan.Add(calendar.Ago("60d@11:00"), stop => Enter(retired, room, stop));
        plan.Add(calendar.Ago("6d@16:00"), stop => close.Run(cast.Person(administrator), retired, stop));
        plan.Add(calendar.Ago("4d@07:00"), stop => remind.Run(stop));
    }

    async Task Enter(long sponsor, string room, CancellationToken stop)
    {
        await join.Run(sponsor, room, stop);
        await invite.Run(sponsor, "Ibrahim Sesay", "i.sesay@county-archive.example", [room], clock.Now().Date.AddDays(200), "The county archive lends us maps and borrows readers for them.", stop: stop);
    }
}
