using Community.Events;
using Community.Experts;
using Community.Tests.Search;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Experts;

/// <summary>What people and spaces choose for "who knows".</summary>
public sealed class ReservingTests
{
    [Fact]
    public async Task Who_hides_is_there_for_themselves_alone_until_they_are_back()
    {
        await using var village = await Told();
        await Hide(village, true);
        await Hide(village, true);

        Assert.Empty(await village.WhoKnows("customs forms", village.Marta));
        Assert.Empty(await village.Few("customs forms", village.Marta));
        Assert.True(Assert.Single(await village.WhoKnows("customs forms", village.Jonas)).IsHidden);
        Assert.Equal([EventKind.PreferencesChanged], await Events(village));

        await Hide(village, false);
        Assert.False(Assert.Single(await village.WhoKnows("customs forms", village.Marta)).IsHidden);
    }

    [Theory]
    [InlineData("customs", "customs forms", true)]
    [InlineData("custom", "Customs forms", true)]
    [InlineData("Customs, forms", "who fills in forms for customs?", true)]
    [InlineData("customs forms", "customs", false)]
    [InlineData("accustomed", "customs", false)]
    [InlineData("…", "customs", false)]
    public async Task A_subject_that_somebody_avoids_leaves_them_out_wherever_all_of_it_is_asked(string avoided, string asked, bool isHidden)
    {
        await using var village = await Told();
        await new AvoidSubject(village.Store, TimeProvider.System).Run(village.Jonas, avoided);

        Assert.Equal(isHidden ? 0 : 1, (await village.WhoKnows(asked, village.Marta)).Count);
        Assert.Equal(isHidden, Assert.Single(await village.WhoKnows(asked, village.Jonas)).IsHidden);
        Assert.Single(await village.WhoKnows("pouch", village.Marta));

        var row = await village.Store.Read(db => db.AvoidedSubjects.SingleAsync());
        await new AllowSubject(village.Store, TimeProvider.System).Run(village.Marta, row.Id);
        Assert.Equal(isHidden ? 0 : 1, (await village.WhoKnows(asked, village.Marta)).Count);
        await new AllowSubject(village.Store, TimeProvider.System).Run(village.Jonas, row.Id);
        Assert.Single(await village.WhoKnows(asked, village.Marta));
    }

    [Fact]
    public async Task A_subject_is_named_once_and_is_neither_nothing_nor_a_novel()
    {
        await using var village = await Told();
        var avoid = new AvoidSubject(village.Store, TimeProvider.System);
        await avoid.Run(village.Jonas, "Customs  forms");
        await avoid.Run(village.Jonas, "customs forms ");
        Assert.Equal("Customs forms", (await village.Store.Read(db => db.AvoidedSubjects.SingleAsync())).Subject);

        foreach (var wrong in new[] { "", "  ", new string('x', AvoidedSubject.MaxLength + 1) })
            await VillageActs.Refused(Refusal.Invalid, () => avoid.Run(village.Jonas, wrong));
    }

    [Fact]
    public async Task What_is_old_counts_as_the_space_says()
    {
        await using var village = await SearchVillage.Start(serving: false);
        var now = DateTime.UtcNow;
        // Jonas kept a note on it for years, Hana once asked the same two years later in fewer words.
        await village.Note("Customs forms", "customs forms", village.Desk, (village.Jonas, now.AddYears(-2)));
        await village.Note("Parcels and customs forms at the desk", "Among other papers for parcels.", village.Desk, (village.Hana, now));
        await village.CatchUp();
        var choose = new ChooseHalfLife(village.Store, TimeProvider.System);

        await choose.Run(village.Rosa, "desk", null);
        Assert.Equal("Jonas, Hana", await village.NamesOf("customs forms", village.Marta));
        await choose.Run(village.Rosa, "desk", 1);
        Assert.Equal("Hana, Jonas", await village.NamesOf("customs forms", village.Marta));
        var row = await village.Store.Read(db => db.HalfLives.SingleAsync());
        Assert.Equal((1, village.Rosa), (row.Months, row.ById));
        Assert.Equal(2, await village.Store.Read(db => db.Events.CountAsync(e => e.Kind == EventKind.Rechartered && e.SubjectId == village.Desk && e.ActorId == village.Rosa)));

        await choose.Run(village.Rosa, "desk", 1);
        await VillageActs.Refused(Refusal.Forbidden, () => choose.Run(village.Marta, "desk", 12));
        await VillageActs.Refused(Refusal.NotFound, () => choose.Run(village.Marta, "works", 12));
        await VillageActs.Refused(Refusal.Invalid, () => choose.Run(village.Rosa, "desk", 0));
        Assert.Equal(2, await village.Store.Read(db => db.Events.CountAsync(e => e.Kind == EventKind.Rechartered && e.SubjectId == village.Desk && e.ActorId == village.Rosa)));
    }

    [Fact]
    public async Task After_its_half_life_evidence_counts_half()
    {
        await using var village = await SearchVillage.Start(serving: false);
        await village.Note("Customs forms", "customs forms", village.Desk, (village.Jonas, DateTime.UtcNow.AddYears(-3)));
        await village.CatchUp();
        var unsaid = await Score();
        await new ChooseHalfLife(village.Store, TimeProvider.System).Run(village.Rosa, "desk", 18);
        var fast = await Score();
        await new ChooseHalfLife(village.Store, TimeProvider.System).Run(village.Rosa, "desk", null);
        var ageless = await Score();

        Assert.Equal((0.5, 0.25), (Math.Round(unsaid / ageless, 2), Math.Round(fast / ageless, 2)));

        async Task<double> Score() => Assert.Single(await village.WhoKnows("customs forms", village.Marta)).Score;
    }

    /// <summary>Jonas has answered what customs forms are for.</summary>
    static async Task<SearchVillage> Told()
    {
        var village = await SearchVillage.Start(serving: false);
        var question = await village.Ask("How do customs forms work?", "A parcel to Nairobi.", by: village.Rosa);
        await village.Reply(question.Id, "Customs forms go outside, in a pouch.", village.Jonas);
        await village.CatchUp();
        return village;
    }

    static Task Hide(SearchVillage village, bool hidden) => new HideMe(village.Store, TimeProvider.System).Run(village.Jonas, hidden);

    static Task<List<EventKind>> Events(SearchVillage village) => village.Store.Read(db => db.Events.Where(e => e.Kind == EventKind.PreferencesChanged && e.SubjectId == village.Jonas && e.ActorId == village.Jonas).Select(e => e.Kind).ToListAsync());
}
