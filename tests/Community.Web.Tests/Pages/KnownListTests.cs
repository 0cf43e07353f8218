using Community.Governance;
using Community.Spaces;
using Community.Topics;

namespace Community.Web.Tests.Pages;

/// <summary>A list that was read just now shows what happened since, to each reader what is theirs to see.</summary>
public sealed class KnownListTests(RunningSite site) : IClassFixture<RunningSite>
{
    [Fact]
    public async Task What_was_asked_comes_into_the_list_and_what_was_taken_back_goes_out_of_it()
    {
        await Space("stacks", Tier.Institution);
        var reader = await site.SignedIn("Rea Der");
        Assert.DoesNotContain("Where do oversize maps stand?", await reader.Page("/questions"), StringComparison.Ordinal);

        var asked = await site.Verb<StartTopic>().Run(site.AdministratorId, "stacks", TopicKind.Question, "Where do oversize maps stand?", "I looked in the basement.", []);
        Assert.Contains("Where do oversize maps stand?", await reader.Page("/questions"), StringComparison.Ordinal);
        Assert.Contains("Where do oversize maps stand?", await reader.Page("/questions?state=unanswered"), StringComparison.Ordinal);
        Assert.Contains("Where do oversize maps stand?", await reader.Page("/spaces/stacks"), StringComparison.Ordinal);

        await site.Verb<AddPost>().Run(await site.Person("Ann Swer"), asked, Part.Answer, null, "In the map room.");
        Assert.DoesNotContain("Where do oversize maps stand?", await reader.Page("/questions?state=unanswered"), StringComparison.Ordinal);

        var opening = await site.Store.Read(db => Task.FromResult(db.Posts.Single(p => p.TopicId == asked && p.Part == Part.Opening).Id));
        await site.Verb<RemovePost>().Run(site.AdministratorId, opening, "Asked twice");
        Assert.DoesNotContain("Where do oversize maps stand?", await reader.Page("/questions"), StringComparison.Ordinal);
        Assert.DoesNotContain("Where do oversize maps stand?", await reader.Page("/spaces/stacks"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_is_its_readers_own_and_is_lost_with_the_right()
    {
        await Space("vault", Tier.Unit);
        await site.Verb<StartTopic>().Run(site.AdministratorId, "vault", TopicKind.Thread, "Keys of the vault", "Who has the second one?", []);
        var insider = await site.Person("In Sider");
        await site.Verb<EnrolPerson>().Run(site.AdministratorId, "vault", insider, false);
        var (inside, outside) = (await site.SignedIn("In Sider"), await site.SignedIn("Out Sider"));

        Assert.Contains("Keys of the vault", await inside.Page("/threads"), StringComparison.Ordinal);
        Assert.DoesNotContain("Keys of the vault", await outside.Page("/threads"), StringComparison.Ordinal);

        await site.Verb<DismissPerson>().Run(site.AdministratorId, "vault", insider);
        Assert.DoesNotContain("Keys of the vault", await inside.Page("/threads"), StringComparison.Ordinal);
    }

    async Task Space(string slug, Tier tier) => await site.Verb<MakeSpace>().Run(site.AdministratorId, slug, slug, "", tier);
}
