using Community.Governance;
using Community.Questions.Finding;
using Community.Spaces;
using Community.Topics;

namespace Community.Web.Tests.Search;

/// <summary>Questions among the gaps.</summary>
public sealed class QuestionGapTests(RunningSite site) : IClassFixture<RunningSite>
{
    [Fact]
    public async Task What_nobody_answered_and_what_many_have_stand_there_for_those_who_may_see_them()
    {
        await Space("gaps-open");
        await Space("gaps-closed", Tier.Unit);
        var anna = await site.Person("Anna Asker");
        await site.Verb<EnrolPerson>().Run(site.AdministratorId, "gaps-closed", anna, asSteward: false);
        var open = await site.Verb<StartTopic>().Run(anna, "gaps-open", TopicKind.Question, "Who waters the ferns?", "Text.", []);
        var hidden = await site.Verb<StartTopic>().Run(anna, "gaps-closed", TopicKind.Question, "Canarygap of the unit?", "Text.", []);
        foreach (var topic in new[] { open, hidden }) await site.Verb<FindAnswer>().Run(site.AdministratorId, topic, "canarywords");
        using var other = await site.SignedIn("Olaf Other");
        using var member = await site.SignedIn("Anna Asker");
        using var guest = await site.SignedIn("Gus Guest", Role.Guest);

        var page = await other.Page("/gaps");
        foreach (var said in new[] { "Questions nobody answered", "Asked again and again", "2 colleagues had it", $"/questions/{open}/who-waters-the-ferns#reply", $"#candidates", "/new/note?title=Who%20waters%20the%20ferns%3F" }) Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Canarygap", page, StringComparison.Ordinal);
        Assert.DoesNotContain("canarywords", page, StringComparison.Ordinal);
        Assert.Contains("Canarygap", await member.Page("/gaps"), StringComparison.Ordinal);
        Assert.DoesNotContain("Who waters the ferns", await other.Page("/gaps?state=claimed"), StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, await guest.Status("/gaps"));
    }

    async Task Space(string slug, Tier tier = Tier.Institution)
    {
        await site.Verb<MakeSpace>().Run(site.AdministratorId, slug, slug, "", tier);
        await site.Verb<EnrolPerson>().Run(site.AdministratorId, slug, await site.Person("Stella Steward"), asSteward: true);
    }
}
