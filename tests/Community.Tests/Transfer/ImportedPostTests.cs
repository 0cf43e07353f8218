using Community.Questions;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Transfer;

public sealed class ImportedPostTests : IAsyncLifetime
{
    readonly MadeUpSite site = new();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Posts_keep_author_score_time_and_place()
    {
        var question = await site.Post("Posts", 1);
        var answer = await site.Post("Posts", 2);
        var early = await site.Post("Posts", 10);

        Assert.Equal((Part.Opening, 7, "Ada Finch"), (question.Part, question.Score, await site.Name(question.AuthorId)));
        Assert.Equal(new DateTime(2024, 1, 1, 10, 0, 0, DateTimeKind.Utc), question.CreatedAt);
        Assert.Equal((Part.Answer, 3, question.TopicId), (answer.Part, answer.Score, answer.TopicId));
        Assert.Equal((await site.Post("Posts", 12)).TopicId, early.TopicId);
        Assert.Equal(3, question.Topic.ReplyCount);
        Assert.Equal("What is $a_1$?", question.Topic.Title);
        Assert.Equal(200, (await site.Post("Posts", 13)).Topic.Title.Length);
    }

    [Fact]
    public async Task Authors_without_a_row_are_one_person_and_keep_their_names_on_the_posts()
    {
        var closed = await site.Post("Posts", 12);
        var unscored = await site.Post("Posts", 20);
        var comment = await site.Post("Comments", 2);

        Assert.Equal("somebody at birds.meta", await site.Name(closed.AuthorId));
        Assert.Equal(closed.AuthorId, unscored.AuthorId);
        Assert.Equal(("Gone Bird", "user500", "Passer-by"), (closed.AuthorName, unscored.AuthorName, comment.AuthorName));
    }

    [Fact]
    public async Task A_post_without_a_score_has_the_sum_of_its_votes() => Assert.Equal(1, (await site.Post("Posts", 20)).Score);

    [Fact]
    public async Task The_history_becomes_revisions_and_the_newest_shows_the_body()
    {
        var question = await site.Revisions(1);
        var answer = await site.Revisions(2);

        Assert.Equal(["First try", "See $a_1*b_2*c$,\n**truly**."], question.Select(r => r.Source));
        Assert.Equal(("said it better", "Béla Owl"), (question[1].Summary, await site.Name(question[1].EditorId)));
        Assert.Equal(new DateTime(2024, 1, 5, 10, 0, 0, DateTimeKind.Utc), (await site.Post("Posts", 1)).EditedAt);
        Assert.Contains("<span class=\"math\">$a_1*b_2*c$</span>", question[1].Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<u>", Assert.Single(answer).Source, StringComparison.Ordinal);
        Assert.Contains("if (a &lt; b)\n  fly();", answer[0].Html, StringComparison.Ordinal);
        Assert.Contains("https://birds.meta.stackexchange.com/questions/12/x", answer[0].Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_rendered_is_kept_and_reported()
    {
        var text = Assert.Single(await site.Revisions(21));

        Assert.StartsWith("<pre", text.Html, StringComparison.Ordinal);
        Assert.Single(site.Report["Answers"].Changed, remark => remark.Examples.Single().Contains("row 21", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Comments_stand_under_their_posts_and_begin_no_lists()
    {
        var onQuestion = await site.Post("Comments", 1);
        var onAnswer = await site.Post("Comments", 2);

        Assert.Equal((Part.Comment, (await site.Post("Posts", 1)).Id, 2), (onQuestion.Part, onQuestion.ParentId ?? 0, onQuestion.Score));
        Assert.Equal((await site.Post("Posts", 2)).Id, onAnswer.ParentId);
        Assert.Contains("<p>1. is no list, <code>code</code> is code</p>", onQuestion.Revisions.Single().Html, StringComparison.Ordinal);
        Assert.Equal("@Béla thank you\nindeed", onAnswer.Revisions.Single().Source);
    }

    [Fact]
    public async Task The_accepted_answer_and_the_closing_come_in()
    {
        var acceptance = await site.Db.Acceptances.SingleAsync(Stop);
        var closure = await site.Db.Closures.Include(c => c.Topic).SingleAsync(Stop);

        Assert.Equal((await site.Post("Posts", 2)).Id, acceptance.PostId);
        Assert.Equal(new DateTime(2024, 2, 3, 0, 0, 0, DateTimeKind.Utc), acceptance.At);
        Assert.Equal((Outcome.Nothing, "Closed at birds.meta.stackexchange.com: the same was asked before."), (closure.Outcome, closure.Reason));
        Assert.Equal((new DateTime(2024, 3, 1, 0, 0, 0, DateTimeKind.Utc), "Béla Owl"), (closure.Topic!.ClosedAt, await site.Name(closure.ById)));
    }

    [Fact]
    public async Task Tags_come_in_with_their_descriptions()
    {
        var tags = await site.Db.Tags.OrderBy(t => t.Name).ToListAsync(Stop);
        var onQuestion = await site.Db.TopicTags.Where(t => t.TopicId == site.Db.Set<Topic>().Min(first => first.Id)).Select(t => t.Tag!.Name).Order().ToListAsync(Stop);

        Assert.Equal(["feather", "formulas", "unused"], tags.Select(t => t.Name));
        Assert.Equal("How to write formulas.\n\nAt *length*.", tags[1].Description);
        Assert.Equal(["feather", "formulas"], onQuestion);
    }

    [Fact]
    public async Task Links_and_duplicates_tie_topics()
    {
        var (one, twelve) = ((await site.Post("Posts", 1)).TopicId, (await site.Post("Posts", 12)).TopicId);
        var links = await site.Db.TopicLinks.OrderBy(l => l.Kind).ToListAsync(Stop);

        Assert.Equal([(twelve, one, LinkKind.Duplicate), (one, twelve, LinkKind.Related)], links.Select(l => (l.FromTopicId, l.ToTopicId, l.Kind)));
    }

    [Fact]
    public async Task Each_post_says_where_it_came_from_and_under_which_licence()
    {
        Assert.Equal("https://birds.meta.stackexchange.com/questions/1 CC BY-SA 4.0", await site.Attribution("Posts", 1));
        Assert.Equal("https://birds.meta.stackexchange.com/a/2 CC BY-SA 2.5", await site.Attribution("Posts", 2));
        Assert.Equal("https://birds.meta.stackexchange.com/a/10 CC BY-SA 3.0", await site.Attribution("Posts", 10));
        Assert.Equal("https://birds.meta.stackexchange.com/questions/2#comment2_2 CC BY-SA 4.0", await site.Attribution("Comments", 2));
    }
}
