using System.Globalization;
using System.Text;
using Community.Search;
using Community.Store;
using Community.Text;
using Community.Topics;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Benchmarks.Searching;

/// <summary>The site's rebuild of its index from the database, beside bare loops of one writer: of the very documents, made beforehand, and of their texts alone.</summary>
sealed class RebuildPart(SearchedCommunity searched, Table table)
{
    const double LeastShare = 0.5;

    public async Task Run(CancellationToken stop)
    {
        var texts = await Texts(stop);
        var plain = await Work.Of(() => Task.Run(() => Write(texts.Select(text => (IEnumerable<IIndexableField>)[new TextField("text", Encoding.UTF8.GetString(text), Field.Store.NO)])), stop));
        var bare = await Documents(stop);
        var site = await Work.Of(() => searched.Services.GetRequiredService<RebuildIndex>().Run(progress => Console.Error.Write($"\rindex {progress.Done:N0} of {progress.Total:N0}   "), stop));
        Console.Error.WriteLine();
        table.Row("rebuild of the index, processor time a post", Show.Micro(site.Processor / texts.Count), Show.Micro(bare.Processor / texts.Count), Show.Ratio(site.Processor / bare.Processor));
        table.Row("rebuild of the index, posts a second", Rate(site), Rate(bare), Show.Ratio(bare.Clock / site.Clock), "at least " + Show.Ratio(LeastShare), Rate(plain), Show.Ratio(plain.Clock / site.Clock));

        string Rate(Work work) => (texts.Count / work.Clock.TotalSeconds).ToString("N0", CultureInfo.InvariantCulture);
    }

    /// <summary>As bytes: a million of them would else be a gigabyte and a half.</summary>
    async Task<List<byte[]>> Texts(CancellationToken stop)
    {
        var store = searched.Services.GetRequiredService<CommunityStore>();
        return await store.Read(async db =>
        {
            var texts = new List<byte[]>();
            var posts = db.Posts.OrderBy(p => p.Id).Select(p => new { p.Part, p.Topic.Title, Html = p.Revisions.Where(r => r.Number == p.RevisionNumber).Select(r => r.Html).First() });
            await foreach (var post in posts.AsAsyncEnumerable().WithCancellation(stop))
            {
                texts.Add(Encoding.UTF8.GetBytes((post.Part == Part.Opening ? post.Title + "\n" : "") + PlainPost.Of(post.Html)));
                if (texts.Count % 50_000 == 0) Console.Error.Write($"\rtexts {texts.Count:N0}   ");
            }

            return texts;
        });
    }

    /// <summary>What a writer needs for the documents themselves, which are made between, out of its time; it merges in its own loop.</summary>
    async Task<Work> Documents(CancellationToken stop)
    {
        var spent = default(Work);
        using var folder = new BareIndex(searched.Community.Data, new SerialMergeScheduler());
        await foreach (var some in new ProductDocuments(searched).All(stop))
        {
            spent += await Work.Of(() => Task.Run(() => folder.Add(some), stop));
            Console.Error.Write($"\rdocuments {folder.Count:N0}   ");
        }

        return spent + await Work.Of(() => Task.Run(folder.Commit, stop));
    }

    void Write(IEnumerable<IEnumerable<IIndexableField>> documents)
    {
        using var folder = new BareIndex(searched.Community.Data, new ConcurrentMergeScheduler());
        folder.Add(documents);
        folder.Commit();
    }
}
