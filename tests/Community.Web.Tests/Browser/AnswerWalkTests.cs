using Community.Questions.Answering;
using Community.Topics;
using Microsoft.Playwright;

namespace Community.Web.Tests.Browser;

/// <summary>What a page of a question that is open does when others say what worked.</summary>
[Collection(nameof(Walks))]
public sealed class AnswerWalkTests(VillageSite site)
{
    [Fact]
    public async Task Marks_show_at_once_and_a_changed_order_is_offered_without_moving_what_is_read()
    {
        var question = await site.Village.Start(Village.Li, "loans", TopicKind.Question, "Which rope for the giants?", "It frays.");
        var (first, second) = (await Answer(question, "Hemp."), await Answer(question, "Sisal."));
        await using var li = await site.Walker(Village.Li);
        await li.Open($"/questions/{question}");
        await Task.Delay(1_500);

        await site.Site.Verb<MarkHelpful>().Run(site.Village[Village.Jonas], second);
        await li.Page.Locator($"#post-{second} .also-worked").WaitForAsync();
        var bar = li.Page.GetByRole(AriaRole.Link, new() { Name = "The order of the answers has changed. Show it" });
        await bar.WaitForAsync();
        Assert.Equal([first, second], await Order(li));

        await bar.ClickAsync();
        await Assertions.Expect(li.Page.Locator("[data-posts] > .post").First).ToHaveIdAsync($"post-{second}");
        Assert.Equal([second, first], await Order(li));
        Assert.Equal(0, await bar.CountAsync());
        Assert.Equal([], li.Faults);
    }

    [Fact]
    public async Task A_folded_comment_that_the_address_names_is_unfolded_and_stays_so_when_another_one_comes()
    {
        var question = await site.Village.Start(Village.Li, "loans", TopicKind.Question, "Which hook for the rope?", "It bends.");
        var answer = await Answer(question, "The black one.");
        var comments = new List<long>();
        foreach (var text in new[] { "One.", "Two.", "Three.", "Four." }) comments.Add(await Comment(question, answer, text));
        await using var li = await site.Walker(Village.Li);
        await li.Open($"/questions/{question}");
        var fourth = li.Page.Locator($"#post-{comments[3]}");
        Assert.False(await fourth.IsVisibleAsync());

        await li.Open($"/questions/{question}#post-{comments[3]}");
        await Assertions.Expect(fourth).ToBeVisibleAsync();
        await Task.Delay(1_500);
        var fifth = await Comment(question, answer, "Five.");
        await Assertions.Expect(li.Page.Locator($"#post-{fifth}")).ToBeVisibleAsync();
        await Assertions.Expect(li.Page.Locator($"#post-{answer} details[data-fold] > summary")).ToHaveTextAsync("2 more comments");
        Assert.Equal([], li.Faults);
    }

    static async Task<long[]> Order(Walker walker) => await walker.Page.EvaluateAsync<long[]>("[...document.querySelectorAll('[data-posts] > .post')].map(post => Number(post.id.slice(5)))");

    Task<long> Answer(long question, string text) => site.Village.Add(Village.Tomas, question, Part.Answer, text);

    Task<long> Comment(long question, long answer, string text) => site.Village.Add(Village.Tomas, question, Part.Comment, text, answer);
}
