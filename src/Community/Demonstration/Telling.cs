using Community.Topics;

namespace Community.Demonstration;

/// <summary>Carries out the scenes of the stories.</summary>
sealed class Telling(Writing writing, Judging judging, Keeping keeping, Reporting reporting, Tending tending, Suggesting suggesting, Masks masks, Agreeing agreeing, Looping looping)
{
    static readonly TimeSpan FirstVote = TimeSpan.FromMinutes(25);

    /// <summary>Who came later than a post votes on it in the first days.</summary>
    static readonly TimeSpan SettlingIn = TimeSpan.FromDays(3);

    public void Plan(Plan plan, Library library, IEnumerable<Story> stories, Calendar calendar, Cast cast)
    {
        var settled = library.People.ToDictionary(somebody => somebody.Id, somebody => calendar.Ago(somebody.Came) + SettlingIn);
        foreach (var story in stories)
        {
            var at = calendar.Ago(story.At);
            foreach (var scene in story.Scenes)
            {
                if (scene.Words.TryGetValue("at", out var moment))
                {
                    plan.Add(calendar.Ago(moment), stop => Play(story, scene, cast, stop));
                    continue;
                }

                if (scene.Act != Scene.Opening) at = calendar.After(at, scene.After);
                plan.Add(at, stop => Play(story, scene, cast, stop));
                foreach (var (place, vote) in scene.Votes.Index())
                {
                    var voter = vote.TrimStart('-');
                    var posted = at > settled[voter] ? at : settled[voter];
                    plan.Add(calendar.Soon(posted, FirstVote * (place + 1) * (place + 1)), stop => judging.Vote(cast.Person(voter), cast.Post(story, scene.Id), vote.StartsWith('-') ? -1 : 1, stop));
                }
            }
        }
    }

    Task Play(Story story, Scene scene, Cast cast, CancellationToken stop) => scene.Act switch
    {
        Scene.Opening => writing.Open(story, scene, cast, stop),
        "reply" => writing.Add(story, scene, Part.Reply, cast, stop),
        "answer" => writing.Add(story, scene, Part.Answer, cast, stop),
        "comment" => writing.Add(story, scene, Part.Comment, cast, stop),
        "edit" => Edit(story, scene, cast, stop),
        "report" => reporting.Report(story, scene, cast, stop),
        "dismiss" => reporting.Dismiss(story, scene, cast, stop),
        "accept" or "bookmark" or "steward" => judging.Judge(story, scene, cast, stop),
        "check" or "say" or "outdate" or "review" or "unit-steward" or "relieve" => tending.Tend(story, scene, cast, stop),
        "also" or "helpful" => agreeing.Agree(story, scene, cast, stop),
        "found" or "need" or "note" => looping.Loop(story, scene, cast, stop),
        "look" => masks.Look(story, scene, cast, stop),
        "suggest" => suggesting.Suggest(story, scene, cast, stop),
        "decide" => suggesting.Decide(story, scene, cast, stop),
        "close" or "pin" or "withdraw" or "remove" => keeping.Keep(story, scene, cast, stop),
        _ => throw new FormatException($"{story.Key} has a scene named {scene.Act}."),
    };

    async Task Edit(Story story, Scene scene, Cast cast, CancellationToken stop)
    {
        await writing.Edit(story, scene, cast, stop);
        await reporting.Answer(story, scene, cast, stop);
    }
}
