using Community.Notes.Bench;
using Community.Notes.Lineage;
using Community.Notes.Refining;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Notes.Lineage;

/// <summary>What its author took back is gone for good after 30 days, wherever it was copied to.</summary>
public sealed class ErasingTests(Village village) : IClassFixture<Village>
{
    const string Stays = "Press the joint under lead for a whole night before you trim it.";
    const string Goes = "Keep the canary under the weights for three days and turn it twice.";

    [Fact]
    public async Task Erased_words_do_not_come_back_in_a_suggestion_that_was_made_with_them()
    {
        var thread = await village.Start(village.Writer, body: "How do we press?");
        var (stays, goes) = (await village.Add(village.Member, thread, Part.Reply, body: Stays), await village.Add(village.Member, thread, Part.Reply, body: Goes));
        foreach (var post in new[] { stays, goes }) await village.Verb<PutPassages>().Run(village.Writer, [await village.Verb<AddToBench>().Run(village.Writer, post, null)], 0);
        await village.Verb<KeepBench>().Run(village.Writer, new BenchDraft("Pressing", "", Village.Institution, "", [], new Dictionary<long, string>()));
        var note = await village.Verb<PublishBench>().Run(village.Writer);
        var suggestion = await village.Verb<SuggestChange>().Run(village.Colleague, note, 1, $"## The steps\n\n{Stays}\n\n{Goes}\n\nAnd label it.", "It was not labelled.");

        await village.Verb<WithdrawPost>().Run(village.Member, goes);
        village.Clock.Pass(Withdrawal.RestoreWithin + TimeSpan.FromDays(1));
        await village.Verb<EraseWithdrawn>().Run();
        var take = new TakeOutPassages(village.Store, village.Clock);
        while (await take.Step(default))
        {
        }

        Assert.DoesNotContain("canary", await village.Read(db => db.Suggestions.Where(s => s.Id == suggestion).Select(s => s.Body).SingleAsync()), StringComparison.Ordinal);
        await village.Verb<AcceptSuggestion>().Run(village.Writer, suggestion, null, null);
        var text = await village.Read(db => db.Revisions.Where(r => r.Post.TopicId == note && r.Post.Part == Part.Opening).OrderByDescending(r => r.Number).Select(r => r.Source).FirstAsync());
        Assert.DoesNotContain("canary", text, StringComparison.Ordinal);
        Assert.Contains("And label it.", text, StringComparison.Ordinal);
        Assert.Contains(Stays, text, StringComparison.Ordinal);
    }
}
