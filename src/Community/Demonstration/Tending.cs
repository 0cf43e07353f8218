using Community.Notes.Care;
using Community.People;
using Community.Spaces;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Demonstration;

/// <summary>How notes are kept true, or not.</summary>
sealed class Tending(CommunityStore store, CheckNote check, SayStillTrue say, OutdateNote outdate, ChooseReview review, AppointNoteUnit unit, Leaving leaving)
{
    public async Task Tend(Story story, Scene scene, Cast cast, CancellationToken stop)
    {
        var (by, topic) = (cast.Person(scene.By), cast.Topic(story));
        switch (scene.Act)
        {
            case "check":
                await check.Run(by, topic, scene.Text, stop: stop);
                break;
            case "say":
                await say.Run(by, topic, Enum.Parse<Verdict>(scene.Words["answer"], ignoreCase: true), scene.Text, stop);
                break;
            case "outdate":
                await outdate.Run(by, topic, scene.Text, stop);
                break;
            case "review":
                await review.Run(by, topic, int.Parse(scene.Words["months"], System.Globalization.CultureInfo.InvariantCulture), stop);
                break;
            case "relieve":
                await leaving.Dismiss(by, story.Space, cast.Person(scene.Words["person"]), stop);
                break;
            default:
                await unit.Run(by, topic, await store.Read(db => db.Units.Where(u => u.Name == scene.Words["unit"]).Select(u => u.Id).SingleAsync(stop)), appointed: true, stop: stop);
                break;
        }
    }
}

/// <summary>Somebody goes out of a space; and what the program does by itself every hour.</summary>
sealed class Leaving(DismissPerson dismiss, TendNotes tend, RemindStewards remind)
{
    public Task Dismiss(long actorId, string slug, long personId, CancellationToken stop) => dismiss.Run(actorId, slug, personId, stop);

    public async Task Remind(CancellationToken stop)
    {
        while (await tend.Run(stop) > 0)
        {
        }

        while (await remind.Run(stop) > 0)
        {
        }
    }
}
