using Community.Experts;
using Community.Questions;
using Community.Spaces;
using Community.Tests.Search;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Experts;

public sealed class WhoKnowsTests
{
    [Fact]
    public async Task Who_answered_comes_before_who_replied_and_who_only_asked_is_not_there()
    {
        await using var village = await SearchVillage.Start(serving: false);
        var question = await village.Ask("How do customs forms work?", "A parcel to Nairobi.");
        await village.Reply(question.Id, "Customs forms go outside, in a pouch.", village.Rosa);
        var thread = await village.Begin(TopicKind.Thread, "A week of parcels", "<p>Monday.</p>", by: village.Marta);
        await village.Reply(thread.Id, "Customs forms go outside, in a pouch.", village.Jonas);
        await village.CatchUp();

        Assert.Equal("Rosa, Jonas", await village.NamesOf("customs forms", village.Marta));
        var rosa = (await village.WhoKnows("customs forms", village.Marta))[0];
        Assert.Equal((EvidenceKind.Answer, "answer", "How do customs forms work?"), (rosa.Evidence[0].Kind, rosa.Evidence[0].Why, rosa.Evidence[0].Title));
    }

    [Fact]
    public async Task An_answer_counts_by_its_question_whatever_words_it_uses_and_more_when_accepted()
    {
        await using var village = await SearchVillage.Start(serving: false);
        var question = await village.Ask("How do customs forms work?", "Customs forms for a parcel.");
        var better = await village.Reply(question.Id, "Glue the pouch inside.", village.Rosa);
        await village.Reply(question.Id, "Glue the pouch outside.", village.Jonas);
        await village.CatchUp();
        Assert.Equal("Jonas, Rosa", await village.NamesOf("customs forms", village.Marta));

        await village.Alter(db =>
        {
            db.Acceptances.Add(new Acceptance(question.Id, better.Id, village.Marta, DateTime.UtcNow));
            return Task.CompletedTask;
        });
        Assert.Equal("Rosa, Jonas", await village.NamesOf("customs forms", village.Marta));
    }

    [Fact]
    public async Task Who_made_a_note_better_has_shown_it_too()
    {
        await using var village = await SearchVillage.Start(serving: false);
        var now = DateTime.UtcNow;
        await village.Note("Sending customs forms", "In a pouch.", village.Desk, (village.Marta, now.AddDays(-3)), (village.Hana, now.AddDays(-2)), (village.Hana, now.AddDays(-1)));
        await village.CatchUp();

        var found = await village.WhoKnows("customs forms", village.Jonas);
        Assert.Equal(["Marta Kolár", "Hana Dvořák"], found.Select(person => person.Name));
        var one = Assert.Single(found[1].Evidence);
        Assert.Equal((EvidenceKind.Revision, now.AddDays(-1).Date), (one.Kind, one.At.Date));
        Assert.True(found[1].IsGuest);
    }

    [Fact]
    public async Task Only_what_the_asker_may_read_counts()
    {
        await using var village = await SearchVillage.Start(serving: false);
        var secret = await village.Ask("Xanthophyll rota", "xanthophyll", village.Works, village.Jonas);
        await village.Reply(secret.Id, "A xanthophyll answer.", village.Rosa);
        await village.Note("Xanthophyll", "xanthophyll", village.Works, (village.Jonas, DateTime.UtcNow), (village.Hana, DateTime.UtcNow));
        await village.CatchUp();

        Assert.Equal(["Hana", "Jonas", "Rosa"], (await village.NamesOf("xanthophyll", village.Jonas)).Split(", ").Order());
        foreach (var outsider in new[] { village.Marta, village.Hana })
        {
            Assert.Empty(await village.WhoKnows("xanthophyll", outsider));
            Assert.Empty(await village.WhoKnows("xanthophyll", outsider, "works"));
            Assert.Empty(await village.Few("xanthophyll", outsider));
        }

        Assert.Empty(await village.Few("xanthophyll", null));
        await village.Alter(db => db.UnitMemberships.ExecuteDeleteAsync());
        Assert.Empty(await village.WhoKnows("xanthophyll", village.Jonas));
    }

    [Fact]
    public async Task What_was_taken_back_or_has_no_name_counts_for_nobody_before_the_index_knows()
    {
        await using var village = await SearchVillage.Start(serving: false);
        var (withdrawn, removed) = (await village.Begin(TopicKind.Thread, "First", "<p>ochrelark</p>"), await village.Begin(TopicKind.Thread, "Second", "<p>ochrelark</p>"));
        var (unnamed, tomb) = (await village.Begin(TopicKind.Thread, "Third", "<p>ochrelark</p>"), await village.Begin(TopicKind.Thread, "Fourth", "<p>ochrelark</p>"));
        await village.Reply(tomb.Id, "ochrelark too", village.Jonas);
        await village.CatchUp();
        Assert.Equal(4, (await village.WhoKnows("ochrelark", village.Rosa)).Single(person => person.Id == village.Marta).Evidence.Count);

        await village.Change(withdrawn.Id, (topic, db) => db.Add(topic.Posts[0].Withdraw(village.Marta, DateTime.UtcNow)));
        await village.Change(removed.Id, (topic, db) => db.Add(topic.Posts[0].Remove("No.", village.Rosa, DateTime.UtcNow)));
        await village.Change(unnamed.Id, topic => topic.Posts[0].Unname(DateTime.UtcNow));
        await village.Change(tomb.Id, (topic, db) => db.Add(topic.Posts.Single(post => post.Part == Part.Opening).Withdraw(village.Marta, DateTime.UtcNow)));
        Assert.Empty(await village.WhoKnows("ochrelark", village.Rosa));
        Assert.Empty(await village.WhoKnows("ochrelark", village.Marta));
    }

    [Fact]
    public async Task A_guest_is_marked_and_who_left_comes_last_and_is_not_among_the_few()
    {
        await using var village = await SearchVillage.Start(serving: false);
        var question = await village.Ask("Customs forms?", "For a parcel.", by: village.Rosa);
        await village.Reply(question.Id, "Customs forms, customs forms, customs forms.", village.Jonas);
        await village.Reply(question.Id, "The desk has customs forms among many other papers for parcels.", village.Hana);
        await village.CatchUp();
        Assert.Equal("Jonas, Hana", await village.NamesOf("customs forms", village.Marta));

        await village.Alter(async db => (await db.Set<Community.People.Person>().SingleAsync(p => p.Id == village.Jonas)).Close(village.Rosa, DateTime.UtcNow));
        var found = await village.WhoKnows("customs forms", village.Marta);
        Assert.Equal([(village.Hana, true, false), (village.Jonas, false, true)], found.Select(person => (person.Id, person.IsGuest, person.LeftAt is not null)));
        Assert.Equal([village.Hana], (await village.Few("customs forms", village.Marta)).Select(person => person.Id));
        Assert.Empty(await village.Few("customs forms", village.Hana));
    }
}
