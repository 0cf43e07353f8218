using Community.Glossary;
using Community.Notes.Care;
using Community.Notes.Paths;
using Community.Questions.Promise;
using Community.Questions.Rearranging;
using Community.Reports;
using Community.Topics;
using Community.Topics.Checks;
using Community.Trials;
using Microsoft.EntityFrameworkCore;
using static Community.Tests.VillageActs;

namespace Community.Tests.Holding;

/// <summary>What is looked for in posts does not stand in the words beside them either, which nobody can look at first.</summary>
public sealed class BesideWordsTests(Village village) : IClassFixture<Village>
{
    const string Watched = "Ask Golden \u00a0 Waratah about it.", Plain = "Ask at the desk.";

    public static TheoryData<string> Places => ["report", "place", "trial", "trial revised", "observation", "decision", "term", "term revised", "path", "path described", "station", "station explained", "needed by", "split", "moved", "merged", "still true", "checked", "outdated", "disputed", "settled", "closed", "subject"];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Watched_words_are_refused_with_a_sentence(string place)
    {
        await Watch();
        var write = await Writing(place);

        var refused = await Refused(Refusal.Invalid, () => write(Watched));
        Assert.Contains("(On waratah: It opens the safe)", refused.Message, StringComparison.Ordinal);
        Assert.NotNull(refused.Field);
        await write(Plain);
    }

    [Fact]
    public async Task Words_that_stood_there_before_and_what_is_only_pointed_out_are_taken()
    {
        var term = await village.Verb<AddTerm>().Run(village.Writer, Village.Institution, TermText.Of("Safe", "Behind the desk, says Boronia.", []));
        var words = new GuardWords("On boronia", "boronia", CheckDigit.None, GuardAct.Hold, "It opens the safe.", "That there is a safe is known.", village.Administrator, null, village.Clock.Now().AddDays(9));
        await village.Verb<KeepGuardRule>().Run(null, null, GuardKind.Subject, words);
        await village.Verb<KeepGuardRule>().Run(null, null, GuardKind.Subject, words with { Name = "On acacia", Query = "acacia", Act = GuardAct.Inform });

        await village.Verb<ReviseTerm>().Run(village.Writer, term, TermText.Of("Safe", "Under the desk, says Boronia; Acacia agrees.", []), 1);

        Assert.Equal(2, await village.Read(db => db.Terms.Where(t => t.Id == term).Select(t => t.RevisionNumber).SingleAsync()));
        Assert.Equal(1, await village.Read(db => db.CheckHits.CountAsync(h => h.Outcome == HitOutcome.Informed)));
    }

    [Theory]
    [InlineData("4111 \u00a0 1111\t1111  1111", "It split.", "Place")]
    [InlineData("Desk", "It was 4111\u00a01111\u00a01111\u00a01111.", "Line")]
    public async Task A_number_is_found_as_it_is_kept_and_said_to_be_where_it_was_typed(string place, string line, string field)
    {
        var note = await village.Opening(await village.Start(village.Writer, TopicKind.Note));
        await village.Verb<KeepGuardRule>().Run(null, null, GuardKind.Card, new GuardWords("Card " + field, null, CheckDigit.None, GuardAct.Justify, "Anybody can pay with it.", null, null, null, null));

        Assert.Equal(field, (await Refused(Refusal.Invalid, () => village.Verb<ReportPost>().Run(village.Member, note, ReportOutcome.Failed, place, null, line))).Field);
    }

    [Fact]
    public async Task A_word_within_another_one_that_stood_there_is_news()
    {
        var path = await village.Verb<MakePath>().Run(village.Writer, Village.Institution, "Payments", "Prepayments.");
        await village.Verb<KeepGuardRule>().Run(null, null, GuardKind.Subject, new GuardWords("On pay", "payment", CheckDigit.None, GuardAct.Hold, "It is negotiated.", "That there is pay is known.", village.Administrator, null, village.Clock.Now().AddDays(9)));

        Assert.Equal("Lead", (await Refused(Refusal.Invalid, () => village.Verb<DescribePath>().Run(village.Writer, path, "Money", "The payment of Mondays.", null))).Field);
    }

    async Task Watch()
    {
        if (await village.Read(db => db.GuardRules.AnyAsync(r => r.Name == "On waratah"))) return;

        await village.Verb<KeepGuardRule>().Run(null, null, GuardKind.Subject, new GuardWords("On waratah", "\"golden waratah\"", CheckDigit.None, GuardAct.Hold, "It opens the safe.", "That there is a safe is known.", village.Administrator, null, village.Clock.Now().AddDays(9)));
    }

