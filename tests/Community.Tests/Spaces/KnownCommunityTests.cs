using System.Text.Json;
using Community.Events;
using Community.Governance;
using Community.People;
using Community.Spaces;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Spaces;

/// <summary>What is kept in memory about people, spaces and the institution is what the database says, from the moment a verb has returned.</summary>
public sealed class KnownCommunityTests(Village village) : IClassFixture<Village>
{
    static readonly Dictionary<string, Func<Village, long, Task>> Changes = new()
    {
        ["became a guest"] = (v, id) => v.Verb<ChangeRole>().Run(v.Administrator, id, Role.Guest),
        ["works in another unit"] = (v, id) => v.Verb<PlaceInUnit>().Run(v.Administrator, id, "Bindery"),
        ["was closed"] = (v, id) => v.Verb<ClosePerson>().Run(v.Administrator, id),
        ["joined a space"] = (v, id) => v.Verb<JoinSpace>().Run(id, Village.Public),
        ["left a space"] = (v, id) => v.Verb<LeaveSpace>().Run(id, Village.Partners),
        ["became a steward"] = (v, id) => v.Enrol(Village.Partners, id, asSteward: true),
        ["was dismissed"] = (v, id) => v.Verb<DismissPerson>().Run(v.Steward, Village.Partners, id),
        ["has another name"] = (v, id) => v.Verb<DescribePerson>().Run(id, "Renamed " + id, "", ""),
        ["lives in another zone"] = (v, id) => v.Verb<ChoosePreferences>().Run(id, "Europe/Prague", true, false),
        ["shows that they are here"] = (v, id) => v.Verb<ChoosePreferences>().Run(id, null, false, true),
        ["the unit was enrolled"] = async (v, id) => await v.Verb<EnrolUnit>().Run(v.Steward, Village.Unit, await UnitOf(v, id), true),
        ["the unit has another name"] = async (v, id) => await v.Verb<RenameUnit>().Run(v.Administrator, await UnitOf(v, id), "Renamed unit " + id),
        ["the space has another tier"] = (v, _) => v.Verb<RecharterSpace>().Run(v.Steward, Village.Partners, "Partners no more", "", Tier.Unit),
        ["a space was made"] = (v, id) => v.Verb<MakeSpace>().Run(v.Administrator, "made-" + id, "Made", "", Tier.Public),
        ["the institution has another name"] = (v, _) => v.Verb<DescribeInstitution>().Run(v.Administrator, "Town Library", "https://town.example", SignUp.Closed, "", "Europe/Prague"),
    };

    public static TheoryData<string> Words => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Words))]
    public async Task What_is_in_memory_is_what_a_fresh_look_gives(string change)
    {
        var (known, id) = (Known(village.Store, village.Signal), await Somebody(change));
        var before = await Told(known, id);

        await Changes[change](village, id);

        var after = await Told(known, id);
        Assert.NotEqual(before, after);
        Assert.Equal(await Told(Known(village.Store, village.Signal), id), after);
    }

    [Fact]
    public async Task Who_was_closed_and_comes_again_is_known_again()
    {
        var (known, id) = (Known(village.Store, village.Signal), await Somebody("back"));
        await village.Verb<ClosePerson>().Run(village.Administrator, id);
        Assert.Null(await known.Person(id));

        await village.Verb<ReopenPerson>().Run(village.Administrator, id);

        Assert.NotNull(await known.Person(id));
    }

    [Fact]
    public async Task What_another_program_changes_is_known_within_a_second()
    {
        var (known, id) = (Known(village.AnotherProgram(), new EventSignal()), await Somebody("elsewhere"));
        Assert.Contains(await SpaceId(Village.Partners), (await known.Viewer(id)).ReadableSpaceIds);

        await village.Verb<ChangeRole>().Run(village.Administrator, id, Role.Guest);
        await village.Verb<DismissPerson>().Run(village.Steward, Village.Partners, id);
        await Task.Delay(TimeSpan.FromSeconds(1));

        Assert.DoesNotContain(await SpaceId(Village.Partners), (await known.Viewer(id)).ReadableSpaceIds);
    }

    [Fact]
    public void What_was_read_before_a_change_is_not_kept_after_it()
    {
        var kept = new Remembered<int, string>(10);
        var round = kept.Round;
        kept.Forget(2);

        kept.Keep(1, "read before", round);

        Assert.False(kept.TryGet(1, out _));
    }

    static KnownCommunity Known(CommunityStore store, EventSignal signal) => new(store, new Recent(new LastEvent(store, signal, TimeProvider.System), store));

    async Task<long> Somebody(string name)
    {
        var id = await village.Person(name);
        await village.Verb<PlaceInUnit>().Run(village.Administrator, id, "Unit of " + name);
        await village.Enrol(Village.Partners, id);
        return id;
    }

    Task<long> SpaceId(string slug) => village.Read(db => db.Spaces.Where(s => s.Slug == slug).Select(s => s.Id).SingleAsync());

    static async Task<string> Told(KnownCommunity known, long id)
    {
        var (person, ground, viewer) = (await known.Person(id), await known.Ground(), await known.Viewer(id));
        return JsonSerializer.Serialize(new
        {
            person?.Name,
            person?.Zone,
            person?.IsKeysOff,
            person?.ShowsPresence,
            person?.JoinedSpaceIds,
            viewer.PersonId,
            viewer.Role,
            Standing = viewer.ReadableSpaceIds.Order().Select(space => $"{viewer.In(space)}"),
            Names = await known.Names([id]),
            ground.Institution,
            Spaces = ground.Spaces.Values,
            ground.Units,
            Open = ground.Nobody.ReadableSpaceIds,
        });
    }

    static Task<long> UnitOf(Village village, long personId) => village.Read(db => db.People.Where(p => p.Id == personId).Select(p => p.UnitId ?? 0).SingleAsync());
}
