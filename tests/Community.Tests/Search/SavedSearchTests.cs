using Community.Events;
using Community.Notifications;
using Community.Search;
using Community.Search.Saved;
using Community.Spaces;
using Community.Topics;
using Microsoft.EntityFrameworkCore;
using static Community.Tests.VillageActs;

namespace Community.Tests.Search;

/// <summary>Searches that are kept, and what they tell of.</summary>
public sealed class SavedSearchTests : IAsyncLifetime
{
    AskedVillage village = null!;

    SearchVillage Library => village.Library;

    public async ValueTask InitializeAsync() => village = await AskedVillage.Start();

    public ValueTask DisposeAsync() => village.DisposeAsync();

    [Fact]
    public async Task What_is_posted_later_and_has_all_the_words_is_told_once_a_topic_also_when_the_log_is_read_again()
    {
        var before = await Library.Ask("Return slips of old", "They were green.", by: Library.Jonas);
        await village.Save("return slip");
        await Library.Ask("Return of the king", "A book.", by: Library.Jonas);
        var wanted = await Library.Ask("Which slip for returns?", "We print two.", by: Library.Jonas);
        await Library.Reply(wanted.Id, "The return slip is blue.", Library.Rosa);
        await Library.Reply(before.Id, "A return slip again.", Library.Rosa);

        var told = await village.Told();
        Assert.Equal([wanted.Id, before.Id], await Topics(told));
        Assert.All(told, one => Assert.Equal(Library.Marta, one.PersonId));

        await Library.Alter(async db => (await db.Checkpoints.SingleAsync(c => c.Consumer == "saved-searches")).MoveTo(0));
        Assert.Equal(told, await village.Told());
    }

    [Fact]
    public async Task Nobody_hears_of_the_own_post_or_in_the_own_topic()
    {
        await village.Save("barcode");
        var own = await Library.Ask("My barcode", "barcode", by: Library.Marta);
        await Library.Reply(own.Id, "Another barcode.", Library.Jonas);
        var others = await Library.Ask("Their barcode", "Yes.", by: Library.Jonas);
        await Library.Reply(others.Id, "A barcode of mine.", Library.Marta);

        Assert.Equal([others.Id], await Topics(await village.Told()));
    }

    [Fact]
    public async Task Choices_alone_are_enough_and_count_as_on_the_page()
    {
        await village.Save("", request: new SearchRequest("", Tag: "parcels"));
        await village.Save("kind:note", Library.Rosa);
        await village.Save("parcel -customs", Library.Rosa);
        var tagged = await Library.Ask("Wet books", "Dry them.", null, Library.Jonas, "parcels");
        var note = await Library.Begin(TopicKind.Note, "Parcels with customs", "<p>A form.</p>", by: Library.Jonas);

        Assert.Equal([(Library.Marta, tagged.Id), (Library.Rosa, tagged.Id), (Library.Rosa, note.Id)], (await Pairs(await village.Told())).Order());
    }

    [Fact]
    public async Task What_becomes_fitting_later_is_told_then()
    {
        await village.Save("slip", request: new SearchRequest("", Kind: TopicKind.Question));
        var thread = await Library.Begin(TopicKind.Thread, "A slip", "<p>Which?</p>", by: Library.Jonas);
        Assert.Empty(await village.Told());

        await Library.Change(thread.Id, topic => topic.ConvertTo(TopicKind.Question, Library.Jonas, DateTime.UtcNow));
        Assert.Equal([thread.Id], await Topics(await village.Told()));
    }

    [Fact]
    public async Task What_may_not_be_seen_is_not_told_nor_what_was_withdrawn_before_or_after_nor_after_a_right_was_lost()
    {
        await village.Save("ochrelark");
        await village.Save("ochrelark", Library.Jonas);
        await village.Save("ochrelark", Library.Hana);
        await Library.Ask("Ochrelark", "ochrelark", Library.Works, Library.Rosa);
        Assert.Equal([Library.Jonas], (await village.Told()).Select(one => one.PersonId));

        var gone = await Library.Ask("Withdrawn ochrelark", "ochrelark", by: Library.Rosa);
        await Library.Change(gone.Id, topic => topic.Posts[0].Withdraw(Library.Rosa, DateTime.UtcNow));
        Assert.Single(await village.Told());

        await Library.Ask("Second ochrelark", "ochrelark", Library.Works, Library.Rosa);
        await Library.Alter(async db => db.UnitMemberships.Remove(await db.UnitMemberships.SingleAsync()));
        Assert.Single(await village.Told());
        Assert.Equal(0, await village.Store.Read(async db => await db.UnseenNoticesOf(await db.Viewer(Library.Jonas), DateTime.UtcNow)));
    }

    [Fact]
    public async Task What_was_known_when_posts_were_compared_does_not_decide()
    {
        await village.Save("ochrelark", Library.Jonas);
        await Library.Ask("Ochrelark", "ochrelark", Library.Works, Library.Rosa);
        var consumer = village.Consumer();
        Assert.Single(await village.Told(consumer));

        // The log is not told, so that its memory still has the right.
        await Library.Alter(async db => db.UnitMemberships.Remove(await db.UnitMemberships.SingleAsync()));
        await Library.Ask("Second ochrelark", "ochrelark", Library.Works, Library.Rosa);
        Assert.Single(await village.Told(consumer));
        Assert.Single(await village.Store.Read(db => db.SearchFinds.ToListAsync()));
    }

