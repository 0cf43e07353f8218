using System.Globalization;
using Community.Notes.Refining;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Demonstration;

/// <summary>Somebody suggests a change to a note, and those who keep it take it in, a part of it, or decline.</summary>
sealed class Suggesting(CommunityStore store, SuggestChange suggest, AcceptSuggestion accept, DeclineSuggestion decline)
{
    /// <summary>Between two changes of one suggestion.</summary>
    const string Also = "\n+\n";

    public async Task Suggest(Story story, Scene scene, Cast cast, CancellationToken stop)
    {
        var post = cast.Post(story, Scene.Opening);
        var revision = await store.Read(db => db.Posts.Where(p => p.Id == post).Select(p => p.RevisionNumber).SingleAsync(stop));
        var text = scene.Text.Split(Also).Aggregate(cast.PostText(story, Scene.Opening), (before, change) => Cast.Rewritten(before, change.Trim('\n'), story.Key));
        cast.Suggested(story, scene.Id, await suggest.Run(cast.Person(scene.By), cast.Topic(story), revision, text, scene.Words["reason"], stop: stop));
    }

    public async Task Decide(Story story, Scene scene, Cast cast, CancellationToken stop)
    {
        var (by, suggestion, post) = (cast.Person(scene.By), cast.Suggestion(story, scene.Of), cast.Post(story, Scene.Opening));
        if (scene.Words["outcome"] == "decline")
        {
            await decline.Run(by, suggestion, scene.Text, stop);
            return;
        }

        var parts = scene.Words.TryGetValue("parts", out var some) ? some.Split(',').Select(part => int.Parse(part, CultureInfo.InvariantCulture) - 1).ToHashSet() : null;
        await accept.Run(by, suggestion, parts, scene.Text, stop);
        cast.Reworded(story, Scene.Opening, await store.Read(db => db.Revisions.Where(r => r.PostId == post).OrderByDescending(r => r.Number).Select(r => r.Source).FirstAsync(stop)));
    }
}
