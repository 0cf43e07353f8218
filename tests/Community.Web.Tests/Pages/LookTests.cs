using Community.Events;
using Community.Topics;
using Community.Web.Tests.Gate;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Pages;

[Collection(nameof(GateVillage))]
public sealed class LookTests(GateVillage village)
{
    [Theory]
    [InlineData("topic")]
    [InlineData("fragment")]
    [InlineData("history")]
    [InlineData("edit")]
    [InlineData("space")]
    [InlineData("members")]
    public async Task An_administrator_who_reads_in_a_Unit_space_leaves_a_trace(string page)
    {
        var thing = village.Things[0];
        var path = page switch
        {
            "topic" => GateVillage.AddressOf(TopicKind.Thread, thing.TopicId, "About quokkaunit harbour"),
            "space" => "/spaces/gate-unit",
            "members" => "/spaces/gate-unit/members",
            _ => $"/posts/{thing.PostId}/{page}",
        };

        var before = await Looks();
        await village["administrator"].Page(path);
        Assert.Equal(before + 1, await Looks());

        foreach (var role in new[] { "member", "guest", "steward", "colleague" }) await village[role].Page(path);
        Assert.Equal(before + 1, await Looks());
    }

    [Fact]
    public async Task Nobody_leaves_a_trace_elsewhere()
    {
        var before = await Looks();
        foreach (var path in new[] { "/spaces/gate-institution", "/spaces/gate-partners/members", $"/posts/{village.Things.First(thing => thing.Canary == "quokkapublic").PostId}/history" })
            await village["administrator"].Page(path);

        Assert.Equal(before, await Looks());
    }

    Task<int> Looks() => village.Site.Store.Read(db => db.Events.CountAsync(e => e.Kind == EventKind.Looked && e.ActorId == village.IdOf("administrator")));
}
