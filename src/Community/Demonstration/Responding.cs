using Community.People;
using Community.Playbooks;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Demonstration;

/// <summary>Playbooks are adopted and fitted to the house; one run came to its end, another one is late and has an answer that waits, a third one has one that was approved.</summary>
sealed class Responding(CommunityStore store, AdoptReady adopt, RevisePlaybook revise, StartRun start, Stepping stepping, RemindRuns remind)
{
    const string Administrator = "weiling", Owner = "maeve", Moderator = "gareth", First = "priya", Second = "kofi", Third = "aino", Fourth = "tomas", Unit = "Circulation";

    static readonly string[] AsTheyAre = ["compliment", "press"];

    public void Plan(Plan plan, Calendar calendar, Cast cast)
    {
        var (complaint, run, other, third) = (0L, 0L, 0L, 0L);
        void At(string when, Func<CancellationToken, Task> act) => plan.Add(calendar.Ago(when), act);
        At("36d@09:00", async stop =>
        {
            complaint = await adopt.Run(cast.Person(Administrator), "complaint", stop);
            foreach (var key in AsTheyAre) await adopt.Run(cast.Person(Administrator), key, stop);
        });
        At("33d@10:00", stop => Fit(cast, complaint, stop));
        At("30d@10:00", async stop => run = await start.Run(cast.Person(First), cast.Named("quiet-floor.opening"), complaint, "Two readers said at the desk that we promise silence on the doors and keep none.", stop: stop));
        At("30d@10:40", stop => stepping.Finish.Run(cast.Person(First), run, 1, "Told both that Maeve looks into it, and that they hear by Friday.", stop));
        At("30d@16:00", stop => stepping.Take.Run(cast.Person(Second), run, 2, stop: stop));
        At("27d@17:30", stop => stepping.Finish.Run(cast.Person(Second), run, 2, "The signs are from before the group rooms were built; nobody takes them down.", stop));
        At("24d@11:00", stop => stepping.Finish.Run(cast.Person(Owner), run, 3, "New signs, and group rooms close at eight.", stop));
        At("24d@14:00", stop => stepping.Propose.Run(cast.Person(First), run, "Thank you both for telling us. The signs promised more than we keep. **What we do now:** new signs on Monday, and the group rooms close at eight, so that the end of the floor is quiet again.", stop));
        At("24d@15:00", stop => stepping.Approve.Run(cast.Person(Moderator), run, 1, note: "Good, and short.", stop: stop));
        At("24d@15:20", stop => stepping.Finish.Run(cast.Person(First), run, 4, "Posted under the thread, and on paper at the desk.", stop));
        At("16d@10:00", stop => stepping.Finish.Run(cast.Person(Owner), run, 5, "The signs are up.", stop));
        At("16d@10:10", stop => stepping.End.Run(cast.Person(Owner), run, "The complaint was right. New signs, and a rule for the group rooms.", stop));
        At("7d@10:00", async stop => other = await start.Run(cast.Person(Third), cast.Named("fines-conversation.opening"), complaint, "A reader says that we still charged her, and shows the receipt.", stop: stop));
        At("7d@11:00", stop => stepping.Finish.Run(cast.Person(Third), other, 1, "Said that we look into it.", stop));
        At("7d@14:00", stop => stepping.Propose.Run(cast.Person(Third), other, "We charge nothing any more. What the receipt shows is from the machine, which nobody told; it is repaired, and you get the money back.", stop));
        At("6d@10:00", async stop => third = await start.Run(cast.Person(Fourth), cast.Named("gates-and-pushchairs.opening"), complaint, "A mother was stopped at the gate three times in one day.", stop: stop));
        At("6d@10:30", stop => stepping.Propose.Run(cast.Person(Fourth), third, "We are sorry. From now on the desk opens the side door.", stop));
        At("6d@11:00", stop => stepping.Approve.Run(cast.Person(Moderator), third, 1, stop: stop));
        At("1d@12:00", stop => remind.Run(stop));
    }

    /// <summary>As a house would: others own it, a unit has a part in it, and somebody else approves the answer.</summary>
    async Task Fit(Cast cast, long playbookId, CancellationToken stop)
    {
        var unitId = await store.Read(db => db.Units.Where(u => u.Name == Unit).Select(u => u.Id).SingleAsync(stop));
        var ready = ReadyPlaybooks.All.First(one => one.Key == "complaint").Terms;
        await revise.Run(cast.Person(Administrator), playbookId, ready with
        {
            OwnerId = cast.Person(Owner),
            Approver = Doer.Person(cast.Person(Moderator)),
            Steps = [ready.Steps[0], ready.Steps[1] with { Doer = Doer.Unit(unitId) }, .. ready.Steps.Skip(2)],
        }, 1, stop);
    }
}

/// <summary>What is done in a run.</summary>
sealed record Stepping(TakeStep Take, FinishStep Finish, ProposeReply Propose, ApproveReply Approve, FinishRun End);
