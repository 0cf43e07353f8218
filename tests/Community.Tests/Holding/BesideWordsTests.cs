using Community.Glossary;
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
    const string Watched = "Ask Waratah about it.", Plain = "Ask at the desk.";

    public static TheoryData<string> Places => ["report", "place", "trial", "trial revised", "observation", "decision", "term", "term revised", "path", "path described", "station", "station explained", "needed by", "split"];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Watched_words_are_refused_with_a_sentence(string place)
    {
        await Watch();
        var write = await Writing(place);

        var refused = await Refused(Refusal.Invalid, () => write(Watched));
        Assert.Contains("On waratah: It opens the safe.", refused.Message, StringComparison.Ordinal);
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

    async Task Watch()
    {
        if (await village.Read(db => db.GuardRules.AnyAsync(r => r.Name == "On waratah"))) return;

        await village.Verb<KeepGuardRule>().Run(null, null, GuardKind.Subject, new GuardWords("On waratah", "waratah", CheckDigit.None, GuardAct.Hold, "It opens the safe.", "That there is a safe is known.", village.Administrator, null, village.Clock.Now().AddDays(9)));
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
            case "needed by":
                var question = await village.Start(writer, TopicKind.Question);
                return words => village.Verb<SayNeed>().Run(writer, question, DateOnly.FromDateTime(village.Clock.Now()).AddDays(3), words);
            default:
                var thread = await village.Start(writer);
                var reply = await village.Add(village.Member, thread, Part.Reply);
                return words => village.Verb<SplitTopic>().Run(village.Moderator, thread, [reply], space, TopicKind.Thread, words, "It is another matter.");
        }
    }

    TrialText Trial(string what) => TrialText.Of("A trial", what, "", "", DateOnly.FromDateTime(village.Clock.Now()), DateOnly.FromDateTime(village.Clock.Now()).AddDays(9), DateOnly.FromDateTime(village.Clock.Now()), [], null);
}
