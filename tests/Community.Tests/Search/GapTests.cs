using Community.Events;
using Community.Search;
using Community.Search.Gaps;
using Community.Topics;
using Microsoft.EntityFrameworkCore;
using static Community.Tests.VillageActs;

namespace Community.Tests.Search;

/// <summary>What is searched for and not found.</summary>
public sealed class GapTests
{
    [Fact]
    public async Task The_same_words_in_any_form_are_one_gap_under_what_is_typed_most()
    {
        await using var village = await AskedVillage.Start();
        await village.Look("the parking permits", village.Library.Jonas);
        await village.Look("Parking permit");
        await village.Write();
        village.Clock.Pass(TimeSpan.FromDays(1));
        await village.Look("parking permit");
        await village.Look("permits for parking", village.Library.Rosa);
        await village.Write();

        var gap = Assert.Single(await village.Gaps());
        Assert.Equal(("parking permit", 4, 4, GapState.Open), (gap.Words, gap.Searches, gap.Missed, gap.State));
    }

    [Fact]
    public async Task One_search_is_nobody_elses_business_and_what_was_narrowed_or_typed_by_guests_is_no_gap()
    {
        await using var village = await AskedVillage.Start();
        await village.Look("quiet room");
        foreach (var who in new[] { village.Library.Marta, village.Library.Jonas })
        {
            await village.Look("narrowed words", who, new SearchRequest("", Space: "desk"));
            await village.Look("kinds of words", who, new SearchRequest("", Kind: TopicKind.Note));
            await village.Look("excluded -words", who);
        }

        await village.Look("typed by guests", village.Library.Hana);
        await village.Write();
        village.Clock.Pass(TimeSpan.FromDays(1));
        await village.Look("typed by guests", village.Library.Hana);
        await village.Write();

        Assert.Equal(9, (await village.Rows()).Count);
        Assert.Empty(await village.Gaps(village.Library.Rosa));
    }

    [Fact]
    public async Task What_is_found_but_opened_by_few_is_a_gap_and_what_most_open_is_none()
    {
        await using var village = await AskedVillage.Start();
        await village.Library.Ask("Linen tape for spines", "Which tape?");
        await village.Look("glue for spines");
        village.Lately.Open((await village.Look("linen tape"))!, 1);
        village.Lately.Open((await village.Look("linen tape", village.Library.Jonas))!, 1);
        await village.Look("glue for spines", village.Library.Jonas);
        await village.Write();

        Assert.Equal("glue for spines", Assert.Single(await village.Gaps()).Words);
    }

    [Fact]
    public async Task It_is_claimed_by_one_given_back_and_finished_with_a_topic_and_each_is_told()
    {
        await using var village = await AskedVillage.Start();
        await village.Miss("parking permit");
        var (id, marta, jonas) = ((await village.Gaps())[0].Id, village.Library.Marta, village.Library.Jonas);
        await new ClaimGap(village.Store, village.Clock).Run(marta, id);
        await Refused(Refusal.Conflict, () => new ClaimGap(village.Store, village.Clock).Run(jonas, id));
        await Refused(Refusal.Forbidden, () => new GiveGapBack(village.Store, village.Clock).Run(jonas, id));
        await new GiveGapBack(village.Store, village.Clock).Run(marta, id);
        await new ClaimGap(village.Store, village.Clock).Run(jonas, id);

        var hidden = await village.Library.Ask("Council papers", "Papers.", village.Library.Works, jonas);
        await Refused(Refusal.NotFound, () => new FinishGap(village.Store, village.Clock).Run(jonas, id, 999_999));
        await Refused(Refusal.Forbidden, () => new FinishGap(village.Store, village.Clock).Run(marta, id, hidden.Id));
        var note = await village.Library.Begin(TopicKind.Note, "Parking permits", "<p>At the gate.</p>", by: jonas);
        await new FinishGap(village.Store, village.Clock).Run(jonas, id, note.Id);

        var gap = Assert.Single(await village.Gaps());
        Assert.Equal(GapState.Done, gap.State);
        Assert.Equal([(marta, GapEnding.GivenBack, null), (jonas, GapEnding.Written, (long?)note.Id)], gap.Claims.OrderBy(c => c.Id).Select(c => (c.PersonId, c.Ending!.Value, c.TopicId)));
        Assert.Equal([marta, marta, jonas, jonas], await village.Store.Read(db => db.Events.Where(e => e.Kind == EventKind.GapChanged && e.SubjectId == id).OrderBy(e => e.Id).Select(e => e.ActorId!.Value).ToListAsync()));
    }

