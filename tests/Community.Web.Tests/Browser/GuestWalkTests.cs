using System.Diagnostics;
using Community.Governance;
using Community.People;
using Community.Spaces;
using Community.Spaces.Guests;
using Community.Topics;

namespace Community.Web.Tests.Browser;

/// <summary>A guest reads along until the minute comes at which the invitation ends.</summary>
[Collection(nameof(Walks))]
public sealed class GuestWalkTests(VillageSite site)
{
    const string Greta = "Greta Lender";

    [Fact]
    public async Task When_the_time_is_over_an_open_page_stands_still_says_so_and_leads_nowhere()
    {
        VillageSite.SkipWithoutChromium();
        var space = await site.Site.Verb<MakeSpace>().Run(site.Village[Village.Ruth], "lenders", "Lenders", "Whoever lends us maps.", Tier.Partners);
        var topic = await site.Village.Start(Village.Ruth, space, TopicKind.Thread, "Maps that come back in May", "All twelve of them.");
        var invited = await site.Site.Verb<InviteGuest>().Run(site.Village[Village.Ruth], Greta, RunningSite.EmailOf(Greta), [space], site.Site.Clock.Now().AddMinutes(10), "She lends us maps.");
        await site.Site.Verb<UseInvitation>().Run(invited.Link!.Address[(invited.Link.Address.LastIndexOf('/') + 1)..], Greta, RunningSite.Password);
        await using var greta = await site.Walker(Greta);
        await greta.Open($"/threads/{topic}");
        await Post(topic, "Number one is packed.");
        await greta.Page.Locator(".live-bar", new() { HasText = "1 new reply" }).ClickAsync();
        await greta.Sees("Number one is packed.");

        site.Site.Clock.Forward(TimeSpan.FromMinutes(10));
        var end = Stopwatch.GetTimestamp();
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        while (Stopwatch.GetElapsedTime(end) < TimeSpan.FromSeconds(4))
        {
            await Post(topic, "Number two is a secret.");
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }

        await greta.Sees("You are not signed in any more.");
        Assert.Empty(await greta.Page.Findings());
        Assert.False(await greta.Shows("Number two is a secret."));
        Assert.False(await greta.Shows("new repl"));
        Assert.True(await greta.Shows("Number one is packed."));
        await greta.Open($"/threads/{topic}");
        Assert.False(await greta.Shows("Number one is packed."));
        await greta.Open("/sign-in");
        await greta.Field("Work address").FillAsync(RunningSite.EmailOf(Greta));
        await greta.Field("Password").FillAsync(RunningSite.Password);
        await greta.Button("Sign in").ClickAsync();
        await greta.Sees("The address or the password does not match.");
        Assert.False(await greta.Shows("Lenders"));
    }

    Task<long> Post(long topic, string text) => site.Site.Verb<AddPost>().Run(site.Village[Village.Ruth], topic, Part.Reply, null, text);
}