    [Fact]
    public async Task A_search_that_is_deleted_or_switched_off_is_silent_and_one_that_comes_back_tells_of_what_is_new()
    {
        var (deleted, off) = (await village.Save("linen"), await village.Save("linen", Library.Rosa));
        await new DeleteSearch(village.Store, TimeProvider.System).Run(Library.Marta, deleted);
        await new ChangeSearch(village.Store, TimeProvider.System).Run(Library.Rosa, off, isAlerting: false);
        await Library.Ask("Linen", "tape", by: Library.Jonas);
        Assert.Empty(await village.Told());

        await new DeleteSearch(village.Store, TimeProvider.System).Run(Library.Marta, deleted, isDeleted: false);
        await new ChangeSearch(village.Store, TimeProvider.System).Run(Library.Rosa, off, isAlerting: true);
        var next = await Library.Ask("More linen", "tape", by: Library.Jonas);
        Assert.Equal([next.Id, next.Id], await Topics(await village.Told()));
    }

    [Fact]
    public async Task A_busy_search_tells_of_a_few_a_day_and_two_searches_of_one_post_are_one_notice()
    {
        await village.Save("linen");
        await village.Save("tape");
        for (var i = 0; i < 9; i++) await Library.Ask($"Linen {i}", "Linen tape.", by: Library.Jonas);

        Assert.Equal(SearchFind.MostADay, (await village.Told()).Count);
        var finds = await village.Store.Read(db => db.SearchFinds.ToListAsync());
        Assert.Equal((18, 10, 2), (finds.Count, finds.Count(f => f.IsTold), finds.Count(f => f.IsLast)));
    }

    [Fact]
    public async Task The_answer_to_ones_question_is_told_as_an_answer_whoever_reads_the_log_first()
    {
        await village.Save("linen", Library.Jonas);
        var question = await Library.Ask("Which tape?", "Which?", by: Library.Marta);
        await Library.Change(question.Id, topic => topic.Add(Part.Answer, null, new PostText("Linen.", "<p>Linen.</p>", [Library.Jonas], [], []), Library.Rosa, DateTime.UtcNow));
        await village.Told();
        var notify = new NotifyPeople(village.Store, TimeProvider.System);
        while (await notify.Step(default))
        {
        }

        Assert.Equal([NoticeKind.Found, NoticeKind.Mention], await village.Store.Read(db => db.Notifications.Where(n => n.PersonId == Library.Jonas).OrderBy(n => n.Id).Select(n => n.Kind).ToListAsync()));
    }

    [Fact]
    public async Task A_search_is_kept_for_its_person_alone_up_to_a_number_and_nothing_is_none()
    {
        var first = await village.Save("kept");
        Assert.Equal(first, await village.Save(" kept "));
        await Refused(Refusal.Invalid, () => village.Save("  "));
        await Refused(Refusal.NotFound, () => village.Save("x", request: new SearchRequest("", Space: "works")));
        await Refused(Refusal.Invalid, () => village.Save(new string('x', SavedSearch.MaxTextLength + 1)));
        await Refused(Refusal.NotFound, () => new DeleteSearch(village.Store, TimeProvider.System).Run(Library.Rosa, first));
        await Refused(Refusal.NotFound, () => new ChangeSearch(village.Store, TimeProvider.System).Run(Library.Rosa, first, "Mine"));

        for (var i = 1; i < SavedSearch.MostPerPerson; i++) await village.Save($"kept {i}");
        await Refused(Refusal.TooMany, () => village.Save("one more"));
        await new DeleteSearch(village.Store, TimeProvider.System).Run(Library.Marta, first);
        await village.Save("one more");
        await Refused(Refusal.TooMany, () => new DeleteSearch(village.Store, TimeProvider.System).Run(Library.Marta, first, isDeleted: false));

        village.Clock.Pass(SavedSearch.RestorableFor + TimeSpan.FromHours(1));
        Assert.Equal(1, await new ForgetSavedSearches(village.Store, village.Clock).Run());
    }

    [Fact]
    public async Task More_than_a_transaction_should_hold_is_told_in_several_and_none_is_lost()
    {
        await village.Store.Write(async db =>
        {
            for (var i = 0; i < 1_200; i++) db.SavedSearches.Add(new SavedSearch(i % 2 == 0 ? Library.Marta : Library.Rosa, "", new SavedQuery($"linen -absent{i}", null, null, null), true, DateTime.UtcNow));
            await db.SaveChangesAsync();
        });
        await Library.Ask("Linen", "tape", by: Library.Jonas);

        Assert.Equal(2, (await village.Told()).Count);
        Assert.Equal(1_200, await village.Store.Read(db => db.SearchFinds.CountAsync()));
    }

    async Task<List<long>> Topics(IReadOnlyList<(long PersonId, long? PostId)> told) => (await Pairs(told)).ConvertAll(pair => pair.TopicId);

    Task<List<(long PersonId, long TopicId)>> Pairs(IReadOnlyList<(long PersonId, long? PostId)> told) => village.Store.Read(async db =>
    {
        var topicOf = await db.Posts.ToDictionaryAsync(p => p.Id, p => p.TopicId);
        return told.Select(one => (one.PersonId, topicOf[one.PostId!.Value])).ToList();
    });
}
