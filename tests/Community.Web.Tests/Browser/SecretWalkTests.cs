using Microsoft.Playwright;

namespace Community.Web.Tests.Browser;

[Collection(nameof(Walks))]
public sealed class SecretWalkTests(VillageSite site)
{
    [Fact]
    public async Task A_word_from_a_space_of_its_members_is_found_by_them_and_by_nobody_else()
    {
        foreach (var member in new[] { Village.Tomas, Village.Li, Village.Ruth })
        {
            await using var walker = await site.Walker(member);
            await Until(async () =>
            {
                await walker.Open("/search?q=" + Village.Canary);
                return await walker.Shows("Which glue for the old covers");
            }, $"{member} finds it");
            await Assertions.Expect(walker.Page.Locator("#found")).ToHaveTextAsync("1 topic");
        }

        foreach (var stranger in new[] { Village.Jonas, Village.Amara, Village.Gwen, null })
        {
            await using var walker = await site.Walker(stranger);
            foreach (var address in new[] { "/search?q=" + Village.Canary, "/search?q=glue&space=binding-room", "/search?q=tag:" + Village.CanaryTag[..4], "/threads", "/spaces", "/tags", "/new/thread" })
            {
                await walker.Open(address);
                var page = await walker.Page.ContentAsync();
                foreach (var secret in new[] { "old covers", "Binding room", Village.CanaryTag }) Assert.DoesNotContain(secret, page, StringComparison.Ordinal);
                Assert.Equal(0, await walker.Page.Locator(".hit").CountAsync());
            }

            foreach (var address in new[] { $"/threads/{site.Village.Secret}", "/spaces/binding-room", "/tags/" + Village.CanaryTag })
                Assert.Equal(404, (await walker.Open(address))!.Status);
        }
    }

    /// <summary>The index follows the log within two seconds.</summary>
    static async Task Until(Func<Task<bool>> holds, string claim)
    {
        for (var tries = 0; tries < 40; tries++)
        {
            if (await holds()) return;
            await Task.Delay(250);
        }

        Assert.Fail($"After ten seconds it does not hold that {claim}.");
    }
}