    [Fact]
    public async Task A_claim_closes_itself_when_the_words_find_what_is_opened_and_the_gap_opens_again_when_they_are_missed_anew()
    {
        await using var village = await AskedVillage.Start();
        await village.Miss("parking permit");
        await new ClaimGap(village.Store, village.Clock).Run(village.Library.Marta, (await village.Gaps())[0].Id);
        village.Clock.Pass(TimeSpan.FromDays(1));
        await village.Library.Begin(TopicKind.Note, "Parking permits", "<p>At the gate.</p>");
        village.Lately.Open((await village.Look("permit parking", village.Library.Rosa))!, 1);
        await village.Write();
        var closed = Assert.Single(await village.Gaps());
        Assert.Equal((GapState.Claimed, 1), (closed.State, closed.Claims.Count));

        foreach (var who in new[] { village.Library.Marta, village.Library.Jonas }) village.Lately.Open((await village.Look("parking permit", who))!, 1);
        await village.Write();
        closed = Assert.Single(await village.Gaps());
        Assert.Equal((GapState.Done, GapEnding.Found), (closed.State, closed.Claims[0].Ending!.Value));

        village.Clock.Pass(TimeSpan.FromDays(1));
        await village.Miss("parking permit");
        var again = Assert.Single(await village.Gaps());
        Assert.Equal((GapState.Open, 2), (again.State, again.Missed));
    }

    [Fact]
    public async Task Keepers_put_out_of_sight_what_is_nobodys_business_with_a_reason_and_bring_it_back()
    {
        await using var village = await AskedVillage.Start();
        await village.Miss("somebody's salary");
        var (id, marta, rosa) = ((await village.Gaps())[0].Id, village.Library.Marta, village.Library.Rosa);
        await Refused(Refusal.Forbidden, () => new DismissGap(village.Store, village.Clock).Run(marta, id, "No."));
        await Refused(Refusal.Invalid, () => new DismissGap(village.Store, village.Clock).Run(rosa, id, " "));
        await new DismissGap(village.Store, village.Clock).Run(rosa, id, "It is about a person.");

        Assert.Empty(await village.Gaps(marta));
        Assert.Single(await village.Gaps(rosa));
        await Refused(Refusal.NotFound, () => new ClaimGap(village.Store, village.Clock).Run(marta, id));
        await Refused(Refusal.NotFound, () => new RestoreGap(village.Store, village.Clock).Run(marta, id));
        village.Clock.Pass(TimeSpan.FromDays(1));
        await village.Miss("somebody's salary");
        Assert.Empty(await village.Gaps(marta));
        await new RestoreGap(village.Store, village.Clock).Run(rosa, id);
        Assert.Single(await village.Gaps(marta));
    }

    [Fact]
    public async Task Guests_and_strangers_see_no_gaps_and_do_nothing_with_them()
    {
        await using var village = await AskedVillage.Start();
        await village.Miss("parking permit");
        var id = (await village.Gaps())[0].Id;

        Assert.Empty(await village.Gaps(village.Library.Hana));
        Assert.Empty(await village.Gaps(0));
        foreach (var who in new[] { village.Library.Hana, 0 })
        {
            await Refused(Refusal.NotFound, () => new ClaimGap(village.Store, village.Clock).Run(who, id));
            await Refused(Refusal.NotFound, () => new DismissGap(village.Store, village.Clock).Run(who, id, "Why."));
        }
    }

    /// <summary>Whoever may read it finds it and is not noted; whoever may not finds nothing, whether it is there or not.</summary>
    [Fact]
    public async Task A_word_of_a_private_post_shows_in_no_gap_through_those_who_may_read_it_and_to_others_alike_whether_it_is_there()
    {
        await using var village = await AskedVillage.Start();
        var council = village.Library.Works;
        await village.Library.Ask("Ochrelark", "ochrelark", council, village.Library.Jonas);
        for (var day = 0; day < 3; day++)
        {
            foreach (var who in new[] { village.Library.Jonas, village.Library.Rosa }) await village.Look("ochrelark", who);
            village.Clock.Pass(TimeSpan.FromDays(1));
        }

        await village.Write();
        Assert.Empty(await village.Rows());
        Assert.Empty(await village.Gaps(village.Library.Rosa));

        foreach (var word in new[] { "ochrelark", "nowherelark" })
        {
            await village.Look(word);
            village.Clock.Pass(TimeSpan.FromDays(1));
            await village.Look(word);
        }

        await village.Write();
        var gaps = await village.Gaps();
        Assert.Equal(["nowherelark", "ochrelark"], gaps.Select(gap => gap.Words).Order(StringComparer.Ordinal));
        Assert.Single(gaps.Select(gap => (gap.Searches, gap.Missed, gap.State)).Distinct());
    }
}
