using Community.Notes.Paths;
using Community.People;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Demonstration;

/// <summary>Paths are made for newcomers, and somebody walks one and shows a colleague how far.</summary>
sealed class Walking(CommunityStore store, MakePath make, AddStation add, MarkStation mark, ChooseBuddy choose)
{
    public void Plan(Plan plan, Library library, IReadOnlyList<Story> stories, Calendar calendar, Cast cast)
    {
        foreach (var route in library.Paths)
        {
            var stations = new List<long>();
            plan.Add(calendar.Ago(route.At), async stop =>
            {
                var unitId = await store.Read(db => db.Units.Where(u => u.Name == route.Unit).Select(u => (long?)u.Id).FirstOrDefaultAsync(stop));
                var path = await make.Run(cast.Person(route.By), route.Space, route.Title, route.Lead, unitId, stop);
                foreach (var one in route.Stops)
                {
                    long? topicId = one.Story is { } key ? cast.Topic(stories.Single(story => story.Key == key)) : null;
                    stations.Add(await add.Run(cast.Person(route.By), path, topicId, one.Meet is { } person ? cast.Person(person) : null, one.Why, one.Stage, stop));
                }
            });
            foreach (var step in route.Walked)
                plan.Add(calendar.Ago(step.At), stop => mark.Run(cast.Person(step.By), null, stations[step.Station - 1], step.Mark == "read" ? true : null, step.Mark == "tried" ? true : null, step.Mark == "asked" ? true : null, stop));
        }

        foreach (var buddy in library.Buddies) plan.Add(calendar.Ago(buddy.At), stop => choose.Run(cast.Person(buddy.By), cast.Person(buddy.To), stop));
    }
}
