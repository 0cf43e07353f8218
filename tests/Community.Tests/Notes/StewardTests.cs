using Community.Events;
using Community.Governance;
using Community.Notes;
using Community.Notes.Care;
using Community.People;
using Community.Spaces;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Notes;

/// <summary>Who keeps a note: people and units, handed over, lost and found again.</summary>
public sealed class StewardTests(Village village) : IClassFixture<Village>
{
    [Fact]
    public async Task A_unit_keeps_a_note_as_a_whole_and_whoever_leaves_the_unit_no_longer_does()
    {
        var somebody = await village.Person("Tomas of the desk");
        await village.Verb<PlaceInUnit>().Run(null, somebody, "Circulation");
        var note = await village.Start(village.Writer, TopicKind.Note);
        await village.Verb<AppointNoteUnit>().Run(village.Writer, note, await UnitOf(somebody), true, "The whole desk knows it.");

        await village.Verb<CheckNote>().Run(somebody, note);
        await village.Verb<CheckNote>().Run(village.UnitMember, note);
        await village.Verb<PlaceInUnit>().Run(null, somebody, "Bindery");
        await VillageActs.Refused(Refusal.Forbidden, () => village.Verb<CheckNote>().Run(somebody, note));
    }

    [Fact]
    public async Task A_unit_in_which_nobody_reads_the_space_keeps_nothing_in_it()
    {
        var somebody = await village.Person("Ines of the bindery");
        await village.Verb<PlaceInUnit>().Run(null, somebody, "Bindery of books");
        var note = await village.Start(village.Writer, TopicKind.Note, Village.Unit);

        Assert.Equal("Unit", (await VillageActs.Refused(Refusal.Invalid, () => village.Verb<AppointNoteUnit>().Run(village.Writer, note, village.Read(db => db.People.Where(p => p.Id == somebody).Select(p => p.UnitId!.Value).SingleAsync()).Result, true))).Field);
    }

    [Fact]
    public async Task Handing_over_needs_a_line_and_ends_the_own_right()
    {
        var note = await village.Start(village.Colleague, TopicKind.Note);
        Assert.Equal("Why", (await VillageActs.Refused(Refusal.Invalid, () => village.Verb<HandOverNote>().Run(village.Colleague, note, Keeper.Person(village.Member), ""))).Field);
        await village.Verb<HandOverNote>().Run(village.Colleague, note, Keeper.Person(village.Member), "I go to the archive.");

        Assert.Equal([village.Member], (await Keepers(note)).PersonIds);
        await VillageActs.Refused(Refusal.Forbidden, () => village.Verb<CheckNote>().Run(village.Colleague, note));
        var change = await village.Read(db => db.NoteHandovers.SingleAsync(h => h.TopicId == note));
        Assert.Equal((village.Colleague, village.Member, "I go to the archive."), (change.FromPersonId!.Value, change.ToPersonId!.Value, change.Why));
    }

    [Fact]
    public async Task The_last_one_who_keeps_a_note_is_not_relieved_but_hands_it_over()
    {
        var note = await village.Start(village.Writer, TopicKind.Note);

        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<AppointNoteSteward>().Run(village.Writer, note, village.Writer, false));
        Assert.Equal([village.Writer], (await Keepers(note)).PersonIds);
        Assert.Empty(await village.Read(db => db.NoteHandovers.Where(h => h.TopicId == note).ToListAsync()));
    }

    [Fact]
    public async Task A_steward_whose_account_is_closed_leaves_an_orphan_that_the_spaces_steward_gives_to_somebody()
    {
        var leaver = await village.Person("Lea who leaves");
        var note = await village.Start(leaver, TopicKind.Note);
        var keepers = Known();
        Assert.False((await keepers.Of(note)).IsOrphan);

        await village.Verb<ClosePerson>().Run(village.Administrator, leaver);
        Assert.True((await keepers.Of(note)).IsOrphan);
        Assert.True((await Keepers(note)).IsOrphan);
        Assert.Equal([village.Steward], await village.Read(async db => await db.PeopleKeeping(note, await db.Topics.Where(t => t.Id == note).Select(t => t.SpaceId).SingleAsync())));

        await village.Verb<AppointNoteSteward>().Run(village.Steward, note, village.Member, true);
        Assert.Equal([village.Member], (await keepers.Of(note)).PersonIds);
    }

    [Fact]
    public async Task A_steward_who_lost_the_space_leaves_an_orphan()
    {
        var note = await village.Start(village.UnitMember, TopicKind.Note, Village.Unit);
        var keepers = Known();
        Assert.Equal([village.UnitMember], (await keepers.Of(note)).PersonIds);

        await village.Verb<PlaceInUnit>().Run(null, village.UnitMember, "Elsewhere");
        Assert.True((await keepers.Of(note)).IsOrphan);
        await VillageActs.Refused(Refusal.NotFound, () => village.Verb<CheckNote>().Run(village.UnitMember, note));
        await village.Verb<PlaceInUnit>().Run(null, village.UnitMember, "Circulation");
        Assert.False((await keepers.Of(note)).IsOrphan);
    }

    [Theory]
    [InlineData("a guest"), InlineData("dismissed"), InlineData("the tier"), InlineData("moved"), InlineData("reopened"), InlineData("handed over")]
    public async Task What_is_in_memory_is_what_the_database_says(string change)
    {
        var somebody = await village.Person("Somebody, " + change);
        await village.Enrol(Village.Partners, somebody);
        var note = await village.Start(somebody, TopicKind.Note, Village.Partners);
        if (change == "reopened") await village.Verb<ClosePerson>().Run(village.Administrator, somebody);
        var keepers = Known();
        var before = (await keepers.Of(note)).PersonIds.Count;

        await (change switch
        {
            "a guest" => Guest(somebody),
            "dismissed" => DismissedGuest(somebody),
            "the tier" => village.Verb<RecharterSpace>().Run(village.Steward, Village.Partners, Village.Partners, "", Tier.Partners),
            "moved" => village.Verb<MoveTopic>().Run(village.Administrator, note, Village.Unit),
            "reopened" => village.Verb<ReopenPerson>().Run(village.Administrator, somebody),
            _ => village.Verb<HandOverNote>().Run(somebody, note, Keeper.Person(village.Member), "Yours."),
        });

        Assert.Equal((await Keepers(note)).PersonIds, (await keepers.Of(note)).PersonIds);
        Assert.Equal(change is "dismissed" or "moved" ? 0 : 1, (await keepers.Of(note)).PersonIds.Count);
        Assert.Equal(change == "reopened" ? 0 : 1, before);
    }

    Task Guest(long personId) => village.Verb<ChangeRole>().Run(village.Administrator, personId, Role.Guest);

    async Task DismissedGuest(long personId)
    {
        await Guest(personId);
        await village.Verb<DismissPerson>().Run(village.Steward, Village.Partners, personId);
    }

    Task<long> UnitOf(long personId) => village.Read(db => db.People.Where(p => p.Id == personId).Select(p => p.UnitId!.Value).SingleAsync());

    async Task<NoteKeepers> Keepers(long note) => (await village.Read(db => db.KeepersOf([note])))[note];

    KnownKeepers Known() => new(village.Store, new Recent(new LastEvent(village.Store, village.Signal, TimeProvider.System), village.Store));
}
