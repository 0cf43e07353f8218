using Community.Topics;
using Community.Web.Tests.Gate;

namespace Community.Web.Tests.Pages;

[Collection(nameof(GateVillage))]
public sealed class NamelessTests(GateVillage village)
{
    [Fact]
    public async Task Who_took_the_name_off_a_question_is_named_on_no_page_of_it()
    {
        var asker = await village.Site.Person("Nadia Nameless");
        var topic = await village.Verb<StartTopic>().Run(asker, GateVillage.Spaces[3], TopicKind.Question, "Why is the wombat late?", "It was due on Monday.", ["wombat"]);
        var question = await village.Opening(topic);
        await village.Verb<RevisePost>().Run(asker, question, new Edit("It was due on Tuesday.", "a slip", null));
        var answer = await village.Verb<AddPost>().Run(village.IdOf("member"), topic, Part.Answer, null, $"> [!quote post={question} rev=2]\n> due on Tuesday\n\nIt sleeps.");
        await village.Verb<CloseTopic>().Run(asker, topic, Outcome.Answered, "It sleeps.");

        await village.Verb<UnnamePost>().Run(asker, question);

        await Task.Delay(1_500);
        foreach (var role in new[] { "colleague", "moderator", GateVillage.Visitor })
            foreach (var path in new[] { GateVillage.AddressOf(TopicKind.Question, topic, "Why is the wombat late?"), $"/posts/{question}/fragment", $"/posts/{answer}/fragment", $"/posts/{question}/history", $"/posts/{question}/edit", "/", "/questions", "/tags/wombat", "/spaces/gate-public", "/search?q=wombat", "/search?q=nameless+wombat", $"/topics/{topic}/head" })
            {
                var page = await village[role].Page(path);
                Assert.False(page.Contains("Nadia Nameless", StringComparison.Ordinal) || page.Contains($"/people/{asker}/", StringComparison.Ordinal), $"{role} sees the name at {path}");
            }
    }
}
