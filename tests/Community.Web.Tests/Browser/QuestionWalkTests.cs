using Community.Questions;
using Community.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Community.Web.Tests.Browser;

/// <summary>A question from its asking to the note that it becomes part of, in the browsers of four people.</summary>
[Collection(nameof(Walks))]
public sealed class QuestionWalkTests(VillageSite site)
{
    [Fact]
    public async Task A_question_is_asked_routed_answered_doubted_and_becomes_part_of_a_note()
    {
        var village = site.Village;
        var before = await village.Start(Village.Li, "loans", TopicKind.Question, "Which wax for the map drawers?", "They squeak.");
        await village.Add(Village.Jonas, before, Part.Answer, "Candle wax did it.");
        await site.Site.Quiet();
        await using var maximiliane = await site.Walker(Village.Maximiliane);
        await using var tomas = await site.Walker(Village.Tomas);
        await using var amara = await site.Walker(Village.Amara);
        await using var li = await site.Walker(Village.Li);

        // Asked, with what is there already in sight, of two people by name.
        await maximiliane.Open("/new/question?space=loans");
        await maximiliane.Page.Locator("#title").PressSequentiallyAsync("Which wax for the map drawers in the annex?");
        await Assertions.Expect(maximiliane.Page.Locator(".similar")).ToContainTextAsync("Which wax for the map drawers?");
        await maximiliane.Page.Locator("#body").FillAsync("Candle wax melts there in July. What else is there?");
        await maximiliane.Page.Locator("input[name=Asked][value=People]").CheckAsync();
        await maximiliane.Page.Locator("input[name=First]").FillAsync(Village.Tomas);
        await maximiliane.Page.Locator("input[name=Second]").FillAsync(Village.Li);
        await maximiliane.Button("Ask").ClickAsync();
        await maximiliane.Arrives("**/questions/*/**");
        var (question, id) = (maximiliane.Path, long.Parse(maximiliane.Path.Split('/')[2], System.Globalization.CultureInfo.InvariantCulture));
        await site.Site.Quiet();
        Assert.Equal([village[Village.Tomas], village[Village.Li]], await Invited(id));

        // "Not me, ask her", and she is asked and answers.
        await tomas.Open("/invitations");
        await tomas.Link("Which wax for the map drawers in the annex?").First.ClickAsync();
        await tomas.Sees("asks you");
        await tomas.Page.Locator(".asked-you summary").ClickAsync();
        await tomas.Page.Locator("#ask-other").FillAsync(Village.Amara);
        await tomas.Button("Not me").ClickAsync();
        await tomas.Sees("They are asked instead.");
        await site.Site.Quiet();
        Assert.Equal([village[Village.Tomas], village[Village.Li], village[Village.Amara]], await Invited(id));
        await amara.Open(question);
        await amara.Sees($"{Village.Tomas} asks you");
        await amara.Page.Locator("#reply textarea").FillAsync("Microcrystalline wax stands the heat.");
        await amara.Page.Locator("#reply button.strong").ClickAsync();
        await amara.Page.Locator(".post.answer", new() { HasText = "Microcrystalline" }).WaitForAsync();

        // Another answer comes; the asker accepts hers, and the other one works for two.
        await li.Open(question);
        await li.Page.Locator("#reply textarea").FillAsync("Dry soap on the runners.");
        await li.Page.Locator("#reply button.strong").ClickAsync();
        await li.Page.Locator(".post.answer", new() { HasText = "Dry soap" }).WaitForAsync();
        await maximiliane.Open(question);
        var (wax, soap) = (Answer(maximiliane, "Microcrystalline"), Answer(maximiliane, "Dry soap"));
        await wax.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
        await Assertions.Expect(Answers(maximiliane).First).ToContainTextAsync("Accepted");
        await Assertions.Expect(Answers(maximiliane).First).ToContainTextAsync("Microcrystalline");

        // It did not work for him; what worked for others since stands first, and says why.
        await tomas.Open(question);
        await Answer(tomas, "Microcrystalline").GetByRole(AriaRole.Link, new() { Name = "I tried this" }).ClickAsync();
        await tomas.Page.Locator("#report input[name=Line]").FillAsync("It stayed sticky for a week.");
        await tomas.Page.Locator("#report button[value=Failed]").ClickAsync();
        await tomas.Sees("It stayed sticky for a week.");
        foreach (var walker in new[] { tomas, amara })
        {
            await walker.Open(question);
            await Answer(walker, "Dry soap").Locator("button[formaction$='/helpful']").First.ClickAsync();
            // The own mark: that of the one before stands there already.
            await Answer(walker, "Dry soap").GetByText("Take back “Also worked for me”").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        }

        await maximiliane.Open(question);
        await Assertions.Expect(Answers(maximiliane).First).ToContainTextAsync("Dry soap");
        await maximiliane.Sees("Stands first: worked for 2 people since the accepted answer was said not to work.");
        await maximiliane.Sees("Accepted, but since then it did not work for one");

        // The answer goes to the bench, and into a note that says where it comes from.
        await maximiliane.Page.RunAndWaitForResponseAsync(() => soap.GetByRole(AriaRole.Button, new() { Name = "Bench" }).ClickAsync(), answer => answer.Url.EndsWith("/bench/passages", StringComparison.Ordinal));
        await maximiliane.Open("/bench");
        await maximiliane.Page.Locator(".passage[data-passage] > input").First.CheckAsync();
        await maximiliane.Page.Locator("button[value=put]").ClickAsync();
        await maximiliane.Sees("in the note as");
        await maximiliane.Page.Locator("#title").FillAsync("Map drawers that squeak");
        await maximiliane.Page.Locator("#space").SelectOptionAsync("loans");
        await maximiliane.Page.Locator("button[value=publish]").ClickAsync();
        await maximiliane.Arrives("**/notes/*/map-drawers-that-squeak");
        await maximiliane.Sees("Dry soap on the runners.");
        await maximiliane.Open(question);
        await maximiliane.Sees("Distilled into");
        Assert.Empty(maximiliane.Faults.Concat(tomas.Faults).Concat(amara.Faults).Concat(li.Faults));
    }

    static ILocator Answers(Walker walker) => walker.Page.Locator("[data-posts] > .post.answer");

    static ILocator Answer(Walker walker, string text) => walker.Page.Locator(".post.answer", new() { HasText = text });

    Task<List<long>> Invited(long question) => site.Site.Store.Read(db => db.Invitations.Where(i => i.TopicId == question).OrderBy(i => i.Id).Select(i => i.PersonId).ToListAsync());
}
