using Community.Governance;
using Community.People;
using Community.Spaces;
using Community.Tests.Transfer;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Notifications;

/// <summary>Live lines and mail load many people at once; their rights must be those of the gate.</summary>
public sealed class ManyViewersTests
{
    [Fact]
    public async Task Loaded_together_people_see_the_same_as_one_by_one()
    {
        await using var store = await EmptyStore.Make();
        var (alice, bob, carla) = (await Add(store, "Alice Moreau"), await Add(store, "Bob Lindqvist"), await Add(store, "Carla Nunes"));
        var (guest, administrator) = (await Add(store, "Gina Guest", Role.Guest), await Add(store, "Ruth Mbeki", Role.Administrator));
        await new MakeSpace(store.Store, TimeProvider.System).Run(administrator, "loans", "Loans", "", Tier.Institution);
        await new MakeSpace(store.Store, TimeProvider.System).Run(administrator, "closed", "Closed", "", Tier.Unit);
        await new EnrolPerson(store.Store, TimeProvider.System).Run(administrator, "closed", alice, true);
        await store.Store.Write(async db =>
        {
            var unit = db.Units.Add(new Unit("Bindery", null, DateTime.UtcNow)).Entity;
            await db.SaveChangesAsync();
            (await db.People.SingleAsync(p => p.Id == carla)).PlaceIn(unit.Id, null, DateTime.UtcNow);
            db.UnitMemberships.Add(new UnitMembership((await db.Spaces.SingleAsync(s => s.Slug == "closed")).Id, unit.Id, null, DateTime.UtcNow));
            (await db.People.SingleAsync(p => p.Id == bob)).Close(null, DateTime.UtcNow);
            await db.SaveChangesAsync();
        });
        await new MakeSpace(store.Store, TimeProvider.System).Run(administrator, "open", "Open", "", Tier.Public);
        await using var db = store.Context();

        var together = await db.Viewers([alice, bob, carla, guest, administrator, 999]);

        Assert.Equal([alice, carla, guest, administrator], together.Keys.Order());
        foreach (var (id, viewer) in together)
        {
            var alone = await db.Viewer(id);
            Assert.Equal(alone.ReadableSpaceIds.Order().Select(alone.In), viewer.ReadableSpaceIds.Order().Select(viewer.In));
            Assert.Equal((alone.PersonId, alone.Role), (viewer.PersonId, viewer.Role));
        }
    }

    static Task<long> Add(EmptyStore store, string name, Role role = Role.Member) => store.Store.Write(async db =>
    {
        var person = db.People.Add(new Person(name, role, DateTime.UtcNow)).Entity;
        await db.SaveChangesAsync();
        return person.Id;
    });
}
