using Community.Events;
using Community.Governance;
using Community.Topics;
using Community.Topics.Moderating;
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
    [InlineData("playbook")]
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

    [Theory]
    [InlineData("flags")]
    [InlineData("appeals")]
    public async Task So_does_one_who_judges_what_was_written_there(string desk)
    {
        var post = await village.Opening(await village.Start("gate-unit", "To be judged"));
        if (desk == "flags") await village.Verb<FlagPost>().Run(village.IdOf("member"), post, ReasonClass.Order, "A word.");
        else
        {
            await village.Verb<HidePost>().Run(village.IdOf("steward"), post, "It may name a reader.", 1);
            await village.Verb<AppealAct>().Run(village.IdOf("author"), await village.Site.Store.Read(db => db.Removals.Where(r => r.PostId == post).Select(r => r.Id).SingleAsync()), null, "It was not.");
        }

        var before = await Looks();
        Assert.Contains("Body of To be judged", await village["administrator"].Page($"/moderation/{desk}"), StringComparison.Ordinal);
        Assert.Equal(before + 1, await Looks());
        await village["steward"].Page($"/moderation/{desk}");
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
