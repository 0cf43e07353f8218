using Community.Topics;
using Microsoft.Playwright;

namespace Community.Web.Tests.Browser;

[Collection(nameof(Walks))]
public sealed class LiveWalkTests(VillageSite site, ITestOutputHelper output)
{
    const string Question = "Which shelf is the one for giants?";

    const string Send = """
        body => {
          const form = new FormData(document.getElementById("reply"));
          form.set("Body", body);
          const sentAt = Date.now();
          fetch(document.getElementById("reply").action, { method: "POST", body: new URLSearchParams(form) });
          return sentAt;
        }
        """;

    [Fact]
    public async Task A_question_its_answer_and_its_acceptance_show_on_the_other_screen_without_reloading()
    {
        await using var li = await site.Walker(Village.Li);
        await using var jonas = await site.Walker(Village.Jonas);
        await jonas.Open("/spaces/loans");
        await li.Open("/new/question?space=loans");

        await li.Field("Title").FillAsync(Question);
        await li.Field("Your question").FillAsync("It is taller than the case.");
        await li.Button("Ask").ClickAsync();
        await li.Arrives("**/questions/**");
        await li.Page.EvaluateAsync("window.isStillHere = true");

        await jonas.Page.GetByRole(AriaRole.Link, new() { Name = "1 new topic" }).ClickAsync();
        await jonas.Page.GetByRole(AriaRole.Link, new() { Name = Question }).First.ClickAsync();
        await jonas.Field("What worked, where, and what it cost").FillAsync("The lowest one in the corridor.");
        await jonas.Page.Locator("form#reply").GetByRole(AriaRole.Button, new() { Name = "Answer" }).ClickAsync();

        var answer = li.Page.Locator(".post.answer", new() { HasText = "The lowest one in the corridor." });
        await answer.WaitForAsync();
        await Assertions.Expect(li.Page.Locator("#answers")).ToHaveTextAsync("1 answer");
        Assert.True(await li.Page.EvaluateAsync<bool>("window.isStillHere === true"));

        await answer.GetByRole(AriaRole.Button, new() { Name = "Accept", Exact = true }).ClickAsync();
        await jonas.Page.Locator(".post.answer .verdict", new() { HasText = "Accepted" }).WaitForAsync();
        await Assertions.Expect(jonas.Page.Locator("[data-topic-head] .state")).ToContainTextAsync("Answered");
        Assert.Equal([], li.Faults.Concat(jonas.Faults));
    }

    [Fact]
    public async Task An_answer_reaches_the_screen_of_the_one_who_asked_quickly()
    {
        const int Posts = 30;
        var asked = await site.Village.Start(Village.Li, "loans", TopicKind.Question, "How long is the queue?", "Say a number, please.");
        await using var li = await site.Walker(Village.Li, height: 12_000);
        await li.Open($"/questions/{asked}");
        await li.Page.EvaluateAsync("""
            () => {
              window.seenAt = {};
              new MutationObserver(() => { for (const post of document.querySelectorAll(".post.answer")) window.seenAt[post.id] ??= Date.now(); }).observe(document.body, { childList: true, subtree: true });
            }
            """);
        await using var jonas = await site.Walker(Village.Jonas);
        await jonas.Open($"/questions/{asked}");
        var waits = new List<double>();
        for (var i = 0; i < Posts; i++)
        {
            var sentAt = await jonas.Page.EvaluateAsync<double>(Send, $"About {i}.");
            var answer = li.Page.Locator(".post.answer", new() { HasText = $"About {i}." });
            await answer.WaitForAsync();
            waits.Add(await answer.EvaluateAsync<double>("post => window.seenAt[post.id]") - sentAt);
        }

        waits.Sort();
        output.WriteLine($"From sending to the other screen, {Posts} answers: median {waits[Posts / 2]} ms, slowest {waits[^1]} ms");
        Assert.True(waits[Posts / 2] < 2_000, $"the median was {waits[Posts / 2]} ms");
    }

    [Fact]
    public async Task What_happens_in_a_space_of_its_members_reaches_their_screens_and_no_other()
    {
        await using var member = await site.Walker(Village.Li);
        await using var stranger = await site.Walker(Village.Jonas);
        var heard = new List<string>();
        stranger.Page.WebSocket += (_, line) => line.FrameReceived += (_, frame) => heard.Add(frame.Text ?? "");
        await stranger.Open("/threads");
        await member.Open("/threads");

        await site.Village.Start(Village.Tomas, "binding-room", TopicKind.Thread, "Thread for the spines", "Red or grey?");
        await member.Page.GetByRole(AriaRole.Link, new() { Name = "1 new topic" }).WaitForAsync();
        // The stranger's line works, and what is for all staff comes through it.
        await site.Village.Start(Village.Tomas, "loans", TopicKind.Thread, "Boxes for the spring", "How many do we have?");
        await stranger.Page.GetByRole(AriaRole.Link, new() { Name = "1 new topic" }).WaitForAsync();

        Assert.Single(heard, frame => frame.Contains("\"changed\"", StringComparison.Ordinal));
    }
}
