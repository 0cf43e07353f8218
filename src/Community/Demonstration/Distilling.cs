using System.Globalization;
using Community.Notes.Bench;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Demonstration;

/// <summary>A note is made of what was said in threads, at somebody's bench.</summary>
sealed class Distilling(CommunityStore store, AddToBench add, PutPassages put, KeepBench keep, PublishBench publish)
{
    /// <returns>The note's id.</returns>
    public async Task<long> Make(Story story, string purpose, Cast cast, CancellationToken stop)
    {
        var (by, texts) = (cast.Person(story.By), new Dictionary<long, string>());
        foreach (var passage in story.Passages)
        {
            var (said, worded) = passage.Text.Split(Cast.Change, 2) is [var words, var put] ? (words, put) : (passage.Text, null);
            var id = await Place(by, cast.Named(passage.Words["from"]), said, int.Parse(passage.Words["section"], CultureInfo.InvariantCulture) - 1, stop);
            if (worded is not null) texts.Add(await store.Read(db => db.BenchBlocks.Where(b => b.PassageId == id).Select(b => b.Id).SingleAsync(stop)), worded);
        }

        await keep.Run(by, new BenchDraft(story.Title, purpose, story.Space, string.Join(',', story.Tags), [], texts), stop);
        return await publish.Run(by, stop: stop);
    }

    async Task<long> Place(long personId, long postId, string words, int section, CancellationToken stop)
    {
        var id = await add.Run(personId, postId, words, stop: stop);
        await put.Run(personId, [id], section, stop: stop);
        return id;
    }
}
