namespace Community.Web.Tests.Leaks;

/// <summary>The walk over the addresses sees a name where there is one: once the mask is off, the asker stands at all that was said under it.</summary>
public sealed class MaskOffTests(MaskStage stage) : IClassFixture<MaskStage>
{
    [Fact]
    public async Task Once_the_mask_is_off_the_same_addresses_name_who_asked()
    {
        var question = stage.Things["question"];
        Assert.Equal(303, (int)(await stage["asker"].PostForm($"/topics/{question}/mask/off", [], on: $"/questions/{question}/{Slug}")).StatusCode);
        await stage.Site.Quiet();

        var (_, named) = await new MaskLeakTests(stage).Walk("invited");

        var addresses = named.Select(leak => leak.Split(' ')[0]).ToHashSet();
        string[] expected =
        [
            $"/questions/{question}/x?sort=time", $"/posts/{stage.Things["opening"]}/fragment", $"/posts/{stage.Things["opening"]}/history", $"/posts/{stage.Things["own"]}/history", $"/posts/{stage.Things["opening"]}/lines", $"/posts/{stage.Things["answer"]}/reports", $"/notes/{stage.Things["note"]}/{MaskStage.Open}", "/notifications", $"/spaces/{MaskStage.Open}",
            "/search?q=wobbegong", "/bench", "/api/v1/search?q=wobbegong", "/api/v1/events?limit=100", "/api/v1/topics?limit=100", $"/api/v1/topics/{question}", $"/api/v1/posts/{stage.Things["own"]}", $"/api/v1/posts/{stage.Things["opening"]}/revisions", $"/api/v1/posts/{stage.Things["answer"]}/reports", $"/api/v1/notes/{stage.Things["note"]}/sources",
        ];
        Assert.Equal([], expected.Except(addresses));
    }

    static string Slug => "about-wobbegong-repair";
}
