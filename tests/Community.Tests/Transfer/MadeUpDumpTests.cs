using Community.Events;
using Community.Governance;
using Community.People;
using Community.Questions;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Transfer;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Transfer;

public sealed class MadeUpDumpTests : IAsyncLifetime
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    readonly MadeUpDump dump = new();
    EmptyStore fresh = null!;
    CommunityContext db = null!;
    ImportReport report = null!;

    public async ValueTask InitializeAsync()
    {
        fresh = await EmptyStore.Make();
        report = await new ImportStackExchange(fresh.Store, FixedClock.Instance).Run(dump.Folder, new ImportTarget("birds"));
        db = fresh.Context();
    }

    public async ValueTask DisposeAsync()
    {
        await db.DisposeAsync();
        await fresh.DisposeAsync();
        dump.Dispose();
    }

    [Fact]
    public async Task The_space_is_made_for_the_institution_and_named_after_the_site()
    {
        var space = await db.Spaces.SingleAsync(Stop);

        Assert.Equal(("birds", "Birds meta", Tier.Institution), (space.Slug, space.Name, space.Tier));
    }

    [Fact]
    public async Task Posts_keep_author_score_time_and_place()
    {
        var question = await Post("Posts", 1);
        var answer = await Post("Posts", 2);
        var early = await Post("Posts", 10);

        Assert.Equal((Part.Opening, 7, "Ada Finch"), (question.Part, question.Score, await Name(question.AuthorId)));
        Assert.Equal(new DateTime(2024, 1, 1, 10, 0, 0, DateTimeKind.Utc), question.CreatedAt);
        Assert.Equal((Part.Answer, 3, question.TopicId), (answer.Part, answer.Score, answer.TopicId));
        Assert.Equal((await Post("Posts", 12)).TopicId, early.TopicId);
        Assert.Equal(3, question.Topic.ReplyCount);
        Assert.Equal("What is $a_1$?", question.Topic.Title);
        Assert.Equal(200, (await Post("Posts", 13)).Topic.Title.Length);
    }

    [Fact]
    public async Task Authors_without_a_row_are_one_person_and_keep_their_names_on_the_posts()
    {
        var closed = await Post("Posts", 12);
        var unscored = await Post("Posts", 20);
        var comment = await Post("Comments", 2);

        Assert.Equal("somebody at birds.meta", await Name(closed.AuthorId));
        Assert.Equal(closed.AuthorId, unscored.AuthorId);
        Assert.Equal(("Gone Bird", "user500", "Passer-by"), (closed.AuthorName, unscored.AuthorName, comment.AuthorName));
    }

    [Fact]
    public async Task People_cannot_sign_in_and_know_where_they_came_from()
    {
        var identity = await db.ExternalIdentities.Include(i => i.Person).SingleAsync(i => i.ExternalId == "1", Stop);

        Assert.Equal(("birds.meta", "https://birds.meta.stackexchange.com/users/1", true), (identity.Source, identity.Url, identity.Person!.IsImported));
        Assert.False(await db.Users.AnyAsync(Stop));
        Assert.True(await db.People.AnyAsync(p => p.Name == "user4", Stop));
    }

    [Fact]
    public async Task A_post_without_a_score_has_the_sum_of_its_votes() => Assert.Equal(1, (await Post("Posts", 20)).Score);

    [Fact]
    public async Task The_history_becomes_revisions_and_the_newest_shows_the_body()
    {
        var question = await Revisions(1);
        var answer = await Revisions(2);

        Assert.Equal(["First try", "See $a_1*b_2*c$,\n**truly**."], question.Select(r => r.Source));
        Assert.Equal(("said it better", "Béla Owl"), (question[1].Summary, await Name(question[1].EditorId)));
        Assert.Equal(new DateTime(2024, 1, 5, 10, 0, 0, DateTimeKind.Utc), (await Post("Posts", 1)).EditedAt);
        Assert.Contains("<span class=\"math\">$a_1*b_2*c$</span>", question[1].Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<u>", Assert.Single(answer).Source, StringComparison.Ordinal);
        Assert.Contains("if (a &lt; b)\n  fly();", answer[0].Html, StringComparison.Ordinal);
        Assert.Contains("https://birds.meta.stackexchange.com/questions/12/x", answer[0].Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_rendered_is_kept_and_reported()
    {
        var text = Assert.Single(await Revisions(21));

        Assert.StartsWith("<pre", text.Html, StringComparison.Ordinal);
        Assert.Single(report["Answers"].Changed, remark => remark.Examples.Single().Contains("row 21", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Comments_stand_under_their_posts_and_begin_no_lists()
    {
        var onQuestion = await Post("Comments", 1);
        var onAnswer = await Post("Comments", 2);

        Assert.Equal((Part.Comment, null, 2), (onQuestion.Part, onQuestion.ParentId, onQuestion.Score));
        Assert.Equal((await Post("Posts", 2)).Id, onAnswer.ParentId);
        Assert.Contains("<p>1. is no list, <code>code</code> is code</p>", onQuestion.Revisions.Single().Html, StringComparison.Ordinal);
        Assert.Equal("@Béla thank you\nindeed", onAnswer.Revisions.Single().Source);
    }

    [Fact]
    public async Task The_accepted_answer_and_the_closing_come_in()
    {
        var acceptance = await db.Acceptances.SingleAsync(Stop);
        var closure = await db.Closures.Include(c => c.Topic).SingleAsync(Stop);

        Assert.Equal((await Post("Posts", 2)).Id, acceptance.PostId);
        Assert.Equal(new DateTime(2024, 2, 3, 0, 0, 0, DateTimeKind.Utc), acceptance.At);
        Assert.Equal((Outcome.Nothing, "Closed at birds.meta.stackexchange.com: the same was asked before."), (closure.Outcome, closure.Reason));
        Assert.Equal((new DateTime(2024, 3, 1, 0, 0, 0, DateTimeKind.Utc), "Béla Owl"), (closure.Topic!.ClosedAt, await Name(closure.ById)));
    }

    [Fact]
    public async Task Tags_come_in_with_their_descriptions()
    {
        var tags = await db.Tags.OrderBy(t => t.Name).ToListAsync(Stop);
        var onQuestion = await db.TopicTags.Where(t => t.TopicId == db.Set<Topic>().Min(first => first.Id)).Select(t => t.Tag!.Name).Order().ToListAsync(Stop);

        Assert.Equal(["feather", "formulas", "unused"], tags.Select(t => t.Name));
        Assert.Equal("How to write formulas.\n\nAt *length*.", tags[1].Description);
        Assert.Equal(["feather", "formulas"], onQuestion);
    }

    [Fact]
    public async Task Links_and_duplicates_tie_topics()
    {
        var (one, twelve) = ((await Post("Posts", 1)).TopicId, (await Post("Posts", 12)).TopicId);
        var links = await db.TopicLinks.OrderBy(l => l.Kind).ToListAsync(Stop);

        Assert.Equal([(twelve, one, LinkKind.Duplicate), (one, twelve, LinkKind.Related)], links.Select(l => (l.FromTopicId, l.ToTopicId, l.Kind)));
    }

    [Fact]
    public async Task Each_post_says_where_it_came_from_and_under_which_licence()
    {
        Assert.Equal("https://birds.meta.stackexchange.com/questions/1 CC BY-SA 4.0", await Attribution("Posts", 1));
        Assert.Equal("https://birds.meta.stackexchange.com/a/2 CC BY-SA 2.5", await Attribution("Posts", 2));
        Assert.Equal("https://birds.meta.stackexchange.com/a/10 CC BY-SA 3.0", await Attribution("Posts", 10));
        Assert.Equal("https://birds.meta.stackexchange.com/questions/2#comment2_2 CC BY-SA 4.0", await Attribution("Comments", 2));
    }

    [Fact]
    public async Task Each_topic_is_told_once_and_nothing_else_is()
    {
        var events = await db.Events.Where(e => e.TopicId != null).ToListAsync(Stop);

        Assert.Equal(3, events.Count);
        Assert.All(events, e => Assert.Equal((EventKind.Imported, e.TopicId), (e.Kind, e.SubjectId)));
        Assert.False(await db.ImportedRows.AnyAsync(r => r.Table == "Untold", Stop));
    }

    [Theory]
    [InlineData("Posts", "posts of type 6", "Posts.xml line 12: row 18")]
    [InlineData("Questions", "the line is damaged", "Posts.xml line 9")]
    [InlineData("Questions", "65,536", "Posts.xml line 13: row 19")]
    [InlineData("Answers", "its question is not there", "Posts.xml line 8: row 14, question 77")]
    [InlineData("Comments", "its post is not there", "Comments.xml line 5: row 3, post 77")]
    [InlineData("Accepted answers", "the accepted answer is not there", "Posts.xml line 7: row 13, answer 99")]
    [InlineData("PostHistory", "its post did not come in", "PostHistory.xml line 8: row 6, post 77")]
    [InlineData("PostLinks", "one of its posts is not there", "PostLinks.xml line 5: row 3, 1 to 77")]
    [InlineData("PostLinks", "linked already", "PostLinks.xml line 6: row 4")]
    public void What_is_left_out_is_named_with_its_line(string table, string reason, string example)
    {
        var remark = Assert.Single(report[table].Skipped, remark => remark.Reason.Contains(reason, StringComparison.Ordinal));

        Assert.StartsWith(example, Assert.Single(remark.Examples), StringComparison.Ordinal);
        Assert.Contains(example, report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Running_it_again_adds_nothing_and_a_longer_dump_only_what_is_new()
    {
        var before = await Digest.Of(fresh);
        var import = new ImportStackExchange(fresh.Store, FixedClock.Instance);

        var again = await import.Run(dump.Folder, new ImportTarget("birds"), null, Stop);
        Assert.Equal((0, before), (again.Posts, await Digest.Of(fresh)));

        dump.Write("Comments", MadeUpDump.Row(new { Id = 9, PostId = 2, Score = 0, UserId = 1, Text = "later" }));
        Assert.Equal(1, (await import.Run(dump.Folder, new ImportTarget("birds"), null, Stop)).Posts);
        Assert.Equal(2, await db.Events.CountAsync(e => e.TopicId == db.Set<Topic>().Min(t => t.Id), Stop));
    }

    [Fact]
    public async Task A_site_that_went_into_one_space_is_refused_for_another() =>
        await Assert.ThrowsAsync<RefusedException>(() => new ImportStackExchange(fresh.Store, FixedClock.Instance).Run(dump.Folder, new ImportTarget("elsewhere"), null, Stop));

    async Task<Post> Post(string table, long externalId)
    {
        var row = await db.ImportedRows.SingleAsync(r => r.Table == table && r.ExternalId == externalId);
        return await db.Posts.Include(p => p.Topic).Include(p => p.Revisions).SingleAsync(p => p.Id == row.SubjectId);
    }

    async Task<List<Revision>> Revisions(long externalId) => [.. (await Post("Posts", externalId)).Revisions.OrderBy(r => r.Number)];

    Task<string> Name(long personId) => db.People.Where(p => p.Id == personId).Select(p => p.Name).SingleAsync();

    async Task<string> Attribution(string table, long externalId)
    {
        var post = await Post(table, externalId);
        return await db.Attributions.Where(a => a.PostId == post.Id).Select(a => a.Url + " " + a.Licence).SingleAsync();
    }
}
