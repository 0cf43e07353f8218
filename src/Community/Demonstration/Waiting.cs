using Community.Governance;
using Community.Topics;
using Community.Topics.Checks;
using Community.Topics.Holding;

namespace Community.Demonstration;

/// <summary>A subject is watched while a tender runs: one text that named it was returned, another waits longer than it should.</summary>
sealed class Waiting(KeepGuardRule keep, StartTopic start, JudgeSubmission judge, EscalateSubmissions escalate, TimeProvider clock)
{
    const int DaysItRuns = 200;

    public void Plan(Plan plan, Library library, Calendar calendar, Cast cast)
    {
        var room = library.Spaces.First(room => room.Tier == Tier.Institution);
        var (administrator, author, returned) = (library.People[0].Id, room.Members.First(member => !room.Stewards.Contains(member)), 0L);
        plan.Add(calendar.Ago("9d@09:00"), stop => keep.Run(cast.Person(administrator), null, GuardKind.Subject, new GuardWords("Running tender", "\"e-journal tender\"", CheckDigit.None, GuardAct.Hold, "Until it is decided, who offered and for how much is secret by law.",
            "That there is a tender, what it is for, and what it means for your own work.", cast.Person(administrator), null, clock.Now().AddDays(DaysItRuns)), stop));
        plan.Add(calendar.Ago("8d@10:00"), async stop => returned = await Held(cast.Person(author), room.Slug, "What becomes of the package?", "Three offers came in for the e-journal tender, and the second is the lowest. Do we tell the departments?", stop));
        plan.Add(calendar.Ago("8d@14:00"), stop => judge.Run(cast.Person(room.Stewards[0]), returned, SubmissionState.Returned, "Ask the same without the number of offers and which is lowest; then it can stand.", 1, stop));
        plan.Add(calendar.Ago("5d@11:00"), stop => Held(cast.Person(author), room.Slug, "When do we hear of the package?", "Does anybody know when the e-journal tender is decided? My faculty plans its reading lists.", stop));
        plan.Add(calendar.Ago("2d@12:00"), stop => escalate.Run(stop));
    }

    async Task<long> Held(long personId, string space, string title, string text, CancellationToken stop)
    {
        try
        {
            return await start.Run(personId, space, TopicKind.Thread, title, text, [], stop: stop);
        }
        catch (HeldException held)
        {
            return held.SubmissionId;
        }
    }
}
