using Community.Events;
using Community.Governance;
using Community.Notes.Paths;
using Community.People;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Notes.Paths;

/// <summary>Paths: who makes and changes them, and what each reader sees of them.</summary>
public sealed class PathTests(Village village) : IClassFixture<Village>
{
    [Fact]
    public async Task Staff_make_a_path_and_its_maker_and_the_spaces_stewards_change_it()
    {
        var path = await village.Verb<MakePath>().Run(village.Member, Village.Unit, "Desk, first weeks", "");
        await VillageActs.Refused(Refusal.Forbidden, () => village.Verb<MakePath>().Run(village.Guest, Village.Unit, "Mine", ""));
        await VillageActs.Refused(Refusal.NotFound, () => village.Verb<MakePath>().Run(village.Colleague, Village.Unit, "Mine", ""));

        foreach (var person in new[] { village.Member, village.Steward, village.Administrator }) await village.Verb<DescribePath>().Run(person, path, $"Desk, by {person}", "Alone.", null);
        foreach (var person in new[] { village.Writer, village.UnitMember, village.Guest }) await VillageActs.Refused(Refusal.Forbidden, () => village.Verb<DescribePath>().Run(person, path, "No", "", null));
        foreach (var person in new[] { village.Moderator, village.Colleague, village.Stranger }) await VillageActs.Refused(Refusal.NotFound, () => village.Verb<DescribePath>().Run(person, path, "No", "", null));

        await village.Verb<RemovePath>().Run(village.Member, path);
        await VillageActs.Refused(Refusal.NotFound, () => village.Verb<DescribePath>().Run(village.Writer, path, "No", "", null));
        await village.Verb<RemovePath>().Run(village.Steward, path, isRemoved: false);
    }

    [Fact]
    public async Task Stations_are_added_moved_explained_taken_out_and_put_back()
    {
        var path = await village.Verb<MakePath>().Run(village.Steward, Village.Institution, "Cataloguing", "");
        var (first, second) = (await village.Start(village.Writer, TopicKind.Note, title: "First"), await village.Start(village.Writer, TopicKind.Question, title: "Second"));
        var add = village.Verb<AddStation>();
        var (a, b) = (await add.Run(village.Steward, path, first, null, "Because.", "Week one"), await add.Run(village.Steward, path, second, null, ""));
        var c = await add.Run(village.Steward, path, null, village.Member, "She knows.");
        Assert.Equal(a, await add.Run(village.Steward, path, first, null, "Twice."));
        await VillageActs.Refused(Refusal.NotFound, () => add.Run(village.Steward, path, 987_654, null, ""));

        await village.Verb<MoveStation>().Run(village.Steward, path, c, isUp: true);
        Assert.Equal([a, c, b], await Seen(village.Colleague, path));
        await village.Verb<MoveStation>().Run(village.Steward, path, a, isUp: false);
        await village.Verb<ExplainStation>().Run(village.Steward, path, a, "Still because.", "Later");
        await village.Verb<TakeOutStation>().Run(village.Steward, path, c);
        Assert.Equal([a, b], await Seen(village.Colleague, path));
        await village.Verb<TakeOutStation>().Run(village.Steward, path, c, isOut: false);
        Assert.Equal([a, b, c], await Seen(village.Colleague, path));
        await VillageActs.Refused(Refusal.Forbidden, () => village.Verb<TakeOutStation>().Run(village.Writer, path, c));
    }

    [Fact]
    public async Task A_station_that_a_reader_may_not_see_is_not_there_for_that_reader()
    {
        var path = await village.Verb<MakePath>().Run(village.Steward, Village.Public, "Opening", "");
        var (open, closed) = (await village.Start(village.Writer, TopicKind.Note, Village.Public, "Open"), await village.Start(village.Writer, TopicKind.Note, Village.Unit, "Closed"));
        var (a, b) = (await village.Verb<AddStation>().Run(village.Steward, path, open, null, ""), await village.Verb<AddStation>().Run(village.Steward, path, closed, null, ""));
        var c = await village.Verb<AddStation>().Run(village.Steward, path, null, village.Writer, "");

        Assert.Equal([a, b, c], await Seen(village.Member, path));
        Assert.Equal([a, c], await Seen(village.Colleague, path));
        Assert.Equal([a], await Seen(village.Stranger, path));
        Assert.Equal([a], await Seen(null, path));
        await VillageActs.Refused(Refusal.NotFound, () => village.Verb<MarkStation>().Run(village.Colleague, path, b, read: true));
        await VillageActs.Refused(Refusal.NotFound, () => village.Verb<MarkStation>().Run(village.Stranger, path, c, asked: true));

        await village.Verb<MarkStation>().Run(village.Member, path, b, read: true);
        await village.Verb<WithdrawPost>().Run(village.Writer, await village.Opening(closed));
        Assert.Equal([a, c], await Seen(village.Member, path));
        Assert.Equal([b], await Broken(village.Steward, path));
    }

