using Community.Events;
using Community.Governance;
using Community.People;
using Community.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Spaces;

public sealed class SpaceTests(Village village) : IClassFixture<Village>
{
    [Theory]
    [InlineData("a")]
    [InlineData("1st")]
    [InlineData("-x")]
    [InlineData("Big")]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("naïve")]
    [InlineData("41")]
    [InlineData("new")]
    [InlineData("x\n")]
    public async Task An_address_that_cannot_be_one_is_refused(string slug)
    {
        var typed = slug == "41" ? new string('x', 41) : slug;

        if (slug == "x\n") await VillageActs.Refused(Refusal.Invalid, () => Make(typed));
        else Assert.Equal("Slug", (await VillageActs.Refused(Refusal.Invalid, () => Make(typed))).Field);
    }

    [Fact]
    public async Task An_address_is_given_once()
    {
        await Make("systems");

        Assert.Equal("Slug", (await VillageActs.Refused(Refusal.Conflict, () => Make("systems"))).Field);
    }

    [Fact]
    public async Task Who_makes_a_space_is_its_steward()
    {
        await Make("reference");

        var membership = await village.Read(db => db.Memberships.SingleAsync(m => db.Set<Space>().Any(s => s.Id == m.SpaceId && s.Slug == "reference")));
        Assert.Equal((village.Administrator, true), (membership.PersonId, membership.IsSteward));
    }

    [Fact]
    public async Task A_name_and_a_purpose_have_their_limits()
    {
        await Make("limits");

        foreach (var (name, purpose, field) in new[] { (" ", "", "Name"), (new string('x', 101), "", "Name"), ("x", new string('x', 1_001), "Purpose") })
            Assert.Equal(field, (await VillageActs.Refused(Refusal.Invalid, () => village.Verb<RecharterSpace>().Run(village.Administrator, "limits", name, purpose, Tier.Public))).Field);
    }

    [Fact]
    public async Task Joining_and_leaving_happen_once_and_are_told()
    {
        var person = await village.Person("Jo Joiner");
        foreach (var _ in "ab") await village.Verb<JoinSpace>().Run(person, Village.Partners);
        foreach (var _ in "ab") await village.Verb<LeaveSpace>().Run(person, Village.Partners);

        Assert.Equal([EventKind.Joined, EventKind.Left], await village.Read(db => db.Events.Where(e => e.ActorId == person).OrderBy(e => e.Id).Select(e => e.Kind).ToListAsync()));
        Assert.False(await village.Read(db => db.Memberships.AnyAsync(m => m.PersonId == person)));
    }

    [Fact]
    public async Task Everybody_of_a_unit_is_a_member_while_the_unit_is()
    {
        var (person, other) = (await village.Person("Ulla Unit"), await village.Person("Otto Other"));
        await village.Verb<PlaceInUnit>().Run(null, person, "Archive");
        var unit = await village.Read(db => db.Units.Where(u => u.Name == "Archive").Select(u => u.Id).SingleAsync());

        await village.Verb<EnrolUnit>().Run(village.Steward, Village.Unit, unit, true);
        Assert.Equal((true, false), (await Reads(person, Village.Unit), await Reads(other, Village.Unit)));
        await village.Verb<PlaceInUnit>().Run(null, person, null);
        Assert.False(await Reads(person, Village.Unit));
        await village.Verb<PlaceInUnit>().Run(null, person, "Archive");
        await village.Verb<EnrolUnit>().Run(village.Steward, Village.Unit, unit, false);
        Assert.False(await Reads(person, Village.Unit));
    }

    [Fact]
    public async Task Guests_come_into_no_space_for_staff_and_keep_none()
    {
        Assert.Equal("Person", (await VillageActs.Refused(Refusal.Invalid, () => village.Enrol(Village.Institution, village.Stranger))).Field);
        Assert.Equal("Person", (await VillageActs.Refused(Refusal.Invalid, () => village.Enrol(Village.Partners, village.Stranger, asSteward: true))).Field);
        await VillageActs.Refused(Refusal.Forbidden, () => village.Verb<JoinSpace>().Run(village.Stranger, Village.Public));
        await VillageActs.Refused(Refusal.NotFound, () => village.Verb<JoinSpace>().Run(village.Stranger, Village.Partners));
    }

    [Fact]
    public async Task Whoever_becomes_a_guest_keeps_no_space_any_more()
    {
        var person = await village.Person("Dora Demoted");
        await village.Enrol(Village.Partners, person, asSteward: true);
        await village.Verb<ChangeRole>().Run(village.Administrator, person, Role.Guest);

        await VillageActs.Refused(Refusal.Forbidden, () => village.Verb<EnrolPerson>().Run(person, Village.Partners, village.Stranger, false));
        Assert.True(await village.Read(async db => (await db.Viewers([person]))[person].May(Act.Reply, await SpaceId(db, Village.Partners)) && !(await db.Viewers([person]))[person].May(Act.Charter, await SpaceId(db, Village.Partners))));
    }

    [Fact]
    public async Task Imported_and_unknown_people_are_not_enrolled()
    {
        var imported = await village.Store.Write(async db =>
        {
            var person = db.People.Add(Person.Imported("Ida Import", village.Clock.Now(), village.Clock.Now())).Entity;
            await db.SaveChangesAsync();
            return person.Id;
        });

        foreach (var person in new[] { imported, 999_999 })
            await VillageActs.Refused(Refusal.Invalid, () => village.Enrol(Village.Institution, person));
    }

    [Fact]
    public async Task A_stricter_tier_shuts_out_at_once()
    {
        await village.Verb<MakeSpace>().Run(village.Administrator, "tightened", "Tightened", "", Tier.Public);
        Assert.True(await Reads(village.Stranger, "tightened"));

        await village.Verb<RecharterSpace>().Run(village.Administrator, "tightened", "Tightened", "", Tier.Unit);

        foreach (var person in new[] { village.Stranger, village.Moderator, village.Colleague }) Assert.False(await Reads(person, "tightened"));
    }

    [Fact]
    public async Task One_viewer_and_many_viewers_are_the_same()
    {
        long[] people = [village.Administrator, village.Moderator, village.Steward, village.Writer, village.Member, village.UnitMember, village.Colleague, village.Guest, village.Stranger];
        var many = await village.Read(db => db.Viewers([.. people, 999_999]));

        Assert.Equal(people.Order(), many.Keys.Order());
        foreach (var person in people)
        {
            var one = await village.Read(db => db.Viewer(person));
            Assert.Equal(one.ReadableSpaceIds.Order().Select(one.In), many[person].ReadableSpaceIds.Order().Select(many[person].In));
        }
    }

    [Fact]
    public async Task An_administrator_reads_a_Unit_space_as_one_only_while_no_member()
    {
        var unit = await village.Read(db => SpaceId(db, Village.Unit));
        Assert.True((await village.Read(db => db.Viewer(village.Administrator))).In(unit)!.ReadsAsAdministratorOnly);
        Assert.False((await village.Read(db => db.Viewer(village.Steward))).In(unit)!.ReadsAsAdministratorOnly);

        await village.Verb<LookIntoSpace>().Run(village.Administrator, unit);

        var look = await village.Read(db => db.Events.SingleAsync(e => e.Kind == EventKind.Looked));
        Assert.Equal(((long?)unit, (long?)village.Administrator), (look.SpaceId, look.ActorId));
    }

    Task<string> Make(string slug) => village.Verb<MakeSpace>().Run(village.Administrator, slug, "A space", "", Tier.Institution);

    async Task<bool> Reads(long personId, string slug)
    {
        var viewer = await village.Read(db => db.Viewer(personId));
        return await village.Read(async db => viewer.CanRead(await SpaceId(db, slug)));
    }

    static Task<long> SpaceId(Community.Store.CommunityContext db, string slug) => db.Spaces.Where(s => s.Slug == slug).Select(s => s.Id).SingleAsync();
}
