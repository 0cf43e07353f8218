using Community.Notes;
using Community.Notes.Combining;
using Community.Notes.Refining;
using Community.Spaces;
using Community.Topics;
using Community.Topics.Checks;
using Community.Topics.Holding;
using Community.Topics.Voices;
using Microsoft.EntityFrameworkCore;
using static Community.Tests.VillageActs;

namespace Community.Tests.Holding;

/// <summary>What is looked for in posts does not come in through a suggestion or a merge, and a change that has to wait does not come in unseen.</summary>
public sealed class SuggestedWordsTests(Village village) : IClassFixture<Village>
{
    const string Before = "The code of the old safe is Waratah.", Fresh = "Ask Correa for the key.";

    [Fact]
    public async Task Watched_words_are_refused_and_those_that_stood_there_before_are_no_news()
    {
        var note = await village.Start(village.Writer, TopicKind.Note, title: "The safe", body: $"{Before}\n\nTurn it twice.");
        var other = await village.Start(village.Writer, TopicKind.Note, title: "The other safe", body: "Turn it once.");
        foreach (var word in new[] { "waratah", "correa" }) await village.Verb<KeepGuardRule>().Run(null, null, GuardKind.Subject, Watching(word));

        var refused = await Refused(Refusal.Invalid, () => Suggest(note, $"{Before}\n\nTurn it twice.\n\n{Fresh}"));
        Assert.Equal("Body", refused.Field);
        var suggestion = await Suggest(note, $"{Before}\n\nTurn it three times.");
        await village.Verb<AcceptSuggestion>().Run(village.Writer, suggestion, null, null);
        Assert.Contains("three times", await Text(note), StringComparison.Ordinal);

        var text = await Text(note);
        var conflict = await Refused(Refusal.Conflict, () => Merge(other, note, $"{text}\n\n{Fresh}"));
        Assert.Contains("On correa", conflict.Message, StringComparison.Ordinal);
        await Merge(other, note, $"{text}\n\nTurn it once.");
        Assert.Contains("Turn it once.", await Text(note), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_changes_wait_a_suggestion_is_not_taken_in_past_that()
    {
        var note = await village.Start(village.Writer, TopicKind.Note, space: Village.Public, title: "Lending maps", body: "Lend them flat.");
        var suggestion = await Suggest(note, "Lend them rolled.");
        var space = await village.Read(db => db.Spaces.Where(s => s.Slug == Village.Public).Select(s => s.Id).FirstAsync());
        await village.Verb<KeepApprovalRule>().Run(null, null, new ApprovalTerms("Changes in public", "Others read them.", null, space, null, null, false, false, true, 4, null));

        var refused = await Refused(Refusal.Conflict, () => village.Verb<AcceptSuggestion>().Run(village.Writer, suggestion, null, null));

        Assert.Contains("Changes in public", refused.Message, StringComparison.Ordinal);
        Assert.Equal("Lend them flat.", await Text(note));
        var opening = await village.Opening(note);
        await Assert.ThrowsAsync<HeldException>(() => village.Verb<ReviseNote>().Run(village.Writer, opening, new Edit("Lend them rolled.", "As suggested.", 1), new Speech()));
    }

    GuardWords Watching(string word) => new("On " + word, word, CheckDigit.None, GuardAct.Hold, "It opens the safe.", "That there is a safe is known.", village.Administrator, null, village.Clock.Now().AddDays(9));

    async Task<long> Suggest(long note, string body) => await village.Verb<SuggestChange>().Run(village.Colleague, note, (await village.Post(await village.Opening(note))).RevisionNumber, body, "It is so.");

    async Task Merge(long from, long into, string body) =>
        await village.Verb<MergeNotes>().Run(village.Writer, from, into, 1, new Edit(body, null, (await village.Post(await village.Opening(into))).RevisionNumber), "They say the same.");

    async Task<string> Text(long note) => (await village.Post(await village.Opening(note))).Revisions[^1].Source;
}
