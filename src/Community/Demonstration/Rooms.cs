using Community.Governance;
using Community.People;
using Community.Spaces;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Demonstration;

/// <summary>The spaces are made, and people come in: by themselves where they may, else brought by the first steward.</summary>
sealed class Rooms(MakeSpace make, EnrolPerson enrol, JoinSpace join, UnitRooms units)
{
    public void Plan(Plan plan, Library library, Calendar calendar, Cast cast)
    {
        var came = library.People.ToDictionary(somebody => somebody.Id, somebody => calendar.Ago(somebody.Came));
        var administrator = library.People[0].Id;
        foreach (var room in library.Spaces)
        {
            var made = calendar.Ago(room.Made);
            plan.Add(made, async stop =>
            {
                await make.Run(null, room.Slug, room.Name, room.Purpose, room.Tier, stop);
                foreach (var steward in room.Stewards) await enrol.Run(cast.Person(administrator), room.Slug, cast.Person(steward), asSteward: true, stop);
                foreach (var unit in room.Units) await units.Bring(cast.Person(room.Stewards[0]), room.Slug, unit, stop);
            });
            foreach (var member in room.Members)
            {
                var isGuest = library.People.Single(somebody => somebody.Id == member).Role == Role.Guest;
                var later = made > came[member] ? made : came[member];
                plan.Add(later.AddMinutes(40), stop => isGuest || !Rights.OpenToJoin.Contains(room.Tier)
                    ? enrol.Run(cast.Person(room.Stewards[0]), room.Slug, cast.Person(member), asSteward: false, stop)
                    : join.Run(cast.Person(member), room.Slug, stop));
            }
        }
    }
}

/// <summary>A whole unit comes into a space.</summary>
sealed class UnitRooms(CommunityStore store, EnrolUnit enrol)
{
    public async Task Bring(long actorId, string slug, string unit, CancellationToken stop)
    {
        var unitId = await store.Read(db => db.Units.Where(u => u.Name == unit).Select(u => u.Id).SingleAsync(stop));
        await enrol.Run(actorId, slug, unitId, isIn: true, stop);
    }
}
