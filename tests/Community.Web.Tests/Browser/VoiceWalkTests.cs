using Community.Governance;
using Community.Spaces.Voices;
using Community.Topics;
using Community.Topics.Voices;

namespace Community.Web.Tests.Browser;

/// <summary>In whose name something is said where readers look in, on the screens of those who write, release and read it.</summary>
[Collection(nameof(Walks))]
public sealed class VoiceWalkTests(VillageSite site)
{
    const string Line = "What staff write here is their own view.";

    [Fact]
    public async Task A_personal_post_carries_the_disclaimer_and_the_institution_speaks_with_a_grant_and_a_second_person()
    {
        await site.Site.Verb<WriteDisclaimer>().Run(null, Line);
        var topic = await site.Village.Start(Village.Tomas, "front-desk", TopicKind.Thread, "Open on the bank holiday?", "Readers ask.");
        await site.Site.Verb<GrantVoice>().Run(null, site.Village[Village.Li], Voice.Institution, null, "front-desk", site.Site.Clock.GetUtcNow().UtcDateTime.AddDays(30), true, "She keeps the notices at the door.");
        await using var tomas = await site.Walker(Village.Tomas);
        await using var li = await site.Walker(Village.Li);
        await using var ruth = await site.Walker(Village.Ruth);
        await using var visitor = await site.Walker(null);

        await tomas.Open($"/threads/{topic}");
        Assert.Equal(0, await tomas.Page.Locator("#reply select[name=Speaks]").CountAsync());
        await tomas.Page.Locator("#reply-text").FillAsync("I should think that we close.");
        await tomas.Page.Locator("#reply button.strong").ClickAsync();
        await tomas.Sees("I should think that we close.");
        await visitor.Open($"/threads/{topic}");
        await visitor.Sees("I should think that we close.");
        await visitor.Sees(Line);

        await li.Open($"/threads/{topic}");
        await li.Page.Locator("#reply-text").FillAsync("We are closed on Monday.");
        await li.Page.Locator("#reply select[name=Speaks]").SelectOptionAsync("institution");
        await li.Page.Locator("#reply button.strong").ClickAsync();
        await li.Page.Locator("input[name=Sure]").CheckAsync();
        li.Forgive();
        Assert.Empty(await li.Page.Findings());
        await li.Page.Locator("#reply button.strong").ClickAsync();
        await li.Arrives("**/submissions/*");
        await visitor.Open($"/threads/{topic}");
        Assert.False(await visitor.Shows("We are closed on Monday."));

        await ruth.Open("/moderation/queue");
        await ruth.Sees("Open on the bank holiday?");
        await ruth.Page.Locator(".queue a", new() { HasText = "Open on the bank holiday?" }).ClickAsync();
        await ruth.Button("Look at it").ClickAsync();
        await ruth.Button("Approve").ClickAsync();
        await ruth.Sees("Approved");
        await tomas.Page.Locator(".live-bar", new() { HasText = "1 new reply" }).ClickAsync();
        await tomas.Sees("put into words by");
        await visitor.Open($"/threads/{topic}");
        await visitor.Sees("We are closed on Monday.");
        await visitor.Sees("In the name of");
        Assert.False(await visitor.Shows(Village.Li));
        Assert.Equal([], tomas.Faults.Concat(ruth.Faults).Concat(visitor.Faults));
    }
}
