using Community.Notes.Writing;
using Community.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Notes.Writing;

/// <summary>Templates are a space's own, kept by its stewards.</summary>
public sealed class TemplateTests(Village village) : IClassFixture<Village>
{
    [Fact]
    public async Task Stewards_and_administrators_keep_templates_and_nobody_else()
    {
        var id = await Keep(village.Steward, null, "Closing a desk", "## Before six\n\n## After six");
        await Keep(village.Administrator, id, "Closing the desk", "## Before six");

        foreach (var person in new[] { village.Member, village.UnitMember, village.Guest }) await VillageActs.Refused(Refusal.Forbidden, () => Keep(person, id, "Mine", "Text"));
        foreach (var person in new[] { village.Moderator, village.Colleague, village.Stranger }) await VillageActs.Refused(Refusal.NotFound, () => Keep(person, id, "Mine", "Text"));
        await VillageActs.Refused(Refusal.Invalid, () => Keep(village.Steward, id, "", "Text"));
        Assert.Equal("Closing the desk", await village.Read(db => db.NoteTemplates.Where(t => t.Id == id).Select(t => t.Name).SingleAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task One_that_was_taken_away_is_offered_to_nobody_and_comes_back()
    {
        var id = await Keep(village.Steward, null, "Inventory", "Count.");
        await village.Verb<KeepTemplate>().Run(village.Steward, Village.Unit, id, null, null, isRemoved: true);
        Assert.False(await Offered(village.Member, id));

        await village.Verb<KeepTemplate>().Run(village.Steward, Village.Unit, id, null, null, isRemoved: false);
        Assert.True(await Offered(village.Member, id));
        Assert.False(await Offered(village.Colleague, id));
    }

    Task<bool> Offered(long personId, long id) => village.Read(async db => await db.TemplatesListedFor(await db.Viewer(personId)).AnyAsync(t => t.Id == id));

    Task<long> Keep(long personId, long? id, string name, string text) => village.Verb<KeepTemplate>().Run(personId, Village.Unit, id, name, text);
}
