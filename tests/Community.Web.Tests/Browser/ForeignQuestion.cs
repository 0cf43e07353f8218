using Community.People;
using Community.Spaces;
using Community.Topics;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Web.Tests.Browser;

/// <summary>A question that came from another site, with its author and licence.</summary>
static class ForeignQuestion
{
    static readonly DateTime Asked = new(2021, 3, 4, 9, 30, 0, DateTimeKind.Utc);

    /// <returns>The topic's id.</returns>
    public static async Task<long> Bring(RunningSite site)
    {
        var texts = site.Services.GetRequiredService<PostTexts>();
        var asked = await texts.Render("Is there a rule of thumb for how many cards fit into one drawer? Say \\(n = l / d\\) with `d` in millimetres.", TopicKind.Question, Part.Opening);
        var answered = await texts.Render("About twelve hundred, if you still want to pull it out.", TopicKind.Question, Part.Answer);
        return await site.Store.Write(async db =>
        {
            var author = Person.Imported("cardinal_catalogue", Asked, Asked);
            db.People.Add(author);
            await db.SaveChangesAsync();
            db.ExternalIdentities.Add(new ExternalIdentity(author, "drawers.example", "42", "https://drawers.example/users/42"));
            var spaceId = db.Spaces.Single(s => s.Slug == "loans").Id;
            var topic = Topic.Imported(TopicKind.Question, spaceId, "How many catalogue cards fit into a drawer?", author.Id, Asked, null);
            var opening = topic.AddImported(Part.Opening, null, author.Id, null, 7, Asked, [new ImportedText(asked, author.Id, "", Asked)]);
            topic.AddImported(Part.Answer, null, author.Id, "a reader", 3, Asked.AddDays(1), [new ImportedText(answered, author.Id, "", Asked.AddDays(1))]);
            db.Topics.Add(topic);
            db.Attributions.Add(new Attribution(opening, "drawers.example", "https://drawers.example/questions/1", "CC BY-SA 4.0"));
            await db.SaveChangesAsync();
            topic.TellImported(Asked);
            await db.SaveChangesAsync();
            return topic.Id;
        });
    }
}
