using Community.Events;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Topics;

public sealed class EditingTests(Village village) : IClassFixture<Village>
{
    [Fact]
    public async Task Every_edit_is_a_revision_with_its_number_editor_and_base()
    {
        var post = await village.Opening(await village.Start(village.Writer, body: "one"));
        village.Clock.Pass(TimeSpan.FromMinutes(5));

        await Revise(village.Writer, post, new Edit("two", "shorter", 1));
        await Revise(village.Moderator, post, new Edit("three", null, null));

        var seen = await village.Post(post);
        Assert.Equal(["1 one  0", "2 two shorter 1", "3 three  2"], seen.Revisions.Select(r => $"{r.Number} {r.Source} {r.Summary} {r.BasedOn}"));
        Assert.Equal([village.Writer, village.Writer, village.Moderator], seen.Revisions.Select(r => r.EditorId));
        Assert.Equal((3, (DateTime?)village.Clock.Now(), village.Writer), (seen.RevisionNumber, seen.EditedAt, seen.AuthorId));
    }

    [Fact]
    public async Task A_stale_edit_gives_both_texts_and_changes_nothing()
    {
        var topic = await village.Start(village.Writer, title: "Before", body: "one");
        var post = await village.Opening(topic);
        await Revise(village.Moderator, post, new Edit("by Mo", null, 1));

        var stale = await Assert.ThrowsAsync<StaleEditException>(() => Revise(village.Writer, post, new Edit("by Wendy", null, 1, "After", ["glue"])));

        Assert.Equal((2, "by Mo", "Mo Lindqvist"), (stale.Number, stale.Text, stale.Editor));
        Assert.Equal(("Before", 0), ((await village.Topic(topic)).Title, (await village.Topic(topic)).Tags.Count));
        Assert.Equal(2, (await village.Post(post)).RevisionNumber);
        await Revise(village.Writer, post, new Edit("by both", null, 2));
    }

    [Fact]
    public async Task An_edit_that_changes_nothing_makes_no_revision_and_no_event()
    {
        var post = await village.Opening(await village.Start(village.Writer, body: "same"));
        var before = await village.Read(db => db.Events.CountAsync());

        await Revise(village.Writer, post, new Edit("same", "nothing", 1));

        Assert.Equal((1, (DateTime?)null), ((await village.Post(post)).RevisionNumber, (await village.Post(post)).EditedAt));
        Assert.Equal(before, await village.Read(db => db.Events.CountAsync()));
    }

    [Fact]
    public async Task A_title_or_tags_alone_change_without_a_revision()
    {
        var topic = await village.Start(village.Writer, title: "Before", body: "same", tags: "tape");
        var post = await village.Opening(topic);

        await Revise(village.Writer, post, new Edit("same", null, 1, "  After   all ", ["glue", "Tape"]));

        var seen = await village.Topic(topic);
        Assert.Equal(("After all", "glue tape"), (seen.Title, string.Join(' ', seen.Tags.Select(t => t.Tag!.Name).Order())));
        Assert.Equal([EventKind.Started, EventKind.Retitled, EventKind.Retagged], await village.Read(db => db.Events.Where(e => e.TopicId == topic).OrderBy(e => e.Id).Select(e => e.Kind).ToListAsync()));
        Assert.Equal(1, (await village.Post(post)).RevisionNumber);
    }

    [Fact]
    public async Task A_reply_has_no_title_to_change()
    {
        var topic = await village.Start(village.Writer, title: "Before");
        var reply = await village.Add(village.Member, topic, Part.Reply);

        await Revise(village.Member, reply, new Edit("new", null, null, "Mine", ["mine"]));

        Assert.Equal(("Before", 0), ((await village.Topic(topic)).Title, (await village.Topic(topic)).Tags.Count));
    }

    [Fact]
    public async Task A_summary_has_its_limit()
    {
        var post = await village.Opening(await village.Start(village.Writer));

        Assert.Equal("Summary", (await VillageActs.Refused(Refusal.Invalid, () => Revise(village.Writer, post, new Edit("x", new string('x', 301), null)))).Field);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_post_out_of_sight_is_not_edited_and_a_stale_edit_does_not_give_its_text_away(bool isStale)
    {
        var topic = await village.Start(village.Writer, title: "Taken back", body: "secret");
        var post = await village.Opening(topic);
        await Revise(village.Writer, post, new Edit("more secret", null, 1));
        await village.Verb<WithdrawPost>().Run(village.Writer, post);

        var refused = await VillageActs.Refused(Refusal.Conflict, () => Revise(village.Moderator, post, new Edit("more secret", null, isStale ? 1 : 2, "Mine", ["mine"])));

        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
        Assert.Equal(("Taken back", 0), ((await village.Topic(topic)).Title, (await village.Topic(topic)).Tags.Count));
    }

    [Fact]
    public async Task Two_edits_of_one_revision_at_once_do_not_overwrite_each_other()
    {
        var post = await village.Opening(await village.Start(village.Writer, body: "one"));

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
        {
            try
            {
                await Revise(village.Writer, post, new Edit($"edit {i}", null, 1));
                return true;
            }
            catch (StaleEditException)
            {
                return false;
            }
        })));

        Assert.Single(results, isSaved => isSaved);
        Assert.Equal(2, (await village.Post(post)).RevisionNumber);
    }

    Task Revise(long personId, long postId, Edit edit) => village.Verb<RevisePost>().Run(personId, postId, edit);
}
