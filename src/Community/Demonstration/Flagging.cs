using Community.Governance;
using Community.People;
using Community.Topics;
using Community.Topics.Moderating;
using Microsoft.EntityFrameworkCore;

namespace Community.Demonstration;

/// <summary>A year's order in the open: a post was flagged and removed, its author appealed, and somebody else brought it back; somebody could only read for a day; a flag waits.</summary>
sealed class Flagging(StartTopic start, AddPost add, FlagPost flag, DecideCase decide, AppealAct appeal, JudgeAppeal judge, SuspendPerson suspend, EndSuspensions end, Store.CommunityStore store)
{
    const string Space = "circulation", Decides = "gareth", LooksAgain = "weiling";

    long topic, post, one, appealed;

    public void Plan(Plan plan, Calendar calendar, Cast cast)
    {
        plan.Add(calendar.Ago("70d@09:00"), async stop => topic = await start.Run(cast.Person("hana"), Space, TopicKind.Thread, "The self-check that asks for a PIN twice", "Since the update the left machine asks for the PIN a second time. Has anybody found out why?", [], stop: stop));
        plan.Add(calendar.Ago("70d@11:00"), async stop => post = await add.Run(cast.Person("jonas"), topic, Part.Reply, null, "Because whoever wrote that dialogue has never stood at a desk. The vendor's release note says it in one line: the second prompt is a timeout of two seconds, and it can be set.", stop: stop));
        plan.Add(calendar.Ago("70d@13:00"), async stop => one = await flag.Run(cast.Person("samira"), post, ReasonClass.Conduct, "This is about colleagues at the vendor whom we know by name.", stop));
        plan.Add(calendar.Ago("70d@15:20"), async stop => await decide.Run(cast.Person(Decides), one, CaseOutcome.Removed, await Rule(2, stop), "It says of somebody what should be said of the dialogue.", stop));
        plan.Add(calendar.Ago("67d@09:00"), async stop => appealed = await appeal.Run(cast.Person("jonas"), await Removal(stop), null, "Nobody is named, and the fix in the same post is what the desk has waited for.", stop));
        plan.Add(calendar.Ago("67d@10:30"), stop => judge.Run(cast.Person(LooksAgain), appealed, true, "A sharp sentence, and nobody in it. The post tells how to mend the machine; it stands.", stop));

        plan.Add(calendar.Ago("40d@09:00"), async stop => await suspend.Run(cast.Person(Decides), cast.Person("lukasz"), 1, await Rule(6, stop), "The same notice in eleven topics, after two requests to stop. It is a pause until tomorrow.", stop));
        plan.Add(calendar.Ago("35d@09:00"), stop => end.Run(stop));

        plan.Add(calendar.Ago("3d@10:00"), async stop => post = await add.Run(cast.Person("kofi"), topic, Part.Reply, null, "It happens with the reader from the corner table, too, the one with the hearing aid, each time.", stop: stop));
        plan.Add(calendar.Ago("3d@12:10"), stop => flag.Run(cast.Person("maeve"), post, ReasonClass.Privacy, "Everybody at the desk knows who that is.", stop));
    }

    Task<long?> Rule(int number, CancellationToken stop) => store.Read(db => db.Rules.Where(r => r.Number == number).Select(r => (long?)r.Id).FirstAsync(stop));

    Task<long?> Removal(CancellationToken stop) => store.Read(db => db.Removals.Where(r => r.PostId == post && r.LiftedAt == null).Select(r => (long?)r.Id).FirstAsync(stop));
}
