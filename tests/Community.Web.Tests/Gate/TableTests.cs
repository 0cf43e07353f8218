using System.Net;
using Community.Governance;
using Community.Topics;

namespace Community.Web.Tests.Gate;

/// <summary>Route by role by place: exactly what the table says.</summary>
[Collection(nameof(GateVillage))]
public sealed class TableTests(GateVillage village)
{
    // Columns: administrator moderator steward member author colleague guest stranger visitor. Letters: o 200, s 3xx, f 403, - 404.
    [Theory]
    [InlineData("topic", Tier.Unit, "o-ooo-o--")]
    [InlineData("topic", Tier.Institution, "oooooo---")]
    [InlineData("topic", Tier.Partners, "ooooooo--")]
    [InlineData("topic", Tier.Public, "ooooooooo")]
    [InlineData("other kind", Tier.Unit, "s-sss-s--")]
    [InlineData("other kind", Tier.Public, "sssssssss")]
    [InlineData("permalink", Tier.Unit, "s-sss-s--")]
    [InlineData("permalink", Tier.Institution, "ssssss---")]
    [InlineData("permalink", Tier.Public, "sssssssss")]
    [InlineData("fragment", Tier.Unit, "o-ooo-o--")]
    [InlineData("fragment", Tier.Partners, "ooooooo--")]
    [InlineData("head", Tier.Unit, "o-ooo-o--")]
    [InlineData("head", Tier.Public, "ooooooooo")]
    [InlineData("history", Tier.Unit, "o-ooo-o--")]
    [InlineData("history", Tier.Public, "ooooooooo")]
    [InlineData("edit", Tier.Unit, "o-ffo-f--")]
    [InlineData("edit", Tier.Institution, "ooffof---")]
    [InlineData("edit", Tier.Public, "ooffofff-")]
    [InlineData("space", Tier.Unit, "o-ooo-o--")]
    [InlineData("space", Tier.Institution, "oooooo---")]
    [InlineData("space", Tier.Partners, "ooooooo--")]
    [InlineData("space", Tier.Public, "ooooooooo")]
    [InlineData("members", Tier.Unit, "o-ooo-o--")]
    [InlineData("members", Tier.Public, "oooooooo-")]
    [InlineData("charter", Tier.Unit, "o-o------")]
    [InlineData("charter", Tier.Public, "o-o------")]
    public async Task A_page_is_there_for_those_who_read_its_space(string page, Tier tier, string expected)
    {
        var thing = village.Things.First(thing => thing.Canary == "quokka" + tier.ToString().ToLowerInvariant());
        var path = page switch
        {
            "topic" => GateVillage.AddressOf(TopicKind.Thread, thing.TopicId, $"About {thing.Canary} harbour"),
            "other kind" => $"/notes/{thing.TopicId}/x",
            "permalink" => $"/posts/{thing.PostId}",
            "head" => $"/topics/{thing.TopicId}/head",
            "space" => "/spaces/" + GateVillage.Spaces[(int)tier],
            "members" or "charter" => $"/spaces/{GateVillage.Spaces[(int)tier]}/{page}",
            _ => $"/posts/{thing.PostId}/{page}",
        };

        Assert.Equal(expected, await Letters(path));
    }

    [Theory]
    [InlineData("quokkawithdrawn", "history", "----o----")]
    [InlineData("quokkawithdrawn", "edit", "---------")]
    [InlineData("quokkawithdrawn", "fragment", "oooooo---")]
    [InlineData("quokkaremoved", "history", "oo--o----")]
    [InlineData("quokkaremoved", "edit", "---------")]
    [InlineData("quokkaremoved", "fragment", "oooooo---")]
    public async Task What_is_out_of_sight_leaves_its_place_and_nothing_else(string canary, string page, string expected) =>
        Assert.Equal(expected, await Letters($"/posts/{village.Things.First(thing => thing.Canary == canary).PostId}/{page}"));

    [Theory]
    [InlineData("/admin", "o--------")]
    [InlineData("/admin/people", "o--------")]
    [InlineData("/spaces/new", "o--------")]
    [InlineData("/notifications", "oooooooo-")]
    [InlineData("/bookmarks", "oooooooo-")]
    [InlineData("/drafts", "oooooooo-")]
    [InlineData("/unread", "oooooooo-")]
    [InlineData("/account", "oooooooo-")]
    [InlineData("/new/thread", "oooooooo-")]
    [InlineData("/tags/names", "oooooooo-")]
    [InlineData("/setup", "---------")]
    [InlineData("/", "ooooooooo")]
    [InlineData("/health/live", "ooooooooo")]
    [InlineData("/health/ready", "ooooooooo")]
    public async Task Pages_about_the_site_and_oneself(string path, string expected) => Assert.Equal(expected, await Letters(path));

    async Task<string> Letters(string path)
    {
        var letters = "";
        foreach (var role in GateVillage.Roles)
            letters += await village[role].Status(path) switch
            {
                HttpStatusCode.OK => 'o',
                HttpStatusCode.MovedPermanently or HttpStatusCode.Found => 's',
                HttpStatusCode.Forbidden => 'f',
                HttpStatusCode.NotFound => '-',
                var other => throw new InvalidOperationException($"{path} gives {role} {other}"),
            };
        return letters;
    }
}