    /// <summary>Sets the stage, and says how the words come there.</summary>
    async Task<Func<string, Task>> Writing(string place)
    {
        var (writer, space) = (village.Writer, Village.Institution);
        switch (place)
        {
            case "report" or "place":
                var note = await village.Opening(await village.Start(writer, TopicKind.Note));
                return words => village.Verb<ReportPost>().Run(village.Member, note, ReportOutcome.Failed, place == "place" ? words : "", null, place == "place" ? "It split." : words);
            case "trial":
                return words => village.Verb<StartTrial>().Run(writer, space, Trial(words));
            case "trial revised" or "observation" or "decision":
                var trial = await village.Verb<StartTrial>().Run(writer, space, Trial("On two volumes."));
                return place switch
                {
                    "observation" => words => village.Verb<ObserveTrial>().Run(writer, trial, Seen.Worked, words, null),
                    "decision" => words => village.Verb<DecideTrial>().Run(writer, trial, TrialOutcome.Abandoned, words),
                    _ => words => village.Verb<ReviseTrial>().Run(writer, trial, Trial(words)),
                };
            case "term":
                return words => village.Verb<AddTerm>().Run(writer, space, TermText.Of("Strongroom", words, []));
            case "term revised":
                var term = await village.Verb<AddTerm>().Run(writer, space, TermText.Of("Vault", "Below.", []));
                return words => village.Verb<ReviseTerm>().Run(writer, term, TermText.Of("Vault", words, []), 1);
            case "path":
                return words => village.Verb<MakePath>().Run(writer, space, "First days", words);
            case "path described" or "station" or "station explained":
                var path = await village.Verb<MakePath>().Run(writer, space, "First days of " + place, "What to read.");
                if (place == "path described") return words => village.Verb<DescribePath>().Run(writer, path, "First days", words, null);

                var topic = await village.Start(writer);
                if (place == "station") return words => village.Verb<AddStation>().Run(writer, path, topic, null, words);

                var station = await village.Verb<AddStation>().Run(writer, path, topic, null, "First of all.");
                return words => village.Verb<ExplainStation>().Run(writer, path, station, words, null);
            case "still true" or "checked" or "outdated" or "disputed" or "settled":
                var kept = await village.Start(writer, TopicKind.Note);
                var (one, other) = (new Side(writer, "It holds.", "https://plans.example/for"), new Side(village.Colleague, "It does not.", "https://plans.example/against"));
                if (place == "settled") await village.Verb<DisputeNote>().Run(writer, kept, one, other);
                return place switch
                {
                    "still true" => words => village.Verb<SayStillTrue>().Run(village.Member, kept, Verdict.No, words),
                    "checked" => words => village.Verb<CheckNote>().Run(writer, kept, words),
                    "outdated" => words => village.Verb<OutdateNote>().Run(writer, kept, words),
                    "disputed" => words => village.Verb<DisputeNote>().Run(writer, kept, one, other with { Text = words }),
                    _ => words => village.Verb<SettleDispute>().Run(writer, kept, words),
                };
            case "closed":
                var done = await village.Start(writer);
                return words => village.Verb<CloseTopic>().Run(writer, done, Outcome.Decided, words);
            case "subject":
                await village.Start(writer, tags: "strongrooms");
                return words => village.Verb<DescribeTag>().Run(writer, "strongrooms", words, []);
            case "needed by":
                var question = await village.Start(writer, TopicKind.Question);
                return words => village.Verb<SayNeed>().Run(writer, question, DateOnly.FromDateTime(village.Clock.Now()).AddDays(3), words);
            default:
                var thread = await village.Start(writer);
                var reply = await village.Add(village.Member, thread, Part.Reply);
                var into = await village.Start(writer);
                return place switch
                {
                    "moved" => words => village.Verb<MovePosts>().Run(village.Moderator, thread, [reply], into, words),
                    "merged" => words => village.Verb<MergeTopics>().Run(village.Moderator, thread, into, words),
                    _ => words => village.Verb<SplitTopic>().Run(village.Moderator, thread, [reply], space, TopicKind.Thread, words, "It is another matter."),
                };
        }
    }

    TrialText Trial(string what) => TrialText.Of("A trial", what, "", "", DateOnly.FromDateTime(village.Clock.Now()), DateOnly.FromDateTime(village.Clock.Now()).AddDays(9), DateOnly.FromDateTime(village.Clock.Now()), [], null);
}
