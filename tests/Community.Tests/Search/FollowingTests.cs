using Community.People;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Search;

public sealed class FollowingTests
{
    [Fact]
    public async Task A_new_post_is_found_within_a_second()
    {
        await using var village = await SearchVillage.Start();
        await village.Within(10, "anything", results => !results.IsUnavailable && results.CatchingUp is null);

        var topic = await village.Ask("Where do wet volumes dry?", "The basement flooded.");
        var found = await village.Within(1, "flooded basement", results => results.Total == 1);
        Assert.Equal(topic.Id, found.Hits[0].TopicId);

        var reply = await village.Reply(topic.Id, "Use the lyophilisation chamber.");
        var hit = (await village.Within(1, "lyophilisation", results => results.Total == 1)).Hits[0];
        Assert.Equal((topic.Id, reply.Id, Part.Answer), (hit.TopicId, hit.PostId, hit.Part));
        Assert.Equal("Use the <mark>lyophilisation</mark> chamber.", hit.ExcerptHtml);
    }

    [Fact]
    public async Task An_edit_changes_what_is_found()
    {
        await using var village = await SearchVillage.Start();
        var topic = await village.Ask("Keys", "The key is under the pelargonium.");
        await village.Within(5, "pelargonium", results => results.Total == 1);

        await village.Change(topic.Id, t => t.Posts[0].Revise(SearchVillage.Text("<p>The key is with the porter.</p>"), village.Marta, "", 1, DateTime.UtcNow));

        await village.Within(1, "pelargonium", results => results.Total == 0);
        Assert.Equal(1, (await village.Search("porter")).Total);
    }

    [Fact]
    public async Task Taking_back_hides_and_bringing_back_shows()
    {
        await using var village = await SearchVillage.Start();
        var topic = await village.Ask("Rota", "Saturdays.");
        var reply = await village.Reply(topic.Id, "Ask the zymurgist.");
        await village.Within(5, "zymurgist", results => results.Total == 1);

        await village.Change(topic.Id, (t, db) => db.Add(t.Posts.Single(p => p.Id == reply.Id).Withdraw(village.Jonas, DateTime.UtcNow)));
        await village.Within(1, "zymurgist", results => results.Total == 0);

        await village.Change(topic.Id, (t, db) => t.Posts.Single(p => p.Id == reply.Id).Restore(db.Withdrawals.Single(), village.Jonas, DateTime.UtcNow));
        await village.Within(1, "zymurgist", results => results.Total == 1);

        await village.Change(topic.Id, (t, db) => db.Add(t.Posts.Single(p => p.Id == reply.Id).Remove("Names a reader.", village.Rosa, DateTime.UtcNow)));
        await village.Within(1, "zymurgist", results => results.Total == 0, village.Rosa);
    }

    [Fact]
    public async Task A_topic_without_its_opening_is_gone_with_its_title_and_replies()
    {
        await using var village = await SearchVillage.Start();
        var topic = await village.Ask("The quagga question", "Opening.");
        await village.Reply(topic.Id, "A reply about sphagnum.");
        await village.Within(5, "sphagnum", results => results.Total == 1);

        await village.Change(topic.Id, (t, db) => db.Add(t.Posts.Single(p => p.Part == Part.Opening).Withdraw(village.Marta, DateTime.UtcNow)));

        await village.Within(1, "quagga", results => results.Total == 0);
        Assert.Equal(0, (await village.Search("sphagnum")).Total);
        await village.Stop();
        Assert.Equal("documents 0, missing 0, extra 0, stale 0", (await village.Check()).ToString());
    }

    [Fact]
    public async Task Title_tags_state_and_space_follow()
    {
        await using var village = await SearchVillage.Start();
        var topic = await village.Ask("Old heading", "Text.", null, null, "parcels");
        await village.Within(5, "tag:parcels", results => results.Total == 1);

        await village.Change(topic.Id, t => t.Retitle("Fresh heading", village.Marta, DateTime.UtcNow));
        await village.Within(1, "fresh", results => results.Total == 1);
        Assert.Equal(0, (await village.Search("old")).Total);

        await village.Change(topic.Id, t => t.Retag([new Tag("customs")], village.Marta, DateTime.UtcNow));
        await village.Within(1, "tag:customs", results => results.Total == 1);

        await village.Change(topic.Id, t => t.Close(Outcome.Decided, "Done.", village.Marta, DateTime.UtcNow));
        await village.Within(1, "fresh", results => results.Facets.State.Any(state => state.Value == "closed") && results.Facets.State.All(state => state.Value != "open"));

        await village.Change(topic.Id, t => t.MoveTo(village.Works, village.Rosa, DateTime.UtcNow));
        await village.Within(1, "fresh", results => results.Total == 0);
        Assert.Equal(1, (await village.Search("fresh", village.Jonas)).Total);
    }

    [Fact]
    public async Task An_import_is_indexed_whole()
    {
        await using var village = await SearchVillage.Start();
        await village.Alter(async db =>
        {
            var author = Person.Imported("Ada", DateTime.UtcNow, DateTime.UtcNow);
            db.Add(author);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            var topic = Topic.Imported(TopicKind.Question, village.Desk, "What is a qubit?", author.Id, DateTime.UtcNow, null);
            topic.AddImported(Part.Opening, null, author.Id, "ada99", 3, DateTime.UtcNow, [new(SearchVillage.Text("<p>Please explain.</p>"), author.Id, "", DateTime.UtcNow)]);
            topic.AddImported(Part.Answer, null, author.Id, null, 7, DateTime.UtcNow, [new(SearchVillage.Text("<p>A superposition of basis states.</p>"), author.Id, "", DateTime.UtcNow)]);
            topic.TellImported(DateTime.UtcNow);
            db.Add(topic);
        });

        var hit = (await village.Within(1, "superposition of basis states", results => results.Total == 1)).Hits[0];
        Assert.Equal("What is a qubit?", hit.Title);
    }

    [Fact]
    public async Task A_new_name_is_found_on_person_and_posts()
    {
        await using var village = await SearchVillage.Start();
        await village.Ask("Keys", "Where?");
        await village.Within(5, "kolar", results => results.Total == 1 && results.People.Count == 1);

        await village.Alter(async db =>
        {
            (await db.People.SingleAsync(p => p.Id == village.Marta)).Describe("Marta Ibsen", "", "", village.Marta, DateTime.UtcNow);
        });

        await village.Within(1, "ibsen", results => results.Total == 1 && results.People.Count == 1);
        Assert.Empty((await village.Search("kolar")).People);
        await village.Stop();
        Assert.True((await village.Check()).IsRight);
    }
}
