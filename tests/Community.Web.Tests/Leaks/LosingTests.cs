using System.Diagnostics;
using Community.Governance;
using Community.People;
using Community.Search;
using Community.Search.Saved;
using Community.Spaces;
using Community.Topics;
using Community.Web.Tests.Api;
using Community.Web.Tests.Gate;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Leaks;

/// <summary>Somebody sees a word through every surface, and a second after it is out of their sight through none, nor in the notice that told of it.</summary>
[Collection(nameof(LeakVillage))]
public sealed class LosingTests(LeakVillage village)
{
    static readonly TimeSpan Deadline = TimeSpan.FromSeconds(1);

    /// <summary>Where others keep the machine busy, this process must have had so much of it, too.</summary>
    static readonly TimeSpan Work = TimeSpan.FromSeconds(0.5);

    GateVillage Gate => village.Gate;

    [Theory]
    [InlineData("taken out of the space", Tier.Unit), InlineData("the unit taken out of the space", Tier.Unit), InlineData("moved to another unit", Tier.Unit), InlineData("guest taken out of the space", Tier.Partners)]
    [InlineData("space closed", Tier.Institution), InlineData("made a guest", Tier.Institution), InlineData("visitor, space closed", Tier.Public), InlineData("topic moved away", Tier.Institution)]
    [InlineData("post withdrawn", Tier.Unit), InlineData("post hidden", Tier.Partners), InlineData("text and title edited", Tier.Institution), InlineData("visitor, post withdrawn", Tier.Public)]
    public async Task Within_a_second_nothing_answers_any_more(string how, Tier tier)
    {
        var (admin, slug) = (Gate.IdOf("administrator"), "losing-" + how.Replace(' ', '-').Replace(",", "", StringComparison.Ordinal));
        var person = await village.Site.Person("Lou " + Words.Of(how), how.StartsWith("guest", StringComparison.Ordinal) ? Role.Guest : Role.Member, how.Contains("unit", StringComparison.Ordinal) ? how : null);
        await Gate.Verb<MakeSpace>().Run(admin, slug, slug, "", tier);
        if (how.Contains("unit", StringComparison.Ordinal)) await Gate.Verb<EnrolUnit>().Run(admin, slug, await village.Site.Store.Read(db => db.Units.Where(u => u.Name == how).Select(u => u.Id).SingleAsync()), true);
        else if (tier is Tier.Unit or Tier.Partners) await Gate.Verb<EnrolPerson>().Run(admin, slug, person, false);
        var (author, name) = await village.Author(slug);
        var topic = new Secret(Place.Topic, tier, slug, Words.Of("lost when " + how), 0, author, name);
        await Gate.Verb<SaveSearch>().Run(person, new SearchRequest(topic.Bait));
        var hiding = new Hiding(village);
        topic = await hiding.Write(topic);
        // Not of what happens to the post alone.
        var term = IsOfPost(how) ? null : await hiding.Write(topic with { Place = Place.Term, Word = Words.Of("term lost when " + how) });
        var note = IsOfPost(how) ? null : await hiding.Write(topic with { Place = Place.Note, Word = Words.Of("note lost when " + how) });
        var isVisitor = how.StartsWith("visitor", StringComparison.Ordinal);
        using var browser = isVisitor ? village.Site.Visitor() : await village.Site.SignedIn("Lou " + Words.Of(how));
        using var program = isVisitor ? null : await village.Site.Program(person);
        var surfaces = Surface.All.Where(surface => (term is not null || surface.Shows is not (Place.Term or Place.Note)) && (!isVisitor || !surface.IsForPeople)).ToList();
        await village.Site.Quiet();

        for (var tries = 0; tries < 100 && await Asking().AnswersAlike(surfaces[0], topic.Typed, village.Silent); tries++) await Task.Delay(50);
        var blind = await Where(surfaces, surface => Asking().AnswersAlike(surface, Of(surface).Typed, village.Silent));
        Assert.True(blind.Count == 0, "not seen before through\n" + string.Join('\n', blind));
        if (!isVisitor) Assert.Contains(topic.Word, await browser.Page("/notifications"), StringComparison.OrdinalIgnoreCase);

        await Lose(how, slug, person, topic);
        var since = new Since(Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var open = await Where(surfaces, surface => StaysOpen(since, async () => !await Asking().AnswersAlike(surface, Of(surface).Typed, After(Of(surface)))));
        if (!isVisitor && await StaysOpen(since, async () => (await browser.Page("/notifications")).Contains(topic.Word, StringComparison.OrdinalIgnoreCase))) open.Add("/notifications");

        Assert.True(open.Count == 0, "still open after a second:\n" + string.Join('\n', open));

        // What is there without the word changes as well: each time it is asked for anew.
        Asking Asking() => new(browser, program);

        Secret Of(Surface surface) => surface.Shows switch { Place.Term => term!, Place.Note => note!, _ => topic };

        // Of a post that is gone the space, the author and perhaps the topic are still known.
        Typed After(Secret secret) => !IsOfPost(how) ? village.Silent
            : village.Silent with { Space = secret.Space, Author = secret.Author, AuthorId = secret.AuthorId, TopicId = how.Contains("edited", StringComparison.Ordinal) ? secret.TopicId : village.Silent.TopicId };
    }

    static bool IsOfPost(string how) => how is "topic moved away" or "post withdrawn" or "post hidden" or "text and title edited" or "visitor, post withdrawn";

    async Task Lose(string how, string slug, long person, Secret topic)
    {
        var admin = Gate.IdOf("administrator");
        await (how switch
        {
            "taken out of the space" or "guest taken out of the space" => Gate.Verb<DismissPerson>().Run(admin, slug, person),
            "the unit taken out of the space" => Gate.Verb<EnrolUnit>().Run(admin, slug, await village.Site.Store.Read(db => db.Units.Where(u => u.Name == how).Select(u => u.Id).SingleAsync()), false),
            "moved to another unit" => Gate.Verb<PlaceInUnit>().Run(admin, person, "Elsewhere"),
            "space closed" or "visitor, space closed" => Gate.Verb<RecharterSpace>().Run(admin, slug, slug, "", Tier.Unit),
            "made a guest" => Gate.Verb<ChangeRole>().Run(admin, person, Role.Guest),
            "topic moved away" => Gate.Verb<MoveTopic>().Run(admin, topic.TopicId, await Gate.Verb<MakeSpace>().Run(admin, slug + "-far", slug + "-far", "", Tier.Unit)),
            "post withdrawn" or "visitor, post withdrawn" => Gate.Verb<WithdrawPost>().Run(topic.AuthorId, await Gate.Opening(topic.TopicId)),
            "post hidden" => Gate.Verb<RemovePost>().Run(admin, await Gate.Opening(topic.TopicId), "Off topic."),
            _ => Gate.Verb<RevisePost>().Run(topic.AuthorId, await Gate.Opening(topic.TopicId), new Edit("Nothing of it any more.", null, null, "Called otherwise", [])),
        });
    }

    /// <summary>Whether an answer that was asked for after the deadline still tells.</summary>
    static async Task<bool> StaysOpen(Since since, Func<Task<bool>> tells)
    {
        while (true)
        {
            var isLate = since.IsLate;
            try
            {
                if (!await tells()) return false;
                if (isLate) return true;
            }
            catch (HttpRequestException) when (!isLate)
            {
                // With the right the session may have ended, and what it was being sent.
            }

            await Task.Delay(20);
        }
    }

    sealed record Since(Stopwatch Began, TimeSpan Used)
    {
        public bool IsLate => Began.Elapsed >= Deadline && Environment.CpuUsage.TotalTime - Used >= Work;
    }

    static async Task<List<string>> Where(List<Surface> surfaces, Func<Surface, Task<bool>> isSo)
    {
        var found = new List<string>();
        foreach (var surface in surfaces)
            if (await isSo(surface)) found.Add(surface.Address);
        return found;
    }
}