    [Fact]
    public async Task Who_left_is_met_by_nobody_and_those_who_keep_the_path_are_told()
    {
        var leaver = await village.Person("Lea Vogt");
        var path = await village.Verb<MakePath>().Run(village.Steward, Village.Institution, "Who to meet", "");
        var station = await village.Verb<AddStation>().Run(village.Steward, path, null, leaver, "");
        await village.Verb<ClosePerson>().Run(village.Administrator, leaver);

        Assert.Empty(await Seen(village.Colleague, path));
        Assert.Equal([station], await Broken(village.Steward, path));
    }

    [Fact]
    public async Task Progress_is_marked_and_taken_back_and_lost_rights_end_it()
    {
        var person = await village.Person("Nora New");
        await village.Enrol(Village.Unit, person);
        var path = await village.Verb<MakePath>().Run(village.Steward, Village.Unit, "Desk", "");
        var station = await village.Verb<AddStation>().Run(village.Steward, path, await village.Start(village.Writer, TopicKind.Note, Village.Unit), null, "");
        var mark = village.Verb<MarkStation>();
        var events = await village.Read(db => db.Events.CountAsync());

        await mark.Run(person, path, station, read: true, tried: true);
        await mark.Run(person, path, station, tried: false);
        var own = await village.Read(db => db.StationProgress.SingleAsync(p => p.PersonId == person));
        Assert.Equal((true, false, false), (own.ReadAt is not null, own.TriedAt is not null, own.AskedAt is not null));
        await mark.Run(person, null, station, read: false);
        Assert.False(await village.Read(db => db.StationProgress.AnyAsync(p => p.PersonId == person)));
        // Nobody is told how far somebody is, not even the log.
        Assert.Equal(events, await village.Read(db => db.Events.CountAsync()));

        await village.Verb<DismissPerson>().Run(village.Administrator, Village.Unit, person);
        await VillageActs.Refused(Refusal.NotFound, () => mark.Run(person, path, station, read: true));
    }

    [Fact]
    public async Task A_buddy_is_one_colleague_whom_the_person_chose()
    {
        var choose = village.Verb<ChooseBuddy>();
        await choose.Run(village.UnitMember, village.Member);
        await choose.Run(village.UnitMember, village.Colleague);
        Assert.Equal([village.Colleague], await village.Read(db => db.BuddyChoices.Where(b => b.PersonId == village.UnitMember).Select(b => b.BuddyId).ToListAsync()));
        await choose.Run(village.UnitMember, null);
        Assert.False(await village.Read(db => db.BuddyChoices.AnyAsync(b => b.PersonId == village.UnitMember)));

        await VillageActs.Refused(Refusal.Invalid, () => choose.Run(village.Member, village.Member));
        // A guest learns nothing of people whom the guest does not meet.
        await VillageActs.Refused(Refusal.NotFound, () => choose.Run(village.Guest, village.Colleague));
        await VillageActs.Refused(Refusal.NotFound, () => choose.Run(village.Guest, 987_654));
        await choose.Run(village.Guest, village.Member);
    }

    Task<List<long>> Seen(long? personId, long path) => Stations(personId, path, (db, viewer) => db.StationsListedFor(viewer));

    Task<List<long>> Broken(long personId, long path) => Stations(personId, path, (db, viewer) => db.BrokenStations(viewer));

    Task<List<long>> Stations(long? personId, long path, Func<CommunityContext, Viewer, IQueryable<PathStation>> of) =>
        village.Read(async db => await of(db, await db.Viewer(personId)).Where(s => s.PathId == path).OrderBy(s => s.Order).Select(s => s.Id).ToListAsync());
}
