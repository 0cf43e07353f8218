using Community.Notes.Combining;
using Community.People;
using Community.Questions.Asking;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Demonstration;

/// <summary>How a topic begins: somebody writes it, makes it of what was said, or varies a note for a unit.</summary>
sealed class Beginning(CommunityStore store, StartTopic start, AskQuestion ask, Distilling distilling, MakeVariant vary)
{
    /// <returns>The topic's id.</returns>
    public async Task<long> Begin(Story story, string text, Cast cast, CancellationToken stop)
    {
        if (story.Passages.Count > 0) return await distilling.Make(story, text, cast, stop);
        if (story.IsMasked) return await ask.Run(cast.Person(story.By), story.Space, story.Title, text, story.Tags, AskedWhom.Space, [], masked: true, stop: stop);
        if (story.Varies is null) return await start.Run(cast.Person(story.By), story.Space, story.Kind, story.Title, text, story.Tags, stop: stop);

        var unitId = await store.Read(db => db.Units.Where(u => u.Name == story.Unit).Select(u => u.Id).SingleAsync(stop));
        return await vary.Run(cast.Person(story.By), cast.Named(story.Varies), new VariantText(story.Space, story.Title, text, story.Tags, unitId, null), stop: stop);
    }
}
